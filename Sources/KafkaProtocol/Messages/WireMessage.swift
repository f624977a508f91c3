public import NIOCore

/// A part of a message: a struct with defaults for all its fields.
public protocol WireStruct: Sendable {
    /// All fields at their defaults.
    init()
    /// - Parameter version: the version of the message; fields it does not have keep their defaults.
    init(from reader: inout WireReader, version: Int16) throws(ProtocolError)
    /// - Parameter version: the version of the message; fields it does not have are skipped. A null that it does not have is written as empty.
    func write(to writer: inout WireWriter, version: Int16)
}

extension WireStruct {
    /// The defaults, changed by `change`: `Topic.with { $0.name = name }`.
    @inlinable
    public static func with<Failure: Error>(_ change: (inout Self) throws(Failure) -> Void) throws(Failure) -> Self {
        var value = Self()
        try change(&value)
        return value
    }
}

/// A whole message, one type for all its versions.
public protocol WireMessage: WireStruct {
    /// The versions this type reads and writes.
    static var versions: ClosedRange<Int16> { get }
    /// The first version with compact forms and tagged sections (KIP-482); `Int16.max` if there is none.
    static var firstFlexibleVersion: Int16 { get }
}

/// The body of a request.
public protocol RequestMessage: WireMessage {
    associatedtype Response: ResponseMessage
    static var apiKey: ApiKey { get }
}

/// The body of a response.
public protocol ResponseMessage: WireMessage {
    static var apiKey: ApiKey { get }
}

extension WireMessage {
    /// Reads a message that fills `bytes`.
    ///
    /// - Throws: ``ProtocolError/unsupportedVersion(_:)``, ``ProtocolError/trailingBytes(_:)`` if `bytes` holds more, and all the others.
    public static func decode(_ bytes: ByteBuffer, version: Int16) throws(ProtocolError) -> Self {
        guard versions.contains(version) else { throw .unsupportedVersion(version) }
        return try WireReader.open(bytes) { reader throws(ProtocolError) in
            let message = try Self(from: &reader, version: version)
            try reader.finish()
            return message
        }
    }

    /// Reads a message that `bytes` begin with; what stands behind it is ignored.
    ///
    /// Requests are read so, as Kafka does: librdkafka (2.16) asks for all topics in a Metadata request that is three bytes too long.
    /// - Throws: as ``decode(_:version:)``, but for trailing bytes.
    public static func decode(prefixOf bytes: ByteBuffer, version: Int16) throws(ProtocolError) -> Self {
        guard versions.contains(version) else { throw .unsupportedVersion(version) }
        return try WireReader.open(bytes) { reader throws(ProtocolError) in try Self(from: &reader, version: version) }
    }

    /// The message's bytes, without any header or length.
    public func encode(version: Int16) throws(ProtocolError) -> WireOutput {
        guard Self.versions.contains(version) else { throw .unsupportedVersion(version) }
        var writer = WireWriter()
        write(to: &writer, version: version)
        return try writer.take()
    }
}

extension ResponseMessage {
    /// The whole frame of a response: length, header, body.
    ///
    /// - Parameter writer: must be empty; it is left empty, with its memory kept.
    @inlinable
    public func frame(correlationId: Int32, version: Int16, with writer: inout WireWriter) throws(ProtocolError) -> WireOutput {
        guard Self.versions.contains(version) else { throw .unsupportedVersion(version) }
        writer.beginFrame()
        let header = ResponseHeader(correlationId: correlationId)
        header.write(to: &writer, version: Self.apiKey.responseHeaderVersion(version))
        write(to: &writer, version: version)
        return try writer.takeFrame()
    }
}

extension RequestMessage {
    /// The whole frame of a request: length, header, body.
    ///
    /// - Parameter writer: must be empty; it is left empty, with its memory kept.
    @inlinable
    public func frame(
        correlationId: Int32, clientId: String?, version: Int16, with writer: inout WireWriter
    ) throws(ProtocolError) -> WireOutput {
        guard Self.versions.contains(version) else { throw .unsupportedVersion(version) }
        writer.beginFrame()
        let header = RequestHeader(apiKey: Self.apiKey, apiVersion: version, correlationId: correlationId, clientId: clientId)
        header.write(to: &writer, version: Self.apiKey.requestHeaderVersion(version))
        write(to: &writer, version: version)
        return try writer.takeFrame()
    }
}
