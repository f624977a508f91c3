import Environment
import Gateway
import Glibc
import KafkaProtocol
import NIOCore
import Platform
import Testing

@Suite(.serialized) struct ClientListenerTests {
    private func limits(_ change: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
        var limits = ConnectionLimits()
        change(&limits)
        return limits
    }

    @Test func tenThousandPipelinedRequestsAreAnsweredInOrder() async throws {
        // Every third request waits for a turn, in which the last comes first.
        let node = try await TestNode { request, core in
            if request.correlationID % 3 == 0 {
                core.later.append(request)
                core.environment.cores.wake(core: request.connection.id.core)
            } else {
                request.respond(frame: TestCore.echo(request))
            }
        }
        let port = node.listener.port
        let ids = try await BlockingClient.onThread {
            let client = try BlockingClient(port: port)
            var ids: [Int32] = []
            var next: Int32 = 0
            while ids.count < 10_000 {
                var batch = ByteBuffer()
                for _ in 0..<500 where next < 10_000 {
                    batch.writeImmutableBuffer(BlockingClient.request(next, body: [1, 2, 3]))
                    next += 1
                }
                try client.send(batch)
                for _ in 0..<500 {
                    guard var frame = try client.answer(), let id = frame.readInteger(as: Int32.self) else { return ids }
                    guard frame == ByteBuffer(bytes: [1, 2, 3]) else { return ids }
                    ids.append(id)
                }
            }
            return ids
        }
        #expect(ids == Array(0..<10_000))
        #expect(node.budget.bytesUsed == 0)
        try await node.stop()
    }

    @Test func connectionsAreSpreadOverTheCores() async throws {
        let node = try await TestNode(cores: 2)
        let port = node.listener.port
        let counts = try await BlockingClient.onThread {
            let clients = try (0..<8).map { _ in try BlockingClient(port: port) }
            for client in clients {
                try client.send(BlockingClient.request(1))
                _ = try client.answer()
            }
            return clients.count
        }
        #expect(counts == 8)
        #expect(try await node.onEachCore { $0.requestCount } == [4, 4])
        try await node.stop()
    }

    @Test func aClientThatDoesNotReadCostsBoundedMemory() async throws {
        let node = try await TestNode(cores: 1, limits { $0.answerBytesMax = 1 << 20 }) { request, _ in
            var writer = WireWriter()
            writer.beginFrame()
            writer.int32(request.correlationID)
            for _ in 0..<8192 { writer.int64(1) }
            do { request.respond(frame: try writer.takeFrame()) } catch { preconditionFailure("\(error)") }
        }
        let port = node.listener.port
        // 2000 answers of 64 KiB are 128 MiB; the client reads none of them at first.
        let (taken, total) = try await BlockingClient.onThread { () throws -> (Int, Int) in
            let client = try BlockingClient(port: port, receiveBuffer: 65536)
            var requests = ByteBuffer()
            for id in 0..<2000 as Range<Int32> { requests.writeImmutableBuffer(BlockingClient.request(id)) }
            try client.send(requests)
            usleep(300_000)
            return (try Self.served(node), try Self.readAll(client, 2000))
        }
        #expect(taken < 200, "what the system and the limit hold, and no more; \(taken) were served")
        #expect(total == 2000)
        #expect(try await node.onEachCore { $0.requestCount } == [2000])
        try await node.stop()
    }

    private static func served(_ node: TestNode) throws -> Int {
        try node.cores.loop(of: 0).submit { [cores = node.cores] in (cores.body(of: 0) as? TestCore)?.requestCount ?? -1 }.wait()
    }

    private static func readAll(_ client: BlockingClient, _ count: Int) throws -> Int {
        for expected in 0..<Int32(count) {
            guard var frame = try client.answer(), frame.readInteger(as: Int32.self) == expected, frame.readableBytes == 65536 else {
                return Int(expected)
            }
        }
        return count
    }

    @Test func connectionsAboveTheLimitAreClosedAndRoomComesBack() async throws {
        let node = try await TestNode(limits { $0.connectionsMax = 3 })
        let port = node.listener.port
        let served = try await BlockingClient.onThread { () throws -> [Bool] in
            func isServed(_ client: BlockingClient) -> Bool {
                do {
                    try client.send(BlockingClient.request(1))
                    return try client.answer() != nil
                } catch {
                    return false
                }
            }
            var clients = try (0..<3).map { _ in try BlockingClient(port: port) }
            var results = clients.map(isServed)
            results.append(isServed(try BlockingClient(port: port)))
            clients.removeAll()
            for _ in 0..<100 {
                if isServed(try BlockingClient(port: port)) {
                    results.append(true)
                    break
                }
                usleep(10_000)
            }
            return results
        }
        #expect(served == [true, true, true, false, true])
        try await node.stop()
        #expect(node.registry.count == 0)
    }

    @Test func anIdleConnectionIsClosedByTheClock() async throws {
        let node = try await TestNode(cores: 1, limits { $0.idleMax = .milliseconds(100) })
        let port = node.listener.port
        let ended = try await BlockingClient.onThread { () throws -> Bool in
            let client = try BlockingClient(port: port)
            try client.send(BlockingClient.request(1))
            _ = try client.answer()
            return try client.answer() == nil
        }
        #expect(ended)
        #expect(try await node.onEachCore { $0.closed } == [[.idle]])
        try await node.stop()
    }

    @Test func aClientThatLeavesIsToldAsSuch() async throws {
        let node = try await TestNode(cores: 1) { _, _ in }
        let port = node.listener.port
        try await BlockingClient.onThread {
            let client = try BlockingClient(port: port)
            try client.send(BlockingClient.request(1))
        }
        for _ in 0..<200 {
            if try await node.onEachCore({ $0.closed }) == [[.peer]] { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await node.onEachCore { $0.closed } == [[.peer]])
        #expect(node.budget.bytesUsed == 0, "the request never answered is given back")
        try await node.stop()
    }

    @Test func aDrainAnswersWhatWasStartedAndThenCloses() async throws {
        let node = try await TestNode(cores: 1) { request, core in core.later.append(request) }
        let port = node.listener.port
        let answers = try await BlockingClient.onThread { () throws -> [Int32?] in
            let client = try BlockingClient(port: port)
            try client.send(BlockingClient.request(7))
            var frame = try client.answer()
            var answers = [frame?.readInteger(as: Int32.self)]
            try node.cores.loop(of: 0).submit { [cores = node.cores] in (cores.body(of: 0) as? TestCore)?.door.drain(.shutdown) }.wait()
            frame = try client.answer()
            answers.append(frame?.readInteger(as: Int32.self))
            return answers
        }
        #expect(answers == [7, nil])
        try await node.stop()
    }

    @Test func anAddressInUseIsNamedWithWhatToDo() async throws {
        let node = try await TestNode(cores: 1)
        let environmentOfAnother = try await node.onEachCore { $0.environment }[0]
        let taken = ClientListener.Configuration(name: ListenerName("PLAINTEXT"), host: "127.0.0.1", port: node.listener.port)
        let error = try await #require(throws: ListenError.self) {
            _ = try await ClientListener.start(
                taken, cores: node.cores, environment: environmentOfAnother, limits: ConnectionLimits(), registry: node.registry
            ) { _ in preconditionFailure("nobody connects") }
        }
        #expect(error.description.contains("127.0.0.1:\(node.listener.port)"))
        #expect(error.description.contains("--listen"))
        try await node.stop()
    }
}
