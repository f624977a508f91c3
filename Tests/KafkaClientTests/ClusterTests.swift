import KafkaClient
import KafkaMessages
import KafkaProtocol
import NIOCore
import NIOPosix
import Synchronization
import Testing

/// A cluster of two scripted nodes: 1 answers for both at first.
struct ClusterTests {
    @Test func aRequestForALeaderFollowsItWhereItWent() async throws {
        let ports = Mutex<[Int]>([])
        let leader = Atomic<Int>(1)
        let served: [ApiKey: ClosedRange<Int16>] = [.apiVersions: 0...3, .metadata: 1...9, .produce: 3...9]
        let producedAt = Mutex<[Int]>([])
        func node(_ id: Int) async throws -> ScriptedServer {
            try await ScriptedServer.start { header, _ in
                switch header.apiKey {
                case .apiVersions: return .frames([try ScriptedServer.frame(ScriptedServer.apiVersions(served), to: header)])
                case .metadata:
                    var response = MetadataResponse()
                    response.brokers = ports.withLock { $0 }.enumerated().map { index, port in
                        .with {
                            $0.nodeId = Int32(index + 1)
                            $0.host = "127.0.0.1"
                            $0.port = Int32(port)
                        }
                    }
                    let told = Int32(leader.load(ordering: .relaxed))
                    response.topics = [
                        .with {
                            $0.name = "t"
                            $0.partitions = [.with { $0.leaderId = told }]
                        }
                    ]
                    return .frames([try ScriptedServer.frame(response, to: header)])
                default:
                    producedAt.withLock { $0.append(id) }
                    // The first to be asked has just lost its leadership.
                    let code: ErrorCode = id == 1 ? .notLeaderOrFollower : .none
                    leader.store(2, ordering: .relaxed)
                    let response = ProduceResponse.with {
                        $0.responses = [
                            .with {
                                $0.name = "t"
                                $0.partitionResponses = [
                                    .with {
                                        $0.errorCode = code
                                        $0.baseOffset = 42
                                    }
                                ]
                            }
                        ]
                    }
                    return .frames([try ScriptedServer.frame(response, to: header)])
                }
            }
        }
        let (first, second) = (try await node(1), try await node(2))
        ports.withLock { $0 = [first.port, second.port] }
        let client = KafkaClient(bootstrap: [BrokerAddress(host: "127.0.0.1", port: first.port)])
        let place = try await client.produce(ByteBuffer(bytes: [1]), to: "t", partition: 0)
        #expect(place.baseOffset == 42)
        #expect(producedAt.withLock { $0 } == [1, 2])
        await client.close()
        try await first.stop()
        try await second.stop()
    }

    @Test func aRefusalThatIsFinalIsNotTriedAgain() async throws {
        let asked = Atomic<Int>(0)
        let server = try await ScriptedServer.start { header, _ in
            switch header.apiKey {
            case .apiVersions:
                let served: [ApiKey: ClosedRange<Int16>] = [.apiVersions: 0...3, .metadata: 1...9, .createTopics: 2...5]
                return .frames([try ScriptedServer.frame(ScriptedServer.apiVersions(served), to: header)])
            case .metadata: return .frames([try ScriptedServer.frame(MetadataResponse(), to: header)])
            default:
                asked.add(1, ordering: .relaxed)
                let response = CreateTopicsResponse.with {
                    $0.topics = [
                        .with {
                            $0.name = "t"
                            $0.errorCode = .topicAlreadyExists
                            $0.errorMessage = "there is one"
                        }
                    ]
                }
                return .frames([try ScriptedServer.frame(response, to: header)])
            }
        }
        let client = KafkaClient(bootstrap: [BrokerAddress(host: "127.0.0.1", port: server.port)])
        let error = await #expect(throws: KafkaClientError.self) { try await client.createTopics([NewTopic(name: "t")]) }
        #expect(error?.description == "topic t: there is one (TOPIC_ALREADY_EXISTS)")
        #expect(asked.load(ordering: .relaxed) == 1)
        await client.close()
        try await server.stop()
    }

    @Test func addressesAreReadAsPeopleWriteThem() {
        #expect(BrokerAddress("a:1") == BrokerAddress(host: "a", port: 1))
        #expect(BrokerAddress("[::1]:9092") == BrokerAddress(host: "::1", port: 9092))
        #expect(BrokerAddress.list("a:1, b:2")?.count == 2)
        for wrong in ["", "a", "a:", ":1", "a:0", "a:65536", "a:x"] { #expect(BrokerAddress(wrong) == nil) }
        #expect(BrokerAddress.list("a:1,") == nil)
    }

    /// From the published reference implementation of MurmurHash2 with Kafka's seed.
    @Test func aKeyFallsToThePartitionThatKafkasClientsChoose() {
        let expected: [(String, Int32)] = [("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536)]
        for (key, hash) in expected {
            #expect(Partitioner.partition(of: key.utf8, count: 1000) == (hash & 0x7FFF_FFFF) % 1000)
        }
    }
}
