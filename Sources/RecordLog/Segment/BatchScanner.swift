import Environment
import KafkaRecords

/// Goes through the batches of a segment file from one where a batch begins, reading little more than their headers.
struct BatchScanner {
    /// Where a batch lies, and its header.
    struct Frame {
        var position: Int64
        var header: RecordBatchHeader

        var size: Int { header.sizeInBytes }
        var end: Int64 { position + Int64(header.sizeInBytes) }
    }

    private let file: any DiskFile
    /// Bytes of the file that belong to the segment.
    private let limit: Int64
    private let endOffset: Int64
    /// Sums of an offset below and a delta do not overflow.
    private static let endOffsetMax = Int64.max - Int64(Int32.max) - 1
    /// Where the next batch begins.
    private(set) var position: Int64
    /// The least offset the next batch may have.
    private(set) var offset: Int64
    /// Some bytes of the file from `chunkStart` on.
    private var chunk: [UInt8]
    private var chunkStart: Int64 = 0
    private var chunkCount = 0

    /// - Parameters:
    ///   - offset: the least offset the batch at `position` may have.
    ///   - limit: bytes of the file that belong to the segment.
    ///   - endOffset: no batch reaches beyond it.
    ///   - chunkBytes: how much to read at a time.
    init(
        _ file: any DiskFile, from position: Int64, offset: Int64, limit: Int64, endOffset: Int64 = .max, chunkBytes: Int = 4096
    ) {
        self.file = file
        self.limit = limit
        self.endOffset = min(endOffset, Self.endOffsetMax)
        self.position = position
        self.offset = offset
        chunk = [UInt8](repeating: 0, count: max(chunkBytes, RecordBatchHeader.byteCount))
    }

    /// The next batch; nil at the end of the segment.
    ///
    /// - Throws: ``RecordLogError/corrupt(file:position:offset:reason:)`` if no batch lies there that could belong to this segment.
    mutating func next() throws(RecordLogError) -> Frame? {
        guard position < limit else { return nil }
        let start = try fill()
        let header: RecordBatchHeader
        do throws(RecordsError) {
            let count = chunkCount
            header = try chunk.withUnsafeBufferPointer { (bytes) throws(RecordsError) in
                try RecordBatchHeader(parsing: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<count]))
            }
        } catch {
            throw corrupt("\(error)")
        }
        guard header.baseOffset >= offset, header.baseOffset < endOffset, header.nextOffset <= endOffset else {
            throw corrupt("a batch says it has the offsets from \(header.baseOffset), \(Int64(header.lastOffsetDelta) + 1) of them")
        }
        guard Int64(header.sizeInBytes) <= limit - position else {
            throw corrupt("a batch of \(header.sizeInBytes) bytes reaches beyond the segment's end at \(limit)")
        }
        let frame = Frame(position: position, header: header)
        position = frame.end
        offset = header.nextOffset
        return frame
    }

    /// Reads on if the header of the next batch is not in the chunk.
    ///
    /// - Returns: where in the chunk it begins.
    private mutating func fill() throws(RecordLogError) -> Int {
        if position >= chunkStart, position + Int64(RecordBatchHeader.byteCount) <= chunkStart + Int64(chunkCount) {
            return Int(position - chunkStart)
        }
        let wanted = Int(min(Int64(chunk.count), limit - position))
        var failure: DiskError?
        chunkStart = position
        chunkCount = chunk.withUnsafeMutableBytes { space in
            do throws(DiskError) {
                return try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: space[..<wanted]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw .disk(failure) }
        if chunkCount < wanted { throw corrupt("the file ends, but \(limit) bytes belong to the segment") }
        return 0
    }

    func corrupt(_ reason: String) -> RecordLogError { .corrupt(file: file.path, position: position, offset: offset, reason: reason) }
}

extension BatchScanner {
    /// Goes through a segment from a place that its index names; nil: from its beginning.
    init(_ file: any DiskFile, of segment: Segment, from hint: SegmentIndex.Entry?) {
        self.init(
            file, of: segment, from: Int64(hint?.position ?? 0), offset: segment.baseOffset + Int64(hint?.relativeOffset ?? 0))
    }

    init(_ file: any DiskFile, of segment: Segment, from position: Int64, offset: Int64) {
        self.init(file, from: position, offset: offset, limit: segment.size, endOffset: segment.endOffset)
    }
}
