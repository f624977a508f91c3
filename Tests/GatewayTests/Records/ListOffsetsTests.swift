import Environment
import Gateway
import KafkaMessages
import KafkaProtocol
import Storage
import Testing

struct ListOffsetsTests {
    private typealias PartitionAnswer = ListOffsetsResponse.ListOffsetsPartitionResponse

    private func ask(
        _ fixture: GatewayFixture, _ partitions: [(index: Int32, timestamp: Int64, epoch: Int32)], version: Int16 = 11, isolation: Int8 = 0
    ) throws -> [PartitionAnswer] {
        let request = ListOffsetsRequest.with {
            $0.replicaId = -1
            $0.isolationLevel = isolation
            $0.topics = [
                .with {
                    $0.name = GatewayFixture.topic
                    $0.partitions = partitions.map { partition in
                        .with {
                            $0.partitionIndex = partition.index
                            $0.timestamp = partition.timestamp
                            $0.currentLeaderEpoch = partition.epoch
                        }
                    }
                }
            ]
        }
        let answer = try fixture.ask(request, version: version, on: fixture.connect(), as: ListOffsetsResponse.self)
        return try #require(answer).topics.flatMap(\.partitions)
    }

    @Test func partitionsAreAnsweredInTheOrderAsked() throws {
        let fixture = GatewayFixture(partitions: 3)
        let answers = try ask(fixture, [(2, -1, -1), (0, -1, -1), (9, -1, -1), (1, -1, -1)])
        #expect(answers.map(\.partitionIndex) == [2, 0, 9, 1])
        #expect(answers.map(\.errorCode) == [.none, .none, .unknownTopicOrPartition, .none])
        #expect(answers.map(\.offset) == [7, 7, -1, 7])
    }

    @Test func aPartitionAskedForTwiceIsAnsweredOnce() throws {
        let fixture = GatewayFixture(partitions: 2)
        let answers = try ask(fixture, [(0, -1, -1), (1, -1, -1), (0, -2, -1)])
        #expect(answers.map(\.partitionIndex) == [0, 1])
        #expect(answers.map(\.errorCode) == [.invalidRequest, .none])
    }

    @Test func anEpochOtherThanMinusOneIsCompared() throws {
        let fixture = GatewayFixture(partitions: 1)
        for epoch: Int32 in [-1, -2, 0, 5] { _ = try ask(fixture, [(0, -1, epoch)]) }
        #expect(fixture.engines.flatMap(\.queries).map(\.currentLeaderEpoch) == [nil, -2, 0, 5])
    }

    @Test func nothingIsTieredAndOnlyTheLeaderSaysSo() throws {
        let fixture = GatewayFixture(partitions: 1)
        for timestamp: Int64 in [-5, -6] {
            let answers = try ask(fixture, [(0, timestamp, -1)])
            #expect(answers.map(\.errorCode) == [.none])
            #expect(answers.map(\.offset) == [-1])
            #expect(answers.map(\.leaderEpoch) == [-1])
        }
        for engine in fixture.engines { engine.offsetOutcome = .failure(.notLeader(leader: nil)) }
        #expect(try ask(fixture, [(0, -5, -1)]).map(\.errorCode) == [.notLeaderOrFollower])
    }

    @Test(arguments: [(Int64(-3), Int16(7)), (-4, 8), (-5, 9), (-6, 11)])
    func aSpecialTimestampIsServedFromItsVersionOn(timestamp: Int64, version: Int16) throws {
        let fixture = GatewayFixture(partitions: 1)
        #expect(try ask(fixture, [(0, timestamp, -1)], version: version).map(\.errorCode) == [.none])
        #expect(try ask(fixture, [(0, timestamp, -1)], version: version - 1).map(\.errorCode) == [.unsupportedVersion])
        #expect(try ask(fixture, [(0, -7, -1)], version: version).map(\.errorCode) == [.unsupportedVersion])
    }

    @Test func anIsolationLevelThatDoesNotExistIsAnError() throws {
        let fixture = GatewayFixture(partitions: 1)
        #expect(try ask(fixture, [(0, -1, -1)], isolation: 1).map(\.errorCode) == [.none])
        #expect(try ask(fixture, [(0, -1, -1)], isolation: 9).map(\.errorCode) == [.unknownServerError])
    }
}
