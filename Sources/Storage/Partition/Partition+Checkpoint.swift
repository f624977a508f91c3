import Environment
public import NIOCore
public import Raft
import RecordLog
public import Replication

// What stands in the log's manifest for us: the members at the mark, and the image.

extension Partition {
    public func beginCheckpoint(_ mark: SnapshotMark) -> Checkpoint? {
        do throws(RecordLogError) {
            let job = try log.beginCheckpoint(
                applied: AppliedPosition(mark.position), ownerState: Self.ownerState(mark.configuration, image))
            return Checkpoint(work: {
                let result = job.run()
                return CheckpointOutcome(isDurable: result.isDurable, failure: result.failure, detail: result)
            })
        } catch {
            environment.log(.error, "checkpoint of group \(group) cannot begin: \(error)")
            return nil
        }
    }

    public func finishCheckpoint(_ mark: SnapshotMark, _ outcome: CheckpointOutcome) {
        guard let result = outcome.detail as? CheckpointResult else { violated("a partition's checkpoint has the log's result") }
        log.finishCheckpoint(result)
        // Nothing came meanwhile: an idle partition keeps no file open.
        if outcome.isDurable, log.uncheckpointedBytes == 0 { log.releaseIdle() }
    }

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

extension AppliedPosition {
    init(_ position: LogPosition) { self.init(index: position.index.rawValue, term: position.term.rawValue) }
}
