public import Environment
public import KafkaProtocol
public import NIOCore

/// Bytes of a file as a piece of an answer: the machine sends them from the page cache (`sendfile`), the simulator reads them. Holds the file
/// open until they have left. The bytes must not change meanwhile: segments are only appended to.
public struct DiskRegion: KafkaProtocol.FileRegion {
    public let file: any DiskFile
    public let offset: Int64
    public let count: Int

    public init(file: any DiskFile, offset: Int64, count: Int) {
        self.file = file
        self.offset = offset
        self.count = count
    }
}

extension DiskRegion {
    /// The bytes. Blocks.
    public func read() throws(DiskError) -> ByteBuffer {
        var buffer = ByteBuffer()
        var failure: DiskError?
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            do throws(DiskError) {
                return try file.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: space[..<count]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        guard buffer.readableBytes == count else { throw DiskError(.io(5), operation: "read", path: file.path) }
        return buffer
    }
}
