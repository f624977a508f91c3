public import Environment
public import NIOCore

/// Whole record batches in a segment file. Keeps the file readable, even if its segment is deleted meanwhile. Any thread may read it.
public struct SegmentRegion: Sendable {
    public let file: any DiskFile
    /// Bytes from the beginning of the file.
    public let position: Int64
    /// Bytes.
    public let count: Int

    public init(file: any DiskFile, position: Int64, count: Int) {
        self.file = file
        self.position = position
        self.count = count
    }

    /// Reads the region into memory. May block.
    ///
    /// - Throws: ``RecordLogError/corrupt(file:position:offset:reason:)`` if the file has become shorter than it was.
    public func readBytes(allocator: ByteBufferAllocator = ByteBufferAllocator()) throws(RecordLogError) -> ByteBuffer {
        var buffer = allocator.buffer(capacity: count)
        try append(to: &buffer)
        return buffer
    }

    /// Reads the region behind the bytes of `buffer`. May block.
    ///
    /// - Throws: as ``readBytes(allocator:)``; the buffer then is as it was.
    public func append(to buffer: inout ByteBuffer) throws(RecordLogError) {
        var failure: DiskError?
        var done = 0
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            do throws(DiskError) {
                done = try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: space[..<count]))
            } catch {
                failure = error
            }
            return failure == nil && done == count ? count : 0
        }
        if let failure { throw .disk(failure) }
        guard done == count else {
            throw .corrupt(file: file.path, position: position + Int64(done), offset: -1, reason: "the file ends inside of a stored batch")
        }
    }
}
