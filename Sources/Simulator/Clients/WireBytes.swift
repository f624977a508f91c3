import Environment
import KafkaProtocol
import NIOCore
import Storage

/// Brings the pieces of an answer into one buffer.
struct WireBytes {
    private var buffer = ByteBuffer()

    /// - Throws: if a file cannot be read.
    mutating func gather(_ records: RecordData) throws(StorageError) -> ByteBuffer {
        switch records {
        case .bytes(let bytes): buffer.writeImmutableBuffer(bytes)
        case .pieces(let pieces):
            for piece in pieces {
                switch piece {
                case .bytes(let bytes): buffer.writeImmutableBuffer(bytes)
                case .file(let region):
                    guard let region = region as? DiskRegion else { violated("a simulated node's files are its disk's") }
                    do throws(DiskError) {
                        buffer.writeImmutableBuffer(try region.read())
                    } catch {
                        throw .corrupt(error.description)
                    }
                }
            }
        }
        return buffer
    }
}
