import KafkaProtocol
import NIOCore

/// Requests and answers as bytes.
enum Frames {
    /// A request frame of Heartbeat v4, unless told otherwise, with a body of `bodyBytes` bytes.
    static func request(
        _ correlationID: Int32, apiKey: Int16 = ApiKey.heartbeat.rawValue, version: Int16 = 4, clientID: String? = "tester",
        headerVersion: Int16? = nil, bodyBytes: Int = 10
    ) -> ByteBuffer {
        var header = RequestHeader()
        header.requestApiKey = apiKey
        header.requestApiVersion = version
        header.correlationId = correlationID
        header.clientId = clientID
        var writer = WireWriter()
        writer.beginFrame()
        header.write(to: &writer, version: headerVersion ?? ApiKey(rawValue: apiKey)?.requestHeaderVersion(version) ?? 1)
        for index in 0..<bodyBytes { writer.int8(Int8(truncatingIfNeeded: index &+ Int(correlationID))) }
        return joined(&writer)
    }

    /// An answer frame that carries only a correlation id and `bytes` bytes behind it.
    static func answer(_ correlationID: Int32, bytes: Int = 0) -> WireOutput {
        var writer = WireWriter()
        writer.beginFrame()
        writer.int32(correlationID)
        for _ in 0..<bytes { writer.int8(7) }
        do { return try writer.takeFrame() } catch { preconditionFailure("\(error)") }
    }

    static func stream(_ frames: [ByteBuffer]) -> ByteBuffer {
        var all = ByteBuffer()
        for frame in frames { all.writeImmutableBuffer(frame) }
        return all
    }

    /// The correlation ids of a stream of whole answers.
    static func correlationIDs(_ stream: ByteBuffer) -> [Int32] {
        var rest = stream
        var ids: [Int32] = []
        while let length = rest.readInteger(as: Int32.self) {
            guard var frame = rest.readSlice(length: Int(length)), let id = frame.readInteger(as: Int32.self) else {
                preconditionFailure("the stream is made of whole frames")
            }
            ids.append(id)
        }
        return ids
    }

    private static func joined(_ writer: inout WireWriter) -> ByteBuffer {
        do {
            guard let bytes = try writer.takeFrame().joined() else { preconditionFailure("no files here") }
            return bytes
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
