import Environment
import Gateway
import NIOCore
import Testing

@Suite struct AnswerOrderTests {
    @Test func answersLeaveInRequestOrderWhateverFinishesFirst() {
        Seeds.each(60) { random, note in
            let fixture = DoorFixture()
            let (connection, output) = fixture.connect()
            let count = Int32.random(in: 1...60, using: &random)
            connection.received(Frames.stream((0..<count).map { Frames.request($0) }), at: .origin)
            #expect(fixture.server.requests.map(\.correlationID) == Array(0..<count))

            for request in fixture.server.requests.shuffled(using: &random) {
                request.respond(frame: Frames.answer(request.correlationID, bytes: Int.random(in: 0...5000, using: &random)))
                if random.chance(0.3) { fixture.turn() }
            }
            fixture.turn()
            #expect(Frames.correlationIDs(output.sent) == Array(0..<count), note)
            #expect(fixture.budget.bytesUsed == 0)
        }
    }

    @Test func anAnswerWaitsForThoseBeforeIt() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        fixture.server.requests[1].respond(frame: Frames.answer(2))
        fixture.turn()
        #expect(output.sent.readableBytes == 0)
        fixture.server.requests[0].respond(frame: Frames.answer(1))
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1, 2])
    }

    @Test func aRequestWithoutAnAnswerHoldsNobodyUp() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream((0..<5).map { Frames.request($0) }), at: .origin)
        let requests = fixture.server.requests
        requests[3].respondNothing()
        requests[4].respond(frame: Frames.answer(4))
        requests[1].respond(frame: Frames.answer(1))
        requests[0].respondNothing()
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1])
        requests[2].respond(frame: Frames.answer(2))
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1, 2, 4])
        #expect(connection.requestsInFlight == 0)
    }

    @Test func aTicketFindsItsRequestFromAfarUntilTheConnectionIsGone() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        let tickets = fixture.server.requests.map(\.ticket)
        fixture.door.answer(tickets[0], Frames.answer(1))
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1])
        connection.closedByPeer()
        fixture.door.answer(tickets[1], Frames.answer(2))
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == [1])
    }

    @Test func manySmallAnswersAreOneWriteAndOneFlush() {
        let fixture = DoorFixture()
        fixture.server.onServe = { $0.respond(frame: Frames.answer($0.correlationID, bytes: 20)) }
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream((0..<100).map { Frames.request($0) }), at: .origin)
        #expect(output.writes == 0)
        fixture.turn()
        #expect(output.flushes == 1)
        #expect(output.writes == 1)
        #expect(Frames.correlationIDs(output.sent) == Array(0..<100))
    }

    @Test func largeAndSmallAnswersKeepTheirOrder() {
        let fixture = DoorFixture()
        fixture.server.onServe = { $0.respond(frame: Frames.answer($0.correlationID, bytes: $0.correlationID % 3 == 0 ? 100_000 : 10)) }
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream((0..<50).map { Frames.request($0) }), at: .origin)
        fixture.turn()
        #expect(Frames.correlationIDs(output.sent) == Array(0..<50))
    }

    @Test func countersCountWhatPassed() {
        let fixture = DoorFixture()
        fixture.server.onServe = { $0.respond(frame: Frames.answer($0.correlationID)) }
        let (connection, output) = fixture.connect()
        let stream = Frames.stream((0..<10).map { Frames.request($0) })
        connection.received(stream, at: .origin)
        fixture.turn()
        #expect(connection.counters.requests == 10)
        #expect(connection.counters.bytesIn == UInt64(stream.readableBytes))
        #expect(connection.counters.bytesOut == UInt64(output.sent.readableBytes))
    }
}
