public import Environment
public import KafkaProtocol

/// Bytes of a file as a piece of an answer: the machine sends them from the page cache (`sendfile`), the simulator reads them. Holds the file
/// open until they have left. The bytes must not change meanwhile: segments are only appended to.
public struct DiskRegion: FileRegion {
    public let file: any DiskFile
    public let offset: Int64
    public let count: Int

    public init(file: any DiskFile, offset: Int64, count: Int) {
        self.file = file
        self.offset = offset
        self.count = count
    }
}
