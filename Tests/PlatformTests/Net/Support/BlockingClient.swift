import Glibc
import KafkaProtocol
import NIOCore
import Platform

/// A client socket with blocking calls, each bounded by a time-out. Use it on a thread of its own: ``onThread(_:)``.
final class BlockingClient {
    struct Failure: Error {
        var operation: String
        var code: Int32
    }

    private let socket: Int32
    private var received = ByteBuffer()

    /// - Parameter receiveBuffer: bytes that the system holds for this client unread; nil for its choice.
    init(port: Int, receiveBuffer: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBuffer { setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size)) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard status == 0 else { throw Failure(operation: "connect", code: errno) }
    }

    deinit { close(socket) }

    static func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let lane = ThreadLane(name: "client")
        return try await withCheckedThrowingContinuation { continuation in
            lane.run { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Sends all of it. - Returns: false if the socket took no more in time (when `wait` is false, at once).
    @discardableResult
    func send(_ bytes: ByteBuffer, wait: Bool = true) throws -> Int {
        var sent = 0
        while sent < bytes.readableBytes {
            let count = bytes.withUnsafeReadableBytes { memory in
                Glibc.send(socket, memory.baseAddress! + sent, memory.count - sent, Int32(MSG_NOSIGNAL) | (wait ? 0 : Int32(MSG_DONTWAIT)))
            }
            if count < 0, errno == EAGAIN, !wait { return sent }
            guard count > 0 else { throw Failure(operation: "send", code: errno) }
            sent += count
        }
        return sent
    }

    /// The next answer's frame, without its length; nil when the server has closed the connection.
    func answer() throws -> ByteBuffer? {
        while true {
            if let length = received.getInteger(at: received.readerIndex, as: Int32.self), received.readableBytes >= 4 + Int(length) {
                received.moveReaderIndex(forwardBy: 4)
                let frame = received.readSlice(length: Int(length))
                if received.readableBytes == 0 { received.clear() }
                return frame
            }
            let count = received.writeWithUnsafeMutableBytes(minimumWritableBytes: 65536) {
                max(0, recv(socket, $0.baseAddress, $0.count, 0))
            }
            if count == 0 {
                guard errno != EAGAIN else { throw Failure(operation: "receive", code: EAGAIN) }
                return nil
            }
        }
    }

    /// A Heartbeat v3 frame with a body of `body`.
    static func request(_ correlationID: Int32, body: [UInt8] = []) -> ByteBuffer {
        var writer = WireWriter()
        writer.beginFrame()
        RequestHeader(apiKey: .heartbeat, apiVersion: 3, correlationId: correlationID, clientId: "test").write(to: &writer, version: 1)
        for byte in body { writer.int8(Int8(bitPattern: byte)) }
        do {
            guard let bytes = try writer.takeFrame().joined() else { preconditionFailure("no files here") }
            return bytes
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
