import Environment
import NIOCore
import Raft
import Testing

@Suite struct ConfigurationTests {
    private static func ids(_ numbers: Int32...) -> [VoterID] { numbers.map { VoterID(node: NodeID($0), directory: UInt64($0) << 40) } }

    @Test(arguments: [
        Configuration(voters: ids(1)), Configuration(voters: ids(1, 2, 3), learners: ids(4, 5)),
        Configuration(voters: ids(1, 2, 3), outgoing: ids(3, 4, 5), learners: ids(4)),
    ])
    func whatIsEncodedDecodesToTheSame(configuration: Configuration) {
        var bytes = ByteBuffer()
        configuration.encode(into: &bytes)
        #expect(Configuration(decoding: bytes) == configuration)
    }

    @Test func noTruncationAndNoTrailingByteDecodes() {
        var bytes = ByteBuffer()
        Configuration(voters: Self.ids(1, 2, 3), learners: Self.ids(4)).encode(into: &bytes)
        for length in 0..<bytes.readableBytes {
            #expect(Configuration(decoding: ByteBuffer(bytes.readableBytesView.prefix(length))) == nil)
        }
        bytes.writeInteger(UInt8(0))
        #expect(Configuration(decoding: bytes) == nil)
    }

    @Test func aCountBeyondTheBytesAllocatesNothing() {
        #expect(Configuration(decoding: ByteBuffer(bytes: [1, 0xFF, 0xFF])) == nil)
    }

    @Test func orderAndRepetitionDoNotMatter() {
        #expect(Configuration(voters: Self.ids(3, 1, 3, 2)) == Configuration(voters: Self.ids(1, 2, 3)))
        #expect(Configuration(voters: Self.ids(1), learners: Self.ids(1, 2)).learners == Self.ids(2))
    }
}
