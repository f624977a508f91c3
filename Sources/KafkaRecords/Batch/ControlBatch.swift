public import NIOCore

/// What a control batch says.
public enum ControlMarker: Hashable, Sendable {
    /// The producer's open transaction is void (KIP-98).
    case abort(coordinatorEpoch: Int32)
    /// The producer's open transaction holds.
    case commit(coordinatorEpoch: Int32)
    /// A kind of marker that means nothing to transactions.
    case other(type: Int16)
}

extension RecordBatch {
    /// The batch of one record that ends a producer's transaction.
    ///
    /// - Parameters:
    ///   - marker: commit or abort; `.other` cannot be written.
    ///   - timestamp: milliseconds since the epoch.
    /// - Throws: `.invalid` for `.other`.
    public static func endOfTransaction(
        _ marker: ControlMarker, producerID: Int64, producerEpoch: Int16, timestamp: Int64, baseOffset: Int64 = 0, leaderEpoch: Int32 = -1
    ) throws(RecordsError) -> ByteBuffer {
        let type: Int16
        let epoch: Int32
        switch marker {
        case .abort(let coordinatorEpoch): (type, epoch) = (0, coordinatorEpoch)
        case .commit(let coordinatorEpoch): (type, epoch) = (1, coordinatorEpoch)
        case .other: throw .invalid("A marker of unknown type cannot be written")
        }
        var options = RecordBatchBuilder.Options()
        options.baseOffset = baseOffset
        options.partitionLeaderEpoch = leaderEpoch
        options.producerID = producerID
        options.producerEpoch = producerEpoch
        options.isTransactional = true
        options.isControl = true
        var builder = RecordBatchBuilder(options)
        // Both begin with their version, 0.
        let key = ByteBuffer(bytes: [0, 0] + bigEndian(type))
        let value = ByteBuffer(bytes: [0, 0] + bigEndian(epoch))
        try builder.append(key: key, value: value, timestamp: timestamp)
        return try builder.finish()
    }

    /// What the batch says, if it is a control batch; else nil.
    ///
    /// - Throws: `.invalid` if its record is no marker, and as ``forEachRecord(limit:_:)``.
    public func controlMarker() throws(RecordsError) -> ControlMarker? {
        guard header.isControl else { return nil }
        var marker: ControlMarker?
        // A marker is never compressed; a page is more than it can need.
        try forEachRecord(limit: 4096) { record in
            guard let key = record.key, key.count >= 4 else { return false }
            let type = key.int16(at: 2)
            let epoch = record.value.flatMap { $0.count >= 6 ? $0.int32(at: 2) : nil }
            switch (type, epoch) {
            case (0, let epoch?): marker = .abort(coordinatorEpoch: epoch)
            case (1, let epoch?): marker = .commit(coordinatorEpoch: epoch)
            case (0, nil), (1, nil): break
            default: marker = .other(type: type)
            }
            return false
        }
        guard let marker else { throw .invalid("A control batch without a marker") }
        return marker
    }

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
