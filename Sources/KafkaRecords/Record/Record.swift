public import NIOCore

/// One record, with fields that are slices of the batch they came from (or of what it decompressed to).
///
/// A small field kept for long keeps the whole batch in memory: copy it out.
public struct Record: Hashable, Sendable {
    public var offset: Int64
    /// Milliseconds since the epoch; -1 for none.
    public var timestamp: Int64
    /// Nil if there is no key.
    public var key: ByteBuffer?
    /// Nil for a tombstone.
    public var value: ByteBuffer?
    public var headers: [RecordHeader]

    public init(offset: Int64, timestamp: Int64, key: ByteBuffer?, value: ByteBuffer?, headers: [RecordHeader] = []) {
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// A header of a record (KIP-82). Names may repeat; their bytes are UTF-8 by convention only.
public struct RecordHeader: Hashable, Sendable {
    public var name: ByteBuffer
    public var value: ByteBuffer?

    public init(name: ByteBuffer, value: ByteBuffer?) {
        self.name = name
        self.value = value
    }

    public init(_ name: String, _ value: String?) {
        self.init(name: ByteBuffer(string: name), value: value.map { ByteBuffer(string: $0) })
    }
}
