public import NIOCore

/// What an entry of a partition's group carries.
///
/// A record batch stands in the entry as it is, with its final base offset, so that its bytes are never copied; its first byte is then zero, since
/// offsets stay below 2^56. Every other entry begins with its kind, 1 to 255, and a version.
public enum PartitionEntry: Equatable, Sendable {
    case batch(ByteBuffer)
    /// Records below the offset are gone: retention or DeleteRecords.
    case advanceLogStart(Int64)
    /// Producers whose newest record is older are forgotten.
    case expireProducers(before: Int64)

    private static let version: UInt8 = 1
    private enum Kind: UInt8 { case advanceLogStart = 1, expireProducers = 2 }

    public var encoded: ByteBuffer {
        switch self {
        case .batch(let bytes): bytes
        case .advanceLogStart(let offset): Self.encode(.advanceLogStart, offset)
        case .expireProducers(let before): Self.encode(.expireProducers, before)
        }
    }

    /// nil: an unknown kind or version; the group must stop loudly (it was written by a newer node).
    public init?(decoding bytes: ByteBuffer) {
        guard let first = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) else { return nil }
        if first == 0 {
            self = .batch(bytes)
            return
        }
        guard let kind = Kind(rawValue: first), bytes.readableBytes == 10,
            bytes.getInteger(at: bytes.readerIndex + 1, as: UInt8.self) == Self.version,
            let value = bytes.getInteger(at: bytes.readerIndex + 2, as: Int64.self)
        else { return nil }
        switch kind {
        case .advanceLogStart: self = .advanceLogStart(value)
        case .expireProducers: self = .expireProducers(before: value)
        }
    }

    private static func encode(_ kind: Kind, _ value: Int64) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(10)
        buffer.writeInteger(kind.rawValue)
        buffer.writeInteger(version)
        buffer.writeInteger(value)
        return buffer
    }
}
