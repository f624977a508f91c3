import CChecksums
public import Environment
public import KafkaRecords

/// Goes through all batches of a segment file and checks each one's checksum: for `martlet dump segment`, and to verify a log.
public struct SegmentDump {
    /// One batch as it lies in the file.
    public struct Batch: Sendable {
        /// Bytes from the beginning of the file.
        public let position: Int64
        public let header: RecordBatchHeader
        public let checksumHolds: Bool
    }

    private let file: any DiskFile
    private var scanner: BatchScanner

    /// - Parameters:
    ///   - size: bytes of the file that belong to the segment; nil for all.
    ///   - baseOffset: the least offset of the first batch.
    ///   - endOffset: behind the last batch, if that is known.
    public init(_ file: any DiskFile, size: Int64? = nil, baseOffset: Int64 = 0, endOffset: Int64 = .max) throws(RecordLogError) {
        self.file = file
        let all = try onDisk { () throws(DiskError) in try file.size() }
        // A size beyond the end is not cut down: that bytes are missing is to be found.
        let limit = size ?? all
        scanner = BatchScanner(file, from: 0, offset: baseOffset, limit: limit, endOffset: endOffset, chunkBytes: 64 << 10)
    }

    /// The next batch; nil at the end.
    ///
    /// - Throws: ``RecordLogError/corrupt(file:position:offset:reason:)`` if no batch begins where the last one ended.
    public mutating func next() throws(RecordLogError) -> Batch? {
        guard let frame = try scanner.next() else { return nil }
        return Batch(position: frame.position, header: frame.header, checksumHolds: try checksum(of: frame) == frame.header.crc)
    }

    /// The checksum of a batch as it lies in the file: of everything behind the checksum itself.
    private func checksum(of frame: BatchScanner.Frame) throws(RecordLogError) -> UInt32 {
        var checksum: UInt32 = 0
        var position = frame.position + 21
        var chunk = [UInt8](repeating: 0, count: min(64 << 10, frame.size))
        while position < frame.end {
            let wanted = Int(min(Int64(chunk.count), frame.end - position))
            var failure: DiskError?
            let count = chunk.withUnsafeMutableBytes { space in
                do throws(DiskError) {
                    let count = try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: space[..<wanted]))
                    checksum = martlet_crc32c(checksum, space.baseAddress, count)
                    return count
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw .disk(failure) }
            if count < wanted { throw scanner.corrupt("the file ends inside of the batch at byte \(frame.position)") }
            position += Int64(count)
        }
        return checksum
    }
}
