import Environment
import KafkaMessages
import KafkaProtocol
import Testing

@testable import Gateway

struct FetchSessionTests {
    private func target(_ partition: Int32, offset: Int64 = 0) -> FetchTarget { target(GatewayFixture.topic, partition, offset: offset) }

    private func target(_ topic: String, _ partition: Int32, offset: Int64 = 0) -> FetchTarget {
        FetchTarget(
            .with {
                $0.partition = partition
                $0.fetchOffset = offset
            }, of: .with { $0.topic = topic })
    }

    private func answer(highWatermark: Int64, records: Int = 0, error: ErrorCode = .none) -> FetchResponse.PartitionData {
        .with {
            $0.highWatermark = highWatermark
            $0.logStartOffset = 0
            $0.errorCode = error
            $0.records = .bytes(.init(repeating: 0, count: records))
        }
    }

    private func session(_ targets: [FetchTarget]) -> FetchSession {
        FetchSession(id: 5, targets: targets, usesTopicIDs: false, at: .origin)
    }

    @Test func onlyPartitionsWithNewsAreNamed() {
        let (a, b) = (target(0), target(1))
        var session = session([a, b])
        #expect(session.note([a.key: answer(highWatermark: 0), b.key: answer(highWatermark: 0)], known: []) == [a.key, b.key])
        #expect(session.note([a.key: answer(highWatermark: 0), b.key: answer(highWatermark: 0)], known: []).isEmpty)
        #expect(session.note([a.key: answer(highWatermark: 0), b.key: answer(highWatermark: 1)], known: []) == [b.key])
        #expect(session.note([a.key: answer(highWatermark: 0, records: 9), b.key: answer(highWatermark: 1)], known: []) == [a.key])
    }

    @Test func anErrorIsToldUntilItIsMendedAndSoIsItsEnd() {
        let a = target(0)
        var session = session([a])
        for _ in 0..<3 {
            #expect(session.note([a.key: answer(highWatermark: -1, error: .notLeaderOrFollower)], known: []) == [a.key])
        }
        #expect(session.note([a.key: answer(highWatermark: 4)], known: []) == [a.key])
        #expect(session.note([a.key: answer(highWatermark: 4)], known: []).isEmpty)
    }

    @Test func partitionsThatBroughtRecordsAreReadLastNextTime() {
        let targets = (0..<4).map { target(Int32($0)) }
        var session = session(targets)
        var answers: [FetchTarget.Key: FetchResponse.PartitionData] = [:]
        for (position, target) in targets.enumerated() { answers[target.key] = answer(highWatermark: 5, records: position < 2 ? 9 : 0) }
        _ = session.note(answers, known: [])
        #expect(session.partitions.map(\.target.key.partition) == [2, 3, 0, 1])
    }

    @Test func anIncrementalFetchMovesAddsAndForgetsPartitions() {
        var session = session([target(0), target(1), target(2)])
        session.update([target(1, offset: 8), target(3)], forgotten: [target(0).key])
        #expect(session.partitions.map(\.target.key.partition) == [1, 2, 3])
        #expect(session.partitions.map(\.target.offset) == [8, 0, 0])
    }

    @Test func afterTheLastEpochComesOne() {
        var session = session([target(0)])
        #expect(session.nextEpoch == 1)
        session.advanceEpoch()
        #expect(session.nextEpoch == 2)
    }

    // MARK: - All sessions of a node

    private func sessions() -> FetchSessions { FetchSessions(random: SeededRandom(seed: 3)) }

    private func incremental(_ id: Int32, epoch: Int32, change: (inout FetchRequest) -> Void = { _ in }) -> FetchRequest {
        .with {
            $0.sessionId = id
            $0.sessionEpoch = epoch
            change(&$0)
        }
    }

    @Test func aSessionGoesOnOnlyWithTheNextEpochAndTheSameNames() throws {
        let sessions = sessions()
        let id = try #require(sessions.open([target(0)], usesTopicIDs: false, at: .origin)).id
        func resume(_ epoch: Int32, ids: Bool = false) -> ErrorCode {
            switch sessions.resume(incremental(id, epoch: epoch), usesTopicIDs: ids, at: .origin) {
            case .success: .none
            case .failure(let code): code
            }
        }
        #expect(resume(2) == .invalidFetchSessionEpoch)
        #expect(resume(1, ids: true) == .fetchSessionTopicIdError)
        #expect(resume(1) == .none)
        #expect(resume(1) == .invalidFetchSessionEpoch)
        #expect(resume(2) == .none)
        sessions.close(id)
        #expect(resume(3) == .fetchSessionIdNotFound)
    }

    @Test func aSessionOfNothingEnds() throws {
        let sessions = sessions()
        let id = try #require(sessions.open([target(0)], usesTopicIDs: false, at: .origin)).id
        let forgets = incremental(id, epoch: 1) {
            $0.forgottenTopicsData = [
                .with {
                    $0.topic = GatewayFixture.topic
                    $0.partitions = [0]
                }
            ]
        }
        guard case .success(let left) = sessions.resume(forgets, usesTopicIDs: false, at: .origin) else {
            Issue.record("the session is there")
            return
        }
        #expect(left.partitions.isEmpty)
        guard case .failure(.fetchSessionIdNotFound) = sessions.resume(incremental(id, epoch: 2), usesTopicIDs: false, at: .origin) else {
            Issue.record("the session has ended")
            return
        }
    }

    @Test func aFullHouseGivesUpOnlyWhoWasIdleLongEnough() throws {
        let sessions = sessions()
        for _ in 0..<1000 { #expect(sessions.open([target(0)], usesTopicIDs: false, at: .origin) != nil) }
        #expect(sessions.open([target(0)], usesTopicIDs: false, at: .origin + .seconds(119)) == nil)
        #expect(sessions.open([target(0)], usesTopicIDs: false, at: .origin + .seconds(120)) != nil)
    }

    @Test func partitionsOfAllSessionsAreLimitedAndGivenBack() throws {
        let sessions = sessions()
        let many = (0..<250_000).map { target(Int32($0)) }
        let first = try #require(sessions.open(many, usesTopicIDs: false, at: .origin))
        let second = try #require(sessions.open(many, usesTopicIDs: false, at: .origin))
        #expect(sessions.open([target(0)], usesTopicIDs: false, at: .origin) == nil)
        let grows = incremental(first.id, epoch: 1) {
            $0.topics = [
                .with {
                    $0.topic = GatewayFixture.topic
                    $0.partitions = [.with { $0.partition = 250_000 }]
                }
            ]
        }
        guard case .failure(.fetchSessionIdNotFound) = sessions.resume(grows, usesTopicIDs: false, at: .origin) else {
            Issue.record("the session must not grow")
            return
        }
        sessions.close(second.id)
        #expect(sessions.open(many, usesTopicIDs: false, at: .origin) != nil)
        #expect(sessions.open(many, usesTopicIDs: false, at: .origin) != nil)
    }

    // MARK: - Through the gateway

    @Test func aSessionTellsOfNewsOnly() throws {
        let fixture = GatewayFixture(partitions: 3)
        let client = fixture.connect()
        let opening = GatewayFixture.fetch([0: 0, 1: 0, 2: 0]) {
            $0.maxWaitMs = 0
            $0.sessionEpoch = 0
        }
        let opened = try #require(try fixture.ask(opening, version: 12, on: client))
        #expect(opened.sessionId > 0)
        #expect(opened.recordBytes == [0: 0, 1: 0, 2: 0])
        try fixture.send(incremental(opened.sessionId, epoch: 1) { $0.maxWaitMs = 500 }, version: 12, on: client.connection)
        try fixture.put(try GatewayFixture.batch(at: 0), in: 1)
        let second = try fixture.answers(client.output, version: 12)
        #expect(second.map(\.recordBytes) == [[:]], "minBytes is 0 here: it does not wait")
        let third = try fixture.ask(incremental(opened.sessionId, epoch: 2), version: 12, on: client)
        #expect(third?.recordBytes == [1: 170])
        #expect(third?.sessionId == opened.sessionId)
    }
}
