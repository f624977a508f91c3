/// Walks over the records of one flush.
struct FlushReader {
    let header: FlushHeader
    private let bytes: UnsafeRawBufferPointer
    private let segment: UInt64
    private let position: Int64
    private let checksumWaived: Bool
    private var offset = FlushHeader.bytes
    private var left: UInt32

    /// - Parameters:
    ///   - bytes: the whole flush, header included.
    ///   - position: where it stands in its segment.
    init(_ header: FlushHeader, _ bytes: UnsafeRawBufferPointer, segment: UInt64, position: Int64, checksumWaived: Bool = false) {
        self.header = header
        self.bytes = bytes
        self.segment = segment
        self.position = position
        self.checksumWaived = checksumWaived
        left = header.records
    }

    /// Where the next record stands in the segment.
    var recordPosition: Int64 { position + Int64(offset) }

    /// The next record and its position in the segment; nil after the last.
    mutating func next() throws(RecordView.Fault) -> (record: RecordView, position: Int64)? {
        guard left > 0 else { return nil }
        guard offset <= bytes.count else { throw .damaged("a flush has fewer records than it says") }
        let at = recordPosition
        let record = try RecordView(
            UnsafeRawBufferPointer(rebasing: bytes[offset...]), generation: header.generation, segment: segment, position: at,
            checksumWaived: checksumWaived)
        left -= 1
        // No overflow: the record lies within the flush.
        offset += record.length.roundedUp(to: RecordFormat.alignment) ?? record.length
        return (record, at)
    }
}
