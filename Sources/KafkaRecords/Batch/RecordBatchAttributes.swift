/// The attribute bits of a record batch (magic 2). Bits without meaning are kept as they came.
public struct RecordBatchAttributes: Hashable, Sendable {
    public var rawValue: Int16

    public init(rawValue: Int16) { self.rawValue = rawValue }

    public init(
        codec: CompressionCodec = .none, timestampType: TimestampType = .createTime, isTransactional: Bool = false, isControl: Bool = false
    ) {
        rawValue = Int16(codec.rawValue)
        self.timestampType = timestampType
        if isTransactional { rawValue |= Self.transactionalBit }
        if isControl { rawValue |= Self.controlBit }
    }

    /// Bits 0...2. Nil if they name no codec that exists.
    public var codec: CompressionCodec? { CompressionCodec(rawValue: UInt8(truncatingIfNeeded: rawValue & Self.codecBits)) }

    /// Bit 3.
    public var timestampType: TimestampType {
        get { rawValue & Self.logAppendTimeBit == 0 ? .createTime : .logAppendTime }
        set {
            switch newValue {
            case .createTime: rawValue &= ~Self.logAppendTimeBit
            case .logAppendTime: rawValue |= Self.logAppendTimeBit
            }
        }
    }

    /// Bit 4: the batch belongs to a transaction.
    public var isTransactional: Bool { rawValue & Self.transactionalBit != 0 }

    /// Bit 5: the record is a marker written by a broker, not for applications.
    public var isControl: Bool { rawValue & Self.controlBit != 0 }

    /// Bit 6: the base timestamp is the time from which tombstones of this batch may go (KIP-534).
    public var hasDeleteHorizon: Bool { rawValue & Self.deleteHorizonBit != 0 }

    static let codecBits: Int16 = 0b0000_0111
    static let logAppendTimeBit: Int16 = 0b0000_1000
    static let transactionalBit: Int16 = 0b0001_0000
    static let controlBit: Int16 = 0b0010_0000
    static let deleteHorizonBit: Int16 = 0b0100_0000
}

/// Who gave a record its timestamp (`message.timestamp.type`, KIP-32).
public enum TimestampType: Sendable {
    case createTime
    case logAppendTime
}
