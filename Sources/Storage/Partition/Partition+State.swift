public import KafkaProtocol
public import NIOCore

extension Partition {
    /// Everything that is replicated but the records, as bytes: two replicas that have applied the same entries give the same. For checkers.
    public var replicatedState: ByteBuffer {
        var buffer = image.encoded()
        buffer.writeInteger(log.startOffset)
        buffer.writeInteger(log.endOffset)
        for entry in log.epochs.entries {
            buffer.writeInteger(entry.epoch)
            buffer.writeInteger(entry.startOffset)
        }
        return buffer
    }

    /// Whether this replica leads and serves.
    public var isLeading: Bool { leadership != nil }

    /// Whole committed batches from `offset`, whoever leads. For checkers.
    public func replicatedRecords(from offset: Int64, bytesMax: Int) throws(StorageError) -> RecordData {
        guard offset < highWatermark else { return .empty }
        return try records(ReadRequest(offset: offset, bytesMax: bytesMax, atLeastOneBatch: true), upTo: highWatermark)
    }
}
