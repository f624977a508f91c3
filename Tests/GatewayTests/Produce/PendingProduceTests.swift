import Environment
import Gateway
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage
import Testing

struct PendingProduceTests {
    private typealias PartitionAnswer = ProduceResponse.PartitionProduceResponse

    private func records(key: String? = "k", change: (inout RecordBatchBuilder.Options) -> Void = { _ in }) throws -> ByteBuffer {
        var options = RecordBatchBuilder.Options()
        change(&options)
        var builder = RecordBatchBuilder(options)
        try builder.append(key: key.map { ByteBuffer(string: $0) }, value: ByteBuffer(string: "v"), timestamp: 0)
        return try builder.finish()
    }

    private func request(
        _ partitions: [(Int32, ByteBuffer)], of topic: String = GatewayFixture.topic, acks: Int16 = -1
    ) -> ProduceRequest {
        .with {
            $0.acks = acks
            $0.timeoutMs = 1000
            $0.topicData = [
                .with {
                    $0.name = topic
                    $0.partitionData = partitions.map { index, bytes in
                        .with {
                            $0.index = index
                            $0.records = .bytes(bytes)
                        }
                    }
                }
            ]
        }
    }

    private func ask(_ fixture: GatewayFixture, _ request: ProduceRequest, version: Int16 = 9) throws -> [PartitionAnswer] {
        let answer = try fixture.ask(request, version: version, on: fixture.connect(), as: ProduceResponse.self)
        return try #require(answer).responses.flatMap(\.partitionResponses)
    }

    @Test func batchesGoToTheCoresOfTheirPartitionsAndAreAnsweredTogether() throws {
        let fixture = GatewayFixture(partitions: 2)
        for engine in fixture.engines { engine.appendOutcome = .success(AppendOutcome(baseOffset: 40, logStart: 2)) }
        let answers = try ask(fixture, request([(0, try records()), (1, try records()), (2, try records())]))
        #expect(answers.map(\.errorCode) == [.none, .none, .unknownTopicOrPartition])
        #expect(answers.map(\.baseOffset) == [40, 40, -1])
        #expect(answers.map(\.logStartOffset) == [2, 2, -1])
        #expect(fixture.engines.map(\.appended.count) == [1, 1])
    }

    @Test func recordsOfATransactionNeedATransactionalID() throws {
        let fixture = GatewayFixture(partitions: 2)
        let transactional = try records {
            $0.isTransactional = true
            $0.producerID = 5
            $0.producerEpoch = 0
            $0.baseSequence = 0
        }
        let answers = try ask(fixture, request([(0, try records()), (1, transactional)]))
        #expect(answers.map(\.errorCode) == [.transactionalIdAuthorizationFailed, .transactionalIdAuthorizationFailed])
        #expect(fixture.engines.map(\.appended.count) == [0, 0])
    }

    @Test(arguments: [
        (StorageError.outOfOrderSequence(expected: 1, got: 5), ErrorCode.outOfOrderSequenceNumber, Int64(3)),
        (.staleProducerEpoch(current: 1, got: 0), .invalidProducerEpoch, 3),
        (.outcomeUnknown, .notLeaderOrFollower, -1),
        (.unknownPartition, .unknownTopicOrPartition, -1),
    ])
    func whatALogRefusesIsAnsweredWithItsStart(error: StorageError, code: ErrorCode, logStart: Int64) throws {
        let fixture = GatewayFixture(partitions: 2)
        for engine in fixture.engines { engine.appendOutcome = .failure(error) }
        let answers = try ask(fixture, request([(0, try records()), (1, try records())]))
        #expect(answers.map(\.errorCode) == [code, code])
        #expect(answers.map(\.logStartOffset) == [logStart, logStart])
        #expect(answers.map(\.baseOffset) == [-1, -1])
    }

    @Test func recordsAtFaultAreAnsweredWithTheLogsStartAndBrokenBytesAreNot() throws {
        let fixture = GatewayFixture(partitions: 1, configs: ["cleanup.policy": "compact"])
        let keyless = try ask(fixture, request([(0, try records(key: nil))]))
        #expect(keyless.map(\.errorCode) == [.invalidRecord])
        #expect(keyless.map(\.logStartOffset) == [3])
        #expect(keyless.first?.recordErrors.count == 1)

        var broken = try records()
        broken.setInteger(UInt8(0xFF), at: broken.writerIndex - 2)
        let corrupt = try ask(fixture, request([(0, broken)]))
        #expect(corrupt.map(\.errorCode) == [.corruptMessage])
        #expect(corrupt.map(\.logStartOffset) == [-1])

        var two = try records()
        two.writeImmutableBuffer(try records())
        let tooMany = try ask(fixture, request([(0, two)]))
        #expect(tooMany.map(\.errorCode) == [.invalidRecord])
        #expect(tooMany.map(\.logStartOffset) == [-1])
        #expect(fixture.engines.map(\.appended.count) == [0, 0])
    }

    @Test func aRetryIsAnsweredWithTheTimeOfItsOriginal() throws {
        let fixture = GatewayFixture(partitions: 1, configs: ["message.timestamp.type": "LogAppendTime"])
        let first = try ask(fixture, request([(0, try records())]))
        #expect(first.map(\.logAppendTimeMs) == [0], "the clock shows 0")
        for engine in fixture.engines {
            engine.appendOutcome = .success(AppendOutcome(baseOffset: 8, logStart: 0, originalTimestamp: 1234))
        }
        let answers = try ask(fixture, request([(0, try records())]))
        #expect(answers.map(\.logAppendTimeMs) == [1234])
        #expect(answers.map(\.baseOffset) == [8])
    }

    @Test func internalTopicsTakeNoRecordsFromClients() throws {
        let fixture = GatewayFixture(partitions: 1)
        let isInternal = try ask(fixture, request([(0, try records())], of: "__consumer_offsets"))
        #expect(isInternal.map(\.errorCode) == [.invalidTopic])
        let isUnknown = try ask(fixture, request([(0, try records())], of: "other"))
        #expect(isUnknown.map(\.errorCode) == [.unknownTopicOrPartition])
    }

    @Test func aTopicWithoutPartitionsIsNotAnswered() throws {
        let fixture = GatewayFixture(partitions: 1)
        let answer = try fixture.ask(request([]), version: 9, on: fixture.connect(), as: ProduceResponse.self)
        #expect(answer?.responses.isEmpty ?? false)
    }

    @Test func whatNobodyAcknowledgesIsClosedOnError() throws {
        let fixture = GatewayFixture(partitions: 1)
        let client = fixture.connect()
        try fixture.send(request([(0, try records())], acks: 0), version: 9, on: client.connection)
        #expect(client.connection.isOpen)
        #expect(client.output.takeFrame() == nil)
        try fixture.send(request([(9, try records())], acks: 0), version: 9, on: client.connection)
        #expect(!client.connection.isOpen)
        #expect(client.output.takeFrame() == nil)
    }
}
