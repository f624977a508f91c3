/// What a partition knows of one idempotent producer: its epoch and its last batches, to tell a retry from a gap (KIP-98).
public struct ProducerState: Hashable, Sendable {
    /// A batch that was appended.
    public struct Batch: Hashable, Sendable {
        public var firstSequence: Int32
        public var lastSequence: Int32
        public var firstOffset: Int64
        public var lastOffset: Int64
        public var timestamp: Int64

        public init(firstSequence: Int32, lastSequence: Int32, firstOffset: Int64, lastOffset: Int64, timestamp: Int64) {
            self.firstSequence = firstSequence
            self.lastSequence = lastSequence
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
            self.timestamp = timestamp
        }
    }

    /// Kafka keeps five: a producer has at most five requests in flight.
    public static let batchesMax = 5

    public var epoch: Int16
    /// Oldest first, at most ``batchesMax``.
    public var batches: [Batch]
    /// The newest record's timestamp: what expiry looks at.
    public var lastTimestamp: Int64

    public init(epoch: Int16, batches: [Batch] = [], lastTimestamp: Int64 = -1) {
        self.epoch = epoch
        self.batches = batches
        self.lastTimestamp = lastTimestamp
    }

    /// What to do with a batch.
    public enum Verdict: Equatable, Sendable {
        case append
        /// It was appended before, at these offsets.
        case duplicate(Batch)
        /// `OUT_OF_ORDER_SEQUENCE_NUMBER`
        case outOfOrder(expected: Int32)
        /// `INVALID_PRODUCER_EPOCH`
        case staleEpoch(current: Int16)
    }

    /// Judges a batch of `epoch` with sequences `first...last` (which may wrap past `Int32.max` to 0).
    public func judge(epoch batchEpoch: Int16, first: Int32, last: Int32) -> Verdict {
        if batchEpoch < epoch { return .staleEpoch(current: epoch) }
        if batchEpoch > epoch { return first == 0 ? .append : .outOfOrder(expected: 0) }
        if let known = batches.first(where: { $0.firstSequence == first && $0.lastSequence == last }) { return .duplicate(known) }
        guard let newest = batches.last else { return first == 0 ? .append : .outOfOrder(expected: 0) }
        let expected = Self.following(newest.lastSequence)
        return first == expected ? .append : .outOfOrder(expected: expected)
    }

    /// Notes an appended batch.
    public mutating func note(_ batch: Batch, epoch batchEpoch: Int16) {
        if batchEpoch != epoch {
            epoch = batchEpoch
            batches = []
        }
        if batches.count == Self.batchesMax { batches.removeFirst() }
        batches.append(batch)
        lastTimestamp = max(lastTimestamp, batch.timestamp)
    }

    /// The sequence after `sequence`; after `Int32.max` comes 0.
    public static func following(_ sequence: Int32) -> Int32 { sequence == .max ? 0 : sequence + 1 }

    /// The sequence `count` records after `first`, wrapping.
    public static func sequence(_ first: Int32, advancedBy count: Int32) -> Int32 {
        let sum = Int64(first) + Int64(count)
        return Int32(truncatingIfNeeded: sum <= Int64(Int32.max) ? sum : sum - Int64(Int32.max) - 1)
    }
}
