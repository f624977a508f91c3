import Environment
import Gateway
import NIOCore
import Testing

@Suite struct BackPressureTests {
    private func limits(_ change: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
        var limits = ConnectionLimits()
        change(&limits)
        return limits
    }

    private func stream(_ ids: Range<Int32>, bodyBytes: Int = 10) -> ByteBuffer {
        Frames.stream(ids.map { Frames.request($0, bodyBytes: bodyBytes) })
    }

    @Test func readingStopsAtTheLimitOfRequestsAndResumesAtHalf() {
        let fixture = DoorFixture(limits { $0.requestsInFlightMax = 8 })
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<20), at: .origin)
        #expect(fixture.server.requests.count == 8)
        fixture.settle()
        #expect(!output.isReading)

        for answered in 0..<3 { fixture.server.requests[answered].respondNothing() }
        fixture.settle()
        #expect(fixture.server.requests.count == 8, "five wait: more than half")
        fixture.server.requests[3].respondNothing()
        #expect(fixture.server.requests.count == 8, "nothing is started from within an answer")
        fixture.settle()
        #expect(fixture.server.requests.count == 12)
        #expect(!output.isReading)

        for answered in 4..<12 { fixture.server.requests[answered].respondNothing() }
        fixture.settle()
        for answered in 12..<20 { fixture.server.requests[answered].respondNothing() }
        fixture.settle()
        #expect(fixture.server.requests.map(\.correlationID) == Array(0..<20))
        #expect(output.isReading)
    }

    @Test func readingStopsAtTheLimitOfRequestBytes() {
        let fixture = DoorFixture(limits { $0.requestBytesInFlightMax = 1000 })
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<20, bodyBytes: 300), at: .origin)
        #expect(fixture.server.requests.count == 4)
        fixture.settle()
        #expect(!output.isReading)
        for request in fixture.server.requests { request.respondNothing() }
        fixture.settle()
        #expect(fixture.server.requests.count == 8)
    }

    @Test func aRequestAboveTheLimitOfBytesIsStillServedAlone() {
        let fixture = DoorFixture(
            limits {
                $0.requestBytesInFlightMax = 10; $0.nodeRequestBytesInFlightMax = 10
            })
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<3, bodyBytes: 500), at: .origin)
        for served in 0..<3 {
            #expect(fixture.server.requests.count == served + 1)
            fixture.server.requests[served].respondNothing()
            fixture.settle()
        }
        #expect(output.isReading)
    }

    @Test func theNodesBudgetStopsEveryConnectionAndReliefWakesThem() {
        let fixture = DoorFixture(limits { $0.nodeRequestBytesInFlightMax = 1000 })
        let (first, firstOutput) = fixture.connect()
        let (second, secondOutput) = fixture.connect()
        first.received(stream(0..<4, bodyBytes: 300), at: .origin)
        #expect(fixture.server.requests.count == 4)
        second.received(stream(10..<11), at: .origin)
        #expect(fixture.server.requests.count == 4, "the node is full")
        fixture.settle()
        #expect(!secondOutput.isReading)

        let wakes = fixture.environment.scriptedCores.wakes
        for request in fixture.server.requests { request.respondNothing() }
        #expect(fixture.environment.scriptedCores.wakes > wakes, "relief asks for a turn")
        fixture.settle()
        #expect(fixture.server.requests.map(\.correlationID).last == 10)
        #expect(firstOutput.isReading && secondOutput.isReading)
    }

    @Test func aConnectionThatEndsGivesItsShareOfTheBudgetBack() {
        let fixture = DoorFixture(limits { $0.nodeRequestBytesInFlightMax = 1000 })
        let first = fixture.connect().connection
        let (second, secondOutput) = fixture.connect()
        first.received(stream(0..<4, bodyBytes: 300), at: .origin)
        second.received(stream(10..<11), at: .origin)
        fixture.settle()
        first.closedByPeer()
        fixture.settle()
        #expect(fixture.server.requests.last?.correlationID == 10)
        #expect(secondOutput.isReading)
    }

    @Test func reliefOnOneCoreWakesTheOtherThatWaits() {
        let fixture = DoorFixture(limits { $0.nodeRequestBytesInFlightMax = 1000 })
        let other = CoreDoor(
            core: 1, environment: fixture.environment, limits: fixture.limits, budget: fixture.budget, server: fixture.server)
        let output = ScriptedOutput(highWatermark: 1000)
        let waiting = other.open(remote: "198.51.100.8:1", listener: ListenerName("PLAINTEXT"), output: output, at: .origin)
        fixture.connect().connection.received(stream(0..<4, bodyBytes: 300), at: .origin)
        waiting.received(stream(10..<11), at: .origin)
        _ = other.endTurn(at: .origin)
        #expect(fixture.server.requests.count == 4)

        let cores = fixture.environment.scriptedCores
        let before = cores.wakes(of: 1)
        fixture.server.requests[0].respondNothing()
        #expect(cores.wakes(of: 1) == before, "not yet below half")
        for request in fixture.server.requests[1...] { request.respondNothing() }
        #expect(cores.wakes(of: 1) == before + 1)
        _ = other.endTurn(at: .origin)
        #expect(fixture.server.requests.last?.correlationID == 10)
    }

    @Test func limitsOfZeroAreTakenAsOne() {
        let fixture = DoorFixture(
            limits {
                $0.requestsInFlightMax = 0
                $0.requestBytesInFlightMax = 0
                $0.nodeRequestBytesInFlightMax = 0
                $0.answerBytesMax = 0
            })
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<3), at: .origin)
        for served in 0..<3 {
            #expect(fixture.server.requests.count == served + 1)
            fixture.server.requests[served].respond(frame: Frames.answer(Int32(served)))
            fixture.settle()
        }
        #expect(Frames.correlationIDs(output.sent) == [0, 1, 2])
    }

    @Test func framesInPartsCannotHoldTheBudgetAgainstEachOther() {
        let fixture = DoorFixture(limits { $0.nodeRequestBytesInFlightMax = 1000 })
        fixture.server.onServe = { $0.respondNothing() }
        let connections = (0..<4).map { _ in fixture.connect() }
        let frame = Frames.request(1, bodyBytes: 900)
        var rest = connections.map { _ in frame }
        // Each gets its bytes in small parts, in turn, as far as it reads.
        for _ in 0..<200 {
            for (index, (connection, output)) in connections.enumerated() where output.isReading {
                if let part = rest[index].readSlice(length: min(20, rest[index].readableBytes)) { connection.received(part, at: .origin) }
            }
            fixture.settle()
            #expect(fixture.budget.bytesUsed < 1000 + 1000)
        }
        #expect(fixture.server.requests.count == 4)
        #expect(fixture.budget.bytesUsed == 0)
    }

    @Test func aSlowReaderStopsItsOwnRequestsAndNobodyElses() {
        let fixture = DoorFixture(limits { $0.answerBytesMax = 10_000 })
        fixture.server.onServe = { $0.respond(frame: Frames.answer($0.correlationID, bytes: 3000)) }
        let (slow, slowOutput) = fixture.connect()
        slowOutput.window = 0
        let (quick, quickOutput) = fixture.connect()

        var next: Int32 = 0
        for _ in 0..<100 {
            if slowOutput.isReading {
                slow.received(stream(next..<next + 5), at: .origin)
                next += 5
            }
            fixture.settle()
        }
        #expect(!slowOutput.isReading)
        #expect(slowOutput.unsentMax <= 10_000 + 3100, "one answer beyond the limit at most")
        quick.received(stream(0..<3), at: .origin)
        fixture.settle()
        #expect(Frames.correlationIDs(quickOutput.sent) == [0, 1, 2])

        while slowOutput.unsent.readableBytes > 0 {
            slowOutput.take(2000)
            fixture.settle()
        }
        #expect(slowOutput.isReading)
        #expect(Frames.correlationIDs(slowOutput.sent) == Array(0..<next))
    }

    @Test func answersHeldBehindASlowOneAreBounded() {
        let fixture = DoorFixture(limits { $0.answerBytesMax = 10_000 })
        fixture.server.onServe = { if $0.correlationID > 0 { $0.respond(frame: Frames.answer($0.correlationID, bytes: 3000)) } }
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<100), at: .origin)
        fixture.settle()
        #expect(fixture.server.requests.count == 5)
        #expect(!output.isReading)
        fixture.server.requests[0].respond(frame: Frames.answer(0))
        fixture.settle()
        #expect(Frames.correlationIDs(output.sent) == Array(0..<100))
        #expect(output.isReading)
    }

    @Test func aPauseWithinATurnDoesNotReachTheSocket() {
        let fixture = DoorFixture(limits { $0.requestsInFlightMax = 8 })
        let (connection, output) = fixture.connect()
        connection.received(stream(0..<10), at: .origin)
        for request in fixture.server.requests { request.respondNothing() }
        fixture.turn()
        #expect(fixture.server.requests.count == 10)
        #expect(output.readingChanges == 0)
    }

    @Test func bytesThatStillComeAfterAStopAreKept() {
        let fixture = DoorFixture(limits { $0.requestsInFlightMax = 2 })
        let (connection, _) = fixture.connect()
        for id in 0..<10 as Range<Int32> { connection.received(Frames.request(id), at: .origin) }
        #expect(fixture.server.requests.count == 2)
        var answered = 0
        while answered < fixture.server.requests.count {
            fixture.server.requests[answered].respondNothing()
            answered += 1
            fixture.settle()
        }
        #expect(fixture.server.requests.map(\.correlationID) == Array(0..<10))
    }

    /// Everything at once, by chance: the order, the limits and the books hold whatever happens.
    @Test func lawsHoldUnderRandomLimitsAndEvents() {
        Seeds.each(40) { random, note in
            let drawn = limits {
                $0.requestsInFlightMax = Int.random(in: 1...6, using: &random)
                $0.requestBytesInFlightMax = Int.random(in: 1...600, using: &random)
                $0.nodeRequestBytesInFlightMax = Int.random(in: 1...900, using: &random)
                $0.answerBytesMax = Int.random(in: 1...5000, using: &random)
            }
            let fixture = DoorFixture(drawn)
            var waiting: [Request] = []
            var silent: Set<RequestTicket> = []
            fixture.server.onServe = { waiting.append($0) }
            let clients = (0..<3).map { _ in fixture.connect() }
            var streams = clients.map { _ in
                stream(0..<30, bodyBytes: Int.random(in: 0...200, using: &random))
            }
            for client in clients { client.output.window = 0 }

            func answer(_ index: Int) {
                let request = waiting.remove(at: index)
                if random.chance(0.1) {
                    silent.insert(request.ticket)
                    request.respondNothing()
                } else {
                    request.respond(frame: Frames.answer(request.correlationID, bytes: Int.random(in: 0...2500, using: &random)))
                }
            }
            for step in 0..<5000 {
                let index = Int.random(in: 0..<clients.count, using: &random)
                let (connection, output) = clients[index]
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where output.isReading || random.chance(0.02):
                    let length = min(streams[index].readableBytes, Int.random(in: 1...400, using: &random))
                    if let bytes = streams[index].readSlice(length: length) { connection.received(bytes, at: .origin) }
                case 1 where !waiting.isEmpty: answer(Int.random(in: 0..<waiting.count, using: &random))
                case 2: output.take(Int.random(in: 0...3000, using: &random))
                default: fixture.turn()
                }
                #expect(connection.requestsInFlight <= drawn.requestsInFlightMax)
                // All that may wait is one answer per request in flight beyond the limit.
                #expect(output.unsentMax <= drawn.answerBytesMax + drawn.requestsInFlightMax * 2600 + 20_000)
                if step > 1000, streams.allSatisfy({ $0.readableBytes == 0 }), waiting.isEmpty { break }
            }
            // Then every client reads, and all is answered.
            for (_, output) in clients { output.window = nil }
            for _ in 0..<500 {
                for (index, (connection, output)) in clients.enumerated() {
                    output.take(0)
                    output.window = nil
                    if output.isReading, streams[index].readableBytes > 0 {
                        let length = min(streams[index].readableBytes, 300)
                        if let bytes = streams[index].readSlice(length: length) { connection.received(bytes, at: .origin) }
                    }
                    connection.flush()
                }
                while !waiting.isEmpty { answer(0) }
                fixture.settle()
            }
            for (connection, output) in clients {
                let expected = (0..<30 as Range<Int32>).filter { id in
                    let ticket = fixture.server.requests.first { $0.connection.id == connection.id && $0.correlationID == id }?.ticket
                    return ticket.map { !silent.contains($0) } ?? true
                }
                #expect(Frames.correlationIDs(output.sent) == expected, note)
                #expect(output.isReading, note)
                connection.closedByPeer()
            }
            #expect(fixture.budget.bytesUsed == 0, note)
        }
    }
}
