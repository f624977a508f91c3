import KafkaProtocol
import NIOCore

/// The client id that a connection's requests carry. A client sends the same with each of them: once decoded, its bytes are only compared.
struct KnownClientID {
    /// A request header whose client id is the known one.
    struct Header {
        var apiKey: Int16
        var version: Int16
        var correlationID: Int32
        /// Bytes of the header, tagged section included.
        var byteCount: Int
    }

    /// API key, version and correlation id.
    private static let fixedBytes = 8

    private(set) var clientID: String?
    /// The client id as it stands on the wire, its length before it; empty until one is known.
    private var bytes: [UInt8] = []

    mutating func remember(_ clientID: String?, from frame: ByteBuffer) {
        let length = 2 + (clientID?.utf8.count ?? 0)
        guard let slice = frame.getBytes(at: frame.readerIndex + Self.fixedBytes, length: length) else { return }
        self.clientID = clientID
        bytes = slice
    }

    /// The header of `frame` if it carries the known client id and nothing unusual; nil does not mean that it is wrong.
    func header(of frame: ByteBuffer) -> Header? {
        guard !bytes.isEmpty else { return nil }
        return frame.withUnsafeReadableBytes { memory in
            var byteCount = Self.fixedBytes + bytes.count
            guard memory.count >= byteCount else { return nil }
            guard UnsafeRawBufferPointer(rebasing: memory[Self.fixedBytes..<byteCount]).elementsEqual(bytes) else { return nil }
            let key = Int16(bigEndian: memory.loadUnaligned(fromByteOffset: 0, as: Int16.self))
            let version = Int16(bigEndian: memory.loadUnaligned(fromByteOffset: 2, as: Int16.self))
            guard let apiKey = ApiKey(rawValue: key) else { return nil }
            if apiKey.requestHeaderVersion(version) >= 2 {
                // A tagged section that is not empty is left to the full parser.
                guard memory.count > byteCount, memory[byteCount] == 0 else { return nil }
                byteCount += 1
            }
            let correlationID = Int32(bigEndian: memory.loadUnaligned(fromByteOffset: 4, as: Int32.self))
            return Header(apiKey: key, version: version, correlationID: correlationID, byteCount: byteCount)
        }
    }
}
