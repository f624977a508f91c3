public import NIOCore

/// A message type as tests and tools see it: by name, without its Swift type.
public struct MessageCodec: Sendable {
    /// The message's name as Kafka writes it, for instance `ProduceRequest`.
    public let name: String
    public let versions: ClosedRange<Int16>
    /// `Int16.max` if there is none.
    public let firstFlexibleVersion: Int16
    private let read: @Sendable (ByteBuffer, Int16) throws(ProtocolError) -> any WireMessage

    public init<Message: WireMessage>(_ name: String, _ type: Message.Type) {
        self.name = name
        self.versions = Message.versions
        self.firstFlexibleVersion = Message.firstFlexibleVersion
        self.read = { (bytes, version) throws(ProtocolError) in try Message.decode(bytes, version: version) }
    }

    /// Reads a message that fills `bytes`.
    public func decode(_ bytes: ByteBuffer, version: Int16) throws(ProtocolError) -> any WireMessage {
        try read(bytes, version)
    }

    /// Reads a message that fills `bytes` and writes it again.
    public func decodeAndEncode(_ bytes: ByteBuffer, version: Int16) throws(ProtocolError) -> WireOutput {
        try read(bytes, version).encode(version: version)
    }
}
