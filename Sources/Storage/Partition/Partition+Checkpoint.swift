public import Environment
import NIOCore
public import Raft
import RecordLog
public import Replication

// What stands in the log's manifest for us: the members at the mark, and the image.

extension Partition {
    public func beginCheckpoint(_ mark: SnapshotMark) -> Checkpoint {
        let pending = log.beginCheckpoint(ownerState: Self.ownerState(mark.configuration, image))
        return Checkpoint(work: { () throws(DiskError) in try pending.run() })
    }

    public func finishCheckpoint(_ mark: SnapshotMark) { log.finishCheckpoint() }

    static func ownerState(_ configuration: Configuration, _ image: PartitionImage) -> ByteBuffer {
        var buffer = ByteBuffer()
        configuration.encode(into: &buffer)
        buffer.writeImmutableBuffer(image.encoded())
        return buffer
    }

    /// nil: written by a newer Martlet, or not by one.
    public static func decodeOwnerState(_ bytes: ByteBuffer) -> (Configuration, PartitionImage)? {
        var bytes = bytes
        guard let configuration = Configuration(reading: &bytes), let image = PartitionImage(decoding: bytes) else { return nil }
        return (configuration, image)
    }
}
