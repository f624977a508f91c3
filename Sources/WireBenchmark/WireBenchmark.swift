import Glibc
import KafkaMessages
import KafkaProtocol
import NIOCore

/// `wire-benchmark`: what reading a Produce request and writing its response cost, in nanoseconds, on one thread.
///
/// The request has 5 topics of 10 partitions with a record batch of 100 bytes each. Build it with `-c release`; it prints the best of several
/// rounds, since everything that disturbs a round makes it slower.
@main
struct WireBenchmark {
    static let version: Int16 = 9
    static let rounds = 15
    static let perRound = 20_000

    static func main() throws {
        for nameLength in [10, 24] {
            let request = makeRequest(nameLength: nameLength)
            var writer = WireWriter()
            let requestFrame = try request.frame(correlationId: 1, clientId: "benchmark", version: version, with: &writer)
            guard var frame = requestFrame.joined() else { continue }
            frame.moveReaderIndex(forwardBy: 4)
            let bytes = frame.readableBytes

            try measure("decode Produce v\(version), names of \(nameLength), \(bytes) bytes") {
                try WireReader.open(frame) { reader throws(ProtocolError) in
                    let header = try RequestHeader.read(from: &reader)
                    let request = try ProduceRequest(from: &reader, version: header.requestApiVersion)
                    return request.topicData.count
                }
            }
            let response = makeResponse(to: request)
            let count = try response.frame(correlationId: 1, version: version, with: &writer).count
            try measure("encode Produce response, names of \(nameLength), \(count) bytes") {
                try response.frame(correlationId: 1, version: version, with: &writer).count
            }
        }
    }

    private static func makeRequest(nameLength: Int) -> ProduceRequest {
        ProduceRequest.with { request in
            request.acks = -1
            request.timeoutMs = 30_000
            request.topicData = (0..<5).map { topic in
                .with {
                    $0.name = String(repeating: "t", count: nameLength - 1) + "\(topic)"
                    $0.partitionData = (0..<10).map { partition in
                        .with {
                            $0.index = Int32(partition)
                            $0.records = RecordData(ByteBuffer(repeating: 7, count: 100))
                        }
                    }
                }
            }
        }
    }

    private static func makeResponse(to request: ProduceRequest) -> ProduceResponse {
        ProduceResponse.with { response in
            response.responses = request.topicData.map { topic in
                .with {
                    $0.name = topic.name
                    $0.partitionResponses = topic.partitionData.map { partition in
                        .with {
                            $0.index = partition.index
                            $0.baseOffset = 123_456_789
                            $0.logAppendTimeMs = -1
                            $0.logStartOffset = 0
                        }
                    }
                }
            }
        }
    }

    private static func measure(_ name: String, _ body: () throws -> Int) throws {
        var best = UInt64.max
        var sum = 0
        for _ in 0..<rounds {
            let start = cpuNanoseconds()
            for _ in 0..<perRound { sum &+= try body() }
            best = min(best, cpuNanoseconds() - start)
        }
        // The sum is printed so that nothing of the work can be left out.
        print("\(name): \(best / UInt64(perRound)) ns (\(sum))")
    }

    /// Processor time, not wall time: others may share the machine.
    private static func cpuNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
