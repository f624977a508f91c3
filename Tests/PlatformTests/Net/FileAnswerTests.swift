import Environment
import Gateway
import Storage
import Glibc
import KafkaProtocol
import NIOCore
import Platform
import Testing

@Suite struct FileAnswerTests {
    /// A file without a name, with or without showing its descriptor.
    private final class TestFile: DiskFile {
        let path = "test"
        let descriptor: Int32?
        private let contents: [UInt8]
        private let owned: Int32

        init(_ contents: [UInt8], hasDescriptor: Bool) {
            self.contents = contents
            var template = Array("/tmp/martlet-test-XXXXXX\0".utf8CString)
            let file = mkstemp(&template)
            unlink(&template)
            _ = contents.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
            owned = file
            descriptor = hasDescriptor ? file : nil
        }

        deinit { Glibc.close(owned) }

        func size() throws(DiskError) -> Int64 { Int64(contents.count) }
        func read(at offset: Int64, into: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
            let part = contents.dropFirst(Int(offset)).prefix(into.count)
            into.copyBytes(from: part)
            return part.count
        }
        func write(at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) throws(DiskError) {}
        func truncate(to size: Int64) throws(DiskError) {}
        func sync() throws(DiskError) {}
    }

    @Test(arguments: [true, false]) func filePiecesLeaveInPlaceAmongOthers(hasDescriptor: Bool) async throws {
        let contents = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = TestFile(contents, hasDescriptor: hasDescriptor)
        let node = try await TestNode(cores: 1) { request, _ in
            var writer = WireWriter()
            writer.beginFrame()
            writer.int32(request.correlationID)
            let region = DiskRegion(file: file, offset: 1000, count: 250_000)
            writer.records(.pieces([.file(region), .bytes(ByteBuffer(bytes: [9, 9, 9]))]), false)
            do { request.respond(frame: try writer.takeFrame()) } catch { preconditionFailure("\(error)") }
        }
        let port = node.listener.port
        let expected = ByteBuffer(bytes: contents[1000..<251_000] + [9, 9, 9])
        let equal = try await BlockingClient.onThread { () throws -> Int in
            let client = try BlockingClient(port: port)
            for id in 0..<20 as Range<Int32> { try client.send(BlockingClient.request(id)) }
            for id in 0..<20 as Range<Int32> {
                guard var frame = try client.answer(), frame.readInteger(as: Int32.self) == id else { return Int(id) }
                guard frame.readInteger(as: Int32.self) == 250_003, frame == expected else { return Int(id) }
            }
            return 20
        }
        #expect(equal == 20)
        try await node.stop()
        // The descriptor was borrowed: it is still ours.
        #expect(fcntl(file.descriptor ?? 0, F_GETFD) >= 0)
    }
}
