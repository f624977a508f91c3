import Environment
import KafkaMessages
import KafkaProtocol
import Testing

@testable import Gateway

struct PendingFetchTests {
    @Test func aFetchReadsPartitionsOfAllCores() throws {
        let fixture = GatewayFixture(partitions: 4)
        for partition in 0..<4 { try fixture.put(try GatewayFixture.batch(at: 0), in: partition) }
        let answer = try fixture.ask(GatewayFixture.fetch([0: 0, 1: 0, 2: 0, 3: 0]), version: 12, on: fixture.connect())
        #expect(answer?.recordBytes == [0: 170, 1: 170, 2: 170, 3: 170])
        #expect(answer?.responses.count == 1)
        #expect(fixture.engines.map(\.reads) == [2, 2])
    }

    @Test func aFetchWakesForDataOfAnyCoreAndLeavesNobodyWaiting() throws {
        for partition in 0..<4 {
            let fixture = GatewayFixture(partitions: 4)
            let client = fixture.connect()
            #expect(try fixture.ask(GatewayFixture.fetch([0: 0, 1: 0, 2: 0, 3: 0]), version: 12, on: client) == nil)
            #expect(fixture.engines.map(\.waiterCount) == [2, 2])
            try fixture.put(try GatewayFixture.batch(at: 0), in: partition)
            let answers = try fixture.answers(client.output, version: 12)
            #expect(answers.count == 1)
            #expect(answers.first?.recordBytes[Int32(partition)] == 170)
            #expect(fixture.engines.map(\.waiterCount) == [0, 0])
            #expect(fixture.cores[0].fetchesByTicket.isEmpty && fixture.cores[0].waitingFetches.isEmpty)
        }
    }

    @Test func dataThatComesBetweenTheReadAndTheWaitIsNotMissed() throws {
        // Partition 1 lies on the other core: something is put there right after it was read.
        let fixture = GatewayFixture(partitions: 2)
        let client = fixture.connect()
        let batch = try GatewayFixture.batch(at: 0)
        let other = fixture.cores[1].inbox
        fixture.engines[1].onRead = { count in
            guard count == 1 else { return }
            other.post { core in
                guard let engine = core.engine as? ScriptedEngine else { return }
                do { try engine.put(batch, in: GroupID(GroupID.firstPartition.rawValue + 1)) } catch { Issue.record(error) }
            }
        }
        let answer = try fixture.ask(GatewayFixture.fetch([0: 0, 1: 0]), version: 12, on: client)
        #expect(answer?.recordBytes == [0: 0, 1: 170])
    }

    @Test func aFetchWaitsUntilItHasEnoughOrItsTimeIsUp() throws {
        let fixture = GatewayFixture(partitions: 2)
        let client = fixture.connect()
        let fetch = GatewayFixture.fetch([0: 0, 1: 0]) { $0.minBytes = 340 }
        #expect(try fixture.ask(fetch, version: 12, on: client) == nil)
        try fixture.put(try GatewayFixture.batch(at: 0), in: 0)
        #expect(try fixture.answers(client.output, version: 12).isEmpty)
        try fixture.put(try GatewayFixture.batch(at: 0), in: 1)
        #expect(try fixture.answers(client.output, version: 12).map(\.recordBytes) == [[0: 170, 1: 170]])

        try fixture.send(GatewayFixture.fetch([0: 1, 1: 1]), version: 12, on: client.connection)
        fixture.advance(by: .milliseconds(499))
        #expect(try fixture.answers(client.output, version: 12).isEmpty)
        fixture.advance(by: .milliseconds(1))
        #expect(try fixture.answers(client.output, version: 12).map(\.recordBytes) == [[0: 0, 1: 0]])
        #expect(fixture.engines.map(\.waiterCount) == [0, 0])
    }

    @Test func aFetchThatIsFullAnswersHoweverMuchWasAskedFor() throws {
        let fixture = GatewayFixture(partitions: 1)
        for offset in 0..<3 { try fixture.put(try GatewayFixture.batch(at: Int64(offset)), in: 0) }
        let fetch = GatewayFixture.fetch([0: 0]) {
            $0.minBytes = 1 << 20
            $0.maxBytes = 340
        }
        #expect(try fixture.ask(fetch, version: 12, on: fixture.connect())?.recordBytes == [0: 340])
    }

    @Test func onlyTheFirstPartitionWithDataMayExceedItsLimits() throws {
        let fixture = GatewayFixture(partitions: 3)
        let client = fixture.connect()
        for partition in 1..<3 { try fixture.put(try GatewayFixture.batch(at: 0), in: partition) }
        let narrow = GatewayFixture.fetch([0: 0, 1: 0, 2: 0], partitionBytesMax: 1)
        #expect(try fixture.ask(narrow, version: 12, on: client)?.recordBytes == [0: 0, 1: 170, 2: 0])
        let little = GatewayFixture.fetch([0: 0, 1: 0, 2: 0]) { $0.maxBytes = 1 }
        #expect(try fixture.ask(little, version: 12, on: client)?.recordBytes == [0: 0, 1: 170, 2: 0])
    }

    @Test func whatIsLeftOfTheLimitIsFilledWithWholeBatches() throws {
        let fixture = GatewayFixture(partitions: 3)
        for partition in 0..<3 { for offset in 0..<3 { try fixture.put(try GatewayFixture.batch(at: Int64(offset)), in: partition) } }
        let fetch = GatewayFixture.fetch([0: 0, 1: 0, 2: 0]) { $0.maxBytes = 700 }
        #expect(try fixture.ask(fetch, version: 12, on: fixture.connect())?.recordBytes == [0: 510, 1: 170, 2: 0])
    }

    @Test func aConnectionThatEndsTakesItsFetchAlong() throws {
        let fixture = GatewayFixture(partitions: 2)
        let client = fixture.connect()
        #expect(try fixture.ask(GatewayFixture.fetch([0: 0, 1: 0]), version: 12, on: client) == nil)
        #expect(fixture.engines.map(\.waiterCount) == [1, 1])
        client.connection.closedByPeer()
        fixture.settle()
        #expect(fixture.engines.map(\.waiterCount) == [0, 0])
        #expect(fixture.cores[0].fetchesByTicket.isEmpty && fixture.cores[0].waitingFetches.isEmpty)
    }

    @Test func aConnectionThatEndsWhileItsFetchIsReadLeavesNothingWaiting() throws {
        let fixture = GatewayFixture(partitions: 2)
        let client = fixture.connect()
        fixture.engines[1].onRead = { _ in client.connection.closedByPeer() }
        try fixture.send(GatewayFixture.fetch([0: 0, 1: 0]) { $0.maxWaitMs = .max }, version: 12, on: client.connection)
        #expect(fixture.engines.map(\.waiterCount) == [0, 0])
        #expect(fixture.cores[0].fetchesByTicket.isEmpty && fixture.cores[0].waitingFetches.isEmpty)
    }

    @Test func aNodeThatStopsAnswersWhatWaits() throws {
        let fixture = GatewayFixture(partitions: 2)
        let client = fixture.connect()
        #expect(try fixture.ask(GatewayFixture.fetch([0: 0, 1: 0]), version: 12, on: client) == nil)
        fixture.cores[0].drain()
        fixture.settle()
        #expect(try fixture.answers(client.output, version: 12).count == 1)
    }

    @Test(arguments: [Int16(0), 1, 2, 3])
    func anOldClientWaitsBehindMarkersItCannotBeTold(version: Int16) throws {
        let fixture = GatewayFixture(partitions: 1)
        let client = fixture.connect()
        try fixture.put(try GatewayFixture.marker(at: 0), in: 0)
        #expect(try fixture.ask(GatewayFixture.fetch([0: 0]), version: version, on: client) == nil)
        #expect(fixture.engines.map(\.waiterCount).reduce(0, +) == 1)
        let reads = fixture.engines.map(\.reads).reduce(0, +)
        #expect(reads <= 2)
        try fixture.put(try GatewayFixture.batch(at: 1), in: 0)
        let answers = try fixture.answers(client.output, version: version)
        #expect(answers.count == 1)
        #expect((answers.first?.recordBytes[0] ?? 0) > 100)
    }

    @Test func anOldClientIsToldWhatLiesBehindMarkers() throws {
        let fixture = GatewayFixture(partitions: 1)
        for offset in 0..<3 { try fixture.put(try GatewayFixture.marker(at: Int64(offset)), in: 0) }
        try fixture.put(try GatewayFixture.batch(at: 3), in: 0)
        // Too narrow for more than one batch at a time.
        let fetch = GatewayFixture.fetch([0: 0], partitionBytesMax: 1)
        let answer = try fixture.ask(fetch, version: 3, on: fixture.connect())
        #expect((answer?.recordBytes[0] ?? 0) > 100)
    }
}
