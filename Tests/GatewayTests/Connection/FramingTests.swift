import Environment
import Gateway
import KafkaProtocol
import NIOCore
import Testing

@Suite struct FramingTests {
    private func bodies(_ fixture: DoorFixture) -> [ByteBuffer] { fixture.server.requests.map(\.body) }

    @Test func everyFragmentationGivesTheSameRequests() {
        Seeds.each(40) { random, note in
            let frames = (0..<Int32.random(in: 1...20, using: &random)).map { id in
                Frames.request(
                    id, clientID: random.chance(0.2) ? nil : "c",
                    bodyBytes: random.chance(0.1) ? 20_000 : Int.random(in: 0...60, using: &random))
            }
            let stream = Frames.stream(frames)
            let whole = DoorFixture()
            whole.connect().connection.received(stream, at: .origin)
            #expect(whole.server.requests.count == frames.count)

            let cut = DoorFixture()
            let connection = cut.connect().connection
            var rest = stream
            let pieceMax = random.chance(0.3) ? 3 : 3000
            while rest.readableBytes > 0 {
                let length = min(rest.readableBytes, Int.random(in: 1...pieceMax, using: &random))
                guard let piece = rest.readSlice(length: length) else { break }
                connection.received(piece, at: .origin)
            }
            #expect(bodies(cut) == bodies(whole), note)
            #expect(cut.server.requests.map(\.correlationID) == whole.server.requests.map(\.correlationID))
            #expect(cut.server.requests.map(\.clientID) == whole.server.requests.map(\.clientID))
            #expect(cut.budget.bytesUsed == whole.budget.bytesUsed)
            connection.closedByPeer()
            #expect(cut.budget.bytesUsed == 0)
        }
    }

    @Test func everyTruncationGivesThoseRequestsThatAreWhole() {
        let frames = (0..<4).map { Frames.request($0, bodyBytes: 5 + Int($0)) }
        let stream = Frames.stream(frames)
        for length in 0...stream.readableBytes {
            let fixture = DoorFixture()
            let (connection, output) = fixture.connect()
            connection.received(stream.getSlice(at: 0, length: length) ?? ByteBuffer(), at: .origin)
            var end = 0
            let wholeFrames = frames.prefix { frame in
                end += frame.readableBytes
                return end <= length
            }
            #expect(fixture.server.requests.count == wholeFrames.count)
            #expect(connection.isOpen && output.isReading)
        }
    }

    @Test(arguments: [0, -1, Int32.min, Int32.max, 101, 0x4745_5420, 0x1603_0100])
    func aLengthThatNoRequestHasClosesTheConnection(length: Int32) {
        var limits = ConnectionLimits()
        limits.frameBytesMax = 100
        let fixture = DoorFixture(limits)
        let (connection, output) = fixture.connect()
        var bytes = Frames.request(1)
        bytes.writeInteger(length)
        connection.received(bytes, at: .origin)
        #expect(fixture.server.requests.count == 1)
        #expect(!connection.isOpen)
        #expect(output.closes.count == 1)
        #expect(fixture.server.closed.map(\.reason) == [.frameLength(length)])
        #expect(fixture.budget.bytesUsed == 0)
        #expect(fixture.environment.lines.last?.contains("198.51.100.7:4242") == true)
        // Whatever comes after is not looked at.
        connection.received(Frames.request(2), at: .origin)
        #expect(fixture.server.requests.count == 1)
    }

    @Test func aFrameOfExactlyTheLimitIsServed() {
        var limits = ConnectionLimits()
        limits.frameBytesMax = Frames.request(1, bodyBytes: 50).readableBytes - 4
        let fixture = DoorFixture(limits)
        let connection = fixture.connect().connection
        connection.received(Frames.request(1, bodyBytes: 50), at: .origin)
        #expect(fixture.server.requests.count == 1)
        connection.received(Frames.request(2, bodyBytes: 51), at: .origin)
        #expect(!connection.isOpen)
    }

    @Test func usualMistakesAreNamed() {
        #expect(CloseReason.frameLength(0x4745_5420).description.contains("HTTP"))
        #expect(CloseReason.frameLength(0x1603_0102).description.contains("TLS"))
        #expect(!CloseReason.frameLength(0).description.contains("TLS"))
    }

    @Test func randomBytesNeverTrapAndNeverLeak() {
        Seeds.each(200) { random, note in
            var limits = ConnectionLimits()
            limits.frameBytesMax = 4096
            let fixture = DoorFixture(limits)
            fixture.server.onServe = { $0.respond(frame: Frames.answer($0.correlationID)) }
            let connection = fixture.connect().connection
            for _ in 0..<20 where connection.isOpen {
                var bytes = ByteBuffer()
                if random.chance(0.7) {
                    // A plausible frame, then damaged.
                    bytes = Frames.request(
                        Int32.random(in: .min ... .max, using: &random), bodyBytes: Int.random(in: 0...100, using: &random))
                    for _ in 0..<Int.random(in: 0...3, using: &random) {
                        let index = Int.random(in: 0..<bytes.readableBytes, using: &random)
                        bytes.setInteger(UInt8.random(in: .min ... .max, using: &random), at: index)
                    }
                } else {
                    for _ in 0..<Int.random(in: 1...40, using: &random) {
                        bytes.writeInteger(UInt8.random(in: .min ... .max, using: &random))
                    }
                }
                connection.received(bytes, at: .origin)
                fixture.turn()
            }
            connection.closedByPeer()
            #expect(fixture.budget.bytesUsed == 0, note)
            #expect(fixture.server.closed.count == 1)
            #expect(fixture.door.connectionCount == 0)
        }
    }
}
