import KafkaClient
import KafkaMessages
import KafkaProtocol
import NIOCore
import NIOPosix
import Synchronization
import Testing

struct ConnectionTests {
    private static let served: [ApiKey: ClosedRange<Int16>] = [.apiVersions: 0...4, .metadata: 0...5, .produce: 3...9]

    /// Runs `body` against a server that tells what it serves and answers the rest by `script`.
    private func with(
        served: [ApiKey: ClosedRange<Int16>] = Self.served, options: ClientOptions = ClientOptions(),
        _ script: @escaping ScriptedServer.Script, _ body: (KafkaConnection) async throws -> Void
    ) async throws {
        let server = try await ScriptedServer.start { header, frame in
            if header.apiKey == .apiVersions { return .frames([try ScriptedServer.frame(ScriptedServer.apiVersions(served), to: header)]) }
            return try script(header, frame)
        }
        let connection = try await KafkaConnection.connect(
            to: BrokerAddress(host: "127.0.0.1", port: server.port), on: MultiThreadedEventLoopGroup.singleton, options: options)
        try await body(connection)
        connection.close()
        try await server.stop()
    }

    @Test func theHighestVersionThatBothSidesHaveIsSpoken() async throws {
        let seen = Atomic<Int>(-1)
        try await with { header, _ in
            seen.store(Int(header.requestApiVersion), ordering: .relaxed)
            return .frames([try ScriptedServer.frame(MetadataResponse.with { $0.clusterId = "it" }, to: header)])
        } _: { connection in
            let response = try await connection.send(MetadataRequest())
            #expect(response.clusterId == "it")
            #expect(seen.load(ordering: .relaxed) == 5)
            #expect(connection.versions[.produce] == 3...9)
        }
    }

    @Test func anApiThatTheNodeLacksIsRefusedWithoutSending() async throws {
        try await with { _, _ in
            .close
        } _: { connection in
            await #expect(throws: KafkaClientError.unsupported(.fetch, at: "\(connection.address)")) {
                _ = try await connection.send(FetchRequest())
            }
        }
    }

    @Test func aNodeTooOldForOurVersionOfApiVersionsIsAskedAgainInTheFirst() async throws {
        let asked = Mutex<[Int16]>([])
        let server = try await ScriptedServer.start { header, _ in
            asked.withLock { $0.append(header.requestApiVersion) }
            var response = ScriptedServer.apiVersions([.apiVersions: 0...2])
            var answered = header
            if header.requestApiVersion > 2 {
                response.errorCode = .unsupportedVersion
                // In the form of v0, whatever was asked (KIP-511).
                answered.requestApiVersion = 0
            }
            return .frames([try ScriptedServer.frame(response, to: answered)])
        }
        let connection = try await KafkaConnection.connect(
            to: BrokerAddress(host: "127.0.0.1", port: server.port), on: MultiThreadedEventLoopGroup.singleton, options: ClientOptions())
        #expect(connection.versions[.apiVersions] == 0...2)
        #expect(asked.withLock { $0 } == [3, 0])
        connection.close()
        try await server.stop()
    }

    @Test func answersReachTheirRequestsWhenManyAreInFlight() async throws {
        try await with { header, body in
            let request = try MetadataRequest.decode(body, version: header.requestApiVersion)
            let name = request.topics?.first?.name
            return .frames([try ScriptedServer.frame(MetadataResponse.with { $0.clusterId = name }, to: header)])
        } _: { connection in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let request = MetadataRequest.with { $0.topics = [.with { $0.name = "t\(number)" }] }
                        let answer = try await connection.send(request)
                        #expect(answer.clusterId == "t\(number)")
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func anAnswerToAnotherRequestEndsTheConnection() async throws {
        try await with { header, _ in
            var other = header
            other.correlationId &+= 1
            return .frames([try ScriptedServer.frame(MetadataResponse(), to: other)])
        } _: { connection in
            let error = await #expect(throws: KafkaClientError.self) { _ = try await connection.send(MetadataRequest()) }
            guard case .badAnswer = error else { return #expect(Bool(false), "\(String(describing: error))") }
            // Nothing that comes over it can be trusted now.
            await #expect(throws: KafkaClientError.self) { _ = try await connection.send(MetadataRequest()) }
        }
    }

    @Test func aClosedConnectionFailsWhatWaits() async throws {
        try await with { _, _ in
            .close
        } _: { connection in
            let error = await #expect(throws: KafkaClientError.self) { _ = try await connection.send(MetadataRequest()) }
            guard case .closed = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test func aLateAnswerIsNotWaitedFor() async throws {
        try await with { _, _ in
            .nothing
        } _: { connection in
            let error = await #expect(throws: KafkaClientError.self) {
                _ = try await connection.send(MetadataRequest(), timeout: .milliseconds(50))
            }
            #expect(error == .timedOut(at: "\(connection.address)", waitingFor: .metadata, milliseconds: 50))
        }
    }

    @Test func anAnswerLargerThanTheLimitIsNotBelieved() async throws {
        var options = ClientOptions()
        options.answerBytesMax = 1000
        try await with(options: options) { header, _ in
            .frames([try ScriptedServer.frame(MetadataResponse.with { $0.clusterId = String(repeating: "x", count: 2000) }, to: header)])
        } _: { connection in
            let error = await #expect(throws: KafkaClientError.self) { _ = try await connection.send(MetadataRequest()) }
            guard case .badAnswer(_, to: .metadata, .invalidLength) = error else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
        }
    }

    @Test func anAnswerMayComeInPiecesOfAnySize() async throws {
        let long = String(repeating: "long", count: 5000)
        try await with { header, _ in
            .frames(try (0..<3).prefix(1).map { _ in try ScriptedServer.frame(MetadataResponse.with { $0.clusterId = long }, to: header) })
        } _: { connection in
            for _ in 0..<3 {
                let answer = try await connection.send(MetadataRequest())
                #expect(answer.clusterId == long)
            }
        }
    }

    @Test func nobodyListeningIsSaidPlainly() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let probe = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
        let port = probe.localAddress?.port ?? 1
        try await probe.close()
        let error = await #expect(throws: KafkaClientError.self) {
            _ = try await KafkaConnection.connect(to: BrokerAddress(host: "127.0.0.1", port: port), on: group, options: ClientOptions())
        }
        #expect(error?.description == "cannot connect to 127.0.0.1:\(port): connection refused; is a node running there?")
    }
}
