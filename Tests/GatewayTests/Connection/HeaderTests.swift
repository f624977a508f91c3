import Environment
import Gateway
import KafkaProtocol
import NIOCore
import Testing

@Suite struct HeaderTests {
    @Test func aRequestCarriesItsHeaderAndItsBody() {
        let fixture = DoorFixture()
        let connection = fixture.connect().connection
        connection.received(Frames.request(77, version: 3, clientID: "Ada", bodyBytes: 3), at: Instant(nanoseconds: 5))
        let request = fixture.server.requests[0]
        #expect(request.apiKey == .heartbeat && request.version == 3 && request.correlationID == 77 && request.clientID == "Ada")
        #expect(request.body == ByteBuffer(bytes: [77, 78, 79]))
        #expect(request.receivedAt == Instant(nanoseconds: 5))
        #expect(request.principal == .anonymous)
    }

    @Test(arguments: [-1, 4, 5, 7, 52, 56, 100, Int16.max, Int16.min]) func anUnknownApiClosesTheConnection(key: Int16) {
        let fixture = DoorFixture()
        let connection = fixture.connect().connection
        connection.received(Frames.request(1, apiKey: key, version: 0), at: .origin)
        #expect(fixture.server.closed.map(\.reason) == [.unservedApi(key)])
        #expect(!connection.isOpen)
    }

    @Test func anApiThatTheServerDoesNotServeClosesTheConnection() {
        let fixture = DoorFixture()
        fixture.connect().connection.received(Frames.request(1, apiKey: ApiKey.fetch.rawValue), at: .origin)
        #expect(fixture.server.closed.map(\.reason) == [.unservedApi(1)])
    }

    @Test(arguments: [-1, 5, Int16.max, Int16.min]) func anUnservedVersionClosesTheConnection(version: Int16) {
        let fixture = DoorFixture()
        fixture.connect().connection.received(Frames.request(1, version: version), at: .origin)
        #expect(fixture.server.closed.map(\.reason) == [.unservedVersion(.heartbeat, version)])
        #expect(fixture.server.requests.isEmpty)
    }

    @Test(arguments: [-1, 5, 6, Int16.max, Int16.min]) func apiVersionsInAnUnservedVersionIsAnsweredInTheOldestForm(version: Int16) {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.request(9, apiKey: 18, version: version), at: .origin)
        fixture.turn()
        // Length, correlation id, error 35, one entry: key 18, versions 0 to 4; as Kafka answers.
        #expect(output.sent == ByteBuffer(bytes: [0, 0, 0, 16, 0, 0, 0, 9, 0, 35, 0, 0, 0, 1, 0, 18, 0, 0, 0, 4]))
        #expect(connection.isOpen)
        connection.received(Frames.request(10, apiKey: 18, version: 3), at: .origin)
        #expect(fixture.server.requests.map(\.correlationID) == [10])
    }

    @Test func theFallbackKeepsItsPlaceInTheOrder() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2, apiKey: 18, version: 99)]), at: .origin)
        fixture.turn()
        #expect(output.sent.readableBytes == 0)
        fixture.server.requests[0].respond(frame: Frames.answer(1))
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1, 2])
    }

    @Test func requestsOfChangingClientsAndTagsAreReadLikeTheFirst() {
        var random = SeededRandom(seed: 11)
        let fixture = DoorFixture()
        fixture.server.onServe = { $0.respondNothing() }
        let connection = fixture.connect().connection
        for id in 0..<500 as Range<Int32> {
            let clientID = [nil, "", "a", "b", "ab", "tester"].randomElement(using: &random) ?? nil
            let version = Int16.random(in: 0...4, using: &random)
            var frame = Frames.request(id, version: version, clientID: clientID, bodyBytes: 4)
            if version == 4, random.chance(0.3) {
                // One unknown tag of two bytes in the header, in place of no tags.
                let body = frame.readableBytes - 4
                var tagged = frame.getSlice(at: 0, length: body - 1) ?? ByteBuffer()
                tagged.writeBytes([1, 5, 2, 0xAA, 0xBB])
                tagged.writeBytes(frame.readableBytesView.suffix(4))
                tagged.setInteger(Int32(tagged.readableBytes - 4), at: 0)
                frame = tagged
            }
            connection.received(frame, at: .origin)
            guard let request = fixture.server.requests.last else { break }
            #expect(request.correlationID == id && request.clientID == clientID && request.version == version)
            #expect(request.body == ByteBuffer(bytes: (0..<4).map { UInt8(truncatingIfNeeded: $0 + id) }))
        }
        #expect(fixture.server.requests.count == 500)
    }

    @Test func aHeaderCutShortClosesTheConnection() {
        let whole = Frames.request(1, bodyBytes: 0)
        // Every length short of the whole header, down to a single byte.
        for length in 1..<(whole.readableBytes - 4) {
            var frame = ByteBuffer()
            frame.writeInteger(Int32(length))
            frame.writeBytes(whole.readableBytesView.dropFirst(4).prefix(length))
            let fixture = DoorFixture()
            let connection = fixture.connect().connection
            connection.received(frame, at: .origin)
            #expect(!connection.isOpen)
            guard case .malformedHeader = fixture.server.closed.first?.reason else {
                Issue.record("closed for another reason: \(String(describing: fixture.server.closed.first))")
                continue
            }
            #expect(fixture.budget.bytesUsed == 0)
        }
    }

    @Test func aClientIDThatIsNotUTF8ClosesTheConnection() {
        let fixture = DoorFixture()
        var frame = ByteBuffer()
        frame.writeBytes([0, 0, 0, 11, 0, 12, 0, 0, 0, 0, 0, 1, 0, 1, 0xFF])
        fixture.connect().connection.received(frame, at: .origin)
        guard case .malformedHeader = fixture.server.closed.first?.reason else {
            Issue.record("not closed for its header")
            return
        }
    }
}
