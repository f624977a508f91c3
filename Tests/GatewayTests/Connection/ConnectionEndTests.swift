import Environment
import Gateway
import NIOCore
import Testing

@Suite struct ConnectionEndTests {
    @Test func theEndIsToldOnceAndGivesEverythingBack() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        #expect(fixture.server.opened == [connection.id])
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        connection.received(ByteBuffer(bytes: [0, 0, 4, 0, 1, 2]), at: .origin)
        #expect(fixture.budget.bytesUsed > 1024, "the frame begun counts")
        connection.closedByPeer()
        connection.closedByPeer()
        connection.close(.shutdown)
        #expect(fixture.server.closed.map(\.reason) == [.peer])
        #expect(fixture.budget.bytesUsed == 0)
        #expect(output.closes.isEmpty, "the other side did it")
        for request in fixture.server.requests { request.respond(frame: Frames.answer(request.correlationID)) }
        fixture.turn()
        #expect(output.writes == 0)
        #expect(fixture.door.connection(connection.id) == nil)
    }

    @Test func closingFromWithinARequestStartsNoOther() {
        let fixture = DoorFixture()
        fixture.server.onServe = { $0.connection.close(.server("malformed body")) }
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        #expect(fixture.server.requests.count == 1)
        #expect(output.closes == [true])
        #expect(fixture.budget.bytesUsed == 0)
    }

    @Test func answersGivenBeforeTheEndAreSentFirst() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        fixture.server.requests[0].respond(frame: Frames.answer(1))
        connection.close(.server("enough"))
        #expect(Frames.correlationIDs(output.sent) == [1])
    }

    @Test func aConnectionThatFinishesAnswersWhatItStartedAndThenCloses() {
        let fixture = DoorFixture()
        let (connection, output) = fixture.connect()
        let (idle, idleOutput) = fixture.connect()
        connection.received(Frames.stream([Frames.request(1), Frames.request(2)]), at: .origin)
        fixture.door.drain(.shutdown)
        #expect(!idle.isOpen && idleOutput.closes == [true])
        #expect(connection.isOpen && !output.isReading)
        connection.received(Frames.request(3), at: .origin)
        fixture.server.requests[1].respond(frame: Frames.answer(2))
        #expect(connection.isOpen)
        fixture.server.requests[0].respond(frame: Frames.answer(1))
        #expect(!connection.isOpen)
        #expect(Frames.correlationIDs(output.sent) == [1, 2])
        #expect(fixture.server.requests.count == 2)
        // A door that drains lets nobody in.
        #expect(!fixture.connect().connection.isOpen)
    }

    @Test func closingAllClosesAll() {
        let fixture = DoorFixture()
        let connections = (0..<5).map { _ in fixture.connect().connection }
        fixture.door.closeAll(.shutdown)
        #expect(connections.allSatisfy { !$0.isOpen })
        #expect(fixture.server.closed.count == 5)
        #expect(fixture.door.connectionCount == 0)
    }

    @Test func anIdleConnectionIsClosedAndABusyOneIsNot() {
        var limits = ConnectionLimits()
        limits.idleMax = .seconds(60)
        let fixture = DoorFixture(limits)
        let idle = fixture.connect().connection
        let waiting = fixture.connect().connection
        let lively = fixture.connect().connection
        fixture.server.onServe = { if $0.connection !== waiting { $0.respondNothing() } }
        waiting.received(Frames.request(1), at: fixture.now)
        var deadline = fixture.door.endTurn(at: fixture.now)
        while let next = deadline, next < .origin + .seconds(200) {
            fixture.now = next
            lively.received(Frames.request(1), at: next)
            deadline = fixture.door.endTurn(at: next)
        }
        #expect(fixture.server.closed.map(\.id) == [idle.id])
        #expect(fixture.server.closed.map(\.reason) == [.idle])
        #expect(waiting.isOpen && lively.isOpen)
        #expect(deadline != nil)
    }

    @Test func aRequestThatStaysIncompleteIsGivenUp() {
        var limits = ConnectionLimits()
        limits.stalledFrameMax = .seconds(5)
        let fixture = DoorFixture(limits)
        let (stalled, _) = fixture.connect()
        let (slow, _) = fixture.connect()
        var bytes = Frames.request(1, bodyBytes: 200)
        stalled.received(bytes.getSlice(at: 0, length: 50) ?? ByteBuffer(), at: .origin)
        for second in 1...60 {
            fixture.now = .origin + .seconds(second)
            if let byte = bytes.readSlice(length: 1) { slow.received(byte, at: fixture.now) }
            fixture.turn()
        }
        #expect(fixture.server.closed.map(\.reason) == [.stalledFrame])
        #expect(slow.isOpen)
        #expect(!stalled.isOpen)
    }

    @Test func aDoorWithoutConnectionsWantsNoTurns() {
        let fixture = DoorFixture()
        #expect(fixture.door.endTurn(at: .origin) == nil)
        let connection = fixture.connect().connection
        #expect(fixture.door.endTurn(at: .origin) != nil)
        connection.closedByPeer()
        var deadline = fixture.door.endTurn(at: .origin)
        while let next = deadline { deadline = fixture.door.endTurn(at: next) }
        #expect(fixture.door.connectionCount == 0)
    }
}
