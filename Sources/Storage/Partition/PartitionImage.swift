import Environment
import KafkaProtocol
public import NIOCore

/// The replicated state of a partition besides its records: rebuilt from the checkpoint's copy and the entries after it. Record bytes, log start,
/// log end and epochs stand in the log's own manifest.
public struct PartitionImage: Hashable, Sendable {
    public internal(set) var producers: [Int64: ProducerState] = [:]

    public init() {}

    mutating func note(_ batch: ProducerState.Batch, producer: Int64, epoch: Int16) {
        producers[producer, default: ProducerState(epoch: epoch)].note(batch, epoch: epoch)
    }

    /// Forgets the producers whose newest record is older than `timestamp` (`producer.id.expiration.ms`): replay of a logged decision.
    mutating func expire(before timestamp: Int64) {
        producers = producers.filter { $0.value.lastTimestamp >= timestamp }
    }
}

// MARK: - The form in which it stands in a checkpoint

extension PartitionImage {
    private static let formatVersion: Int16 = 1

    /// The same image gives the same bytes: producers go in order of id.
    public func encoded() -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Self.formatVersion)
        buffer.writeInteger(Int32(producers.count))
        for (id, state) in producers.sorted(by: { $0.key < $1.key }) {
            buffer.writeInteger(id)
            buffer.writeInteger(state.epoch)
            buffer.writeInteger(state.lastTimestamp)
            buffer.writeInteger(UInt8(state.batches.count))
            for batch in state.batches {
                buffer.writeInteger(batch.firstSequence)
                buffer.writeInteger(batch.lastSequence)
                buffer.writeInteger(batch.firstOffset)
                buffer.writeInteger(batch.lastOffset)
                buffer.writeInteger(batch.timestamp)
            }
        }
        return buffer
    }

    /// nil if the bytes are not an image (the checkpoint's checksum was right, so this is a version from the future or our own mistake).
    public init?(decoding bytes: ByteBuffer) {
        var bytes = bytes
        guard bytes.readInteger(as: Int16.self) == Self.formatVersion, let count = bytes.readInteger(as: Int32.self), count >= 0 else {
            return nil
        }
        for _ in 0..<count {
            guard let id = bytes.readInteger(as: Int64.self), let state = Self.readProducer(&bytes) else { return nil }
            producers[id] = state
        }
        guard bytes.readableBytes == 0 else { return nil }
    }

    private static func readProducer(_ bytes: inout ByteBuffer) -> ProducerState? {
        guard let epoch = bytes.readInteger(as: Int16.self), let last = bytes.readInteger(as: Int64.self),
            let count = bytes.readInteger(as: UInt8.self)
        else { return nil }
        var state = ProducerState(epoch: epoch, lastTimestamp: last)
        for _ in 0..<count {
            guard let (first, lastSequence) = bytes.readMultipleIntegers(as: (Int32, Int32).self),
                let (firstOffset, lastOffset, timestamp) = bytes.readMultipleIntegers(as: (Int64, Int64, Int64).self)
            else { return nil }
            state.batches.append(
                ProducerState.Batch(
                    firstSequence: first, lastSequence: lastSequence, firstOffset: firstOffset, lastOffset: lastOffset,
                    timestamp: timestamp))
        }
        return state
    }
}
