import ArgumentParser
import Environment
import Journal
import KafkaRecords
import NIOCore
import Testing

@testable import martlet

struct CommandTests {
    @Test func everyCommandHasAnAbstractAndExamples() {
        func check(_ command: any ParsableCommand.Type, _ path: String) {
            let configuration = command.configuration
            #expect(!configuration.abstract.isEmpty, "\(path)")
            #expect(configuration.subcommands.isEmpty || !configuration.abstract.isEmpty)
            if path != "martlet" { #expect(configuration.discussion.contains("EXAMPLES"), "\(path)") }
            for sub in configuration.subcommands { check(sub, "\(path) \(sub._commandName)") }
        }
        check(Martlet.self, "martlet")
    }

    @Test func theBootstrapIsTheFlagThenTheEnvironmentThenLoopback() throws {
        let flagged = try ClusterOptions.parse(["--bootstrap", "a:1,b:2"])
        #expect(try flagged.addresses(environment: ["MARTLET_BOOTSTRAP": "c:3"]).map(\.description) == ["a:1", "b:2"])
        let bare = try ClusterOptions.parse([])
        #expect(try bare.addresses(environment: ["MARTLET_BOOTSTRAP": "c:3"]).map(\.description) == ["c:3"])
        #expect(try bare.addresses(environment: [:]).map(\.description) == ["127.0.0.1:9092"])
        #expect(throws: (any Error).self) { _ = try ClusterOptions.parse(["--bootstrap", "nonsense"]) }
    }

    @Test func aStartIsAWordAnOffsetOrATime() {
        #expect(StartPoint(argument: "earliest") == .earliest)
        #expect(StartPoint(argument: "latest") == .latest)
        #expect(StartPoint(argument: "42") == .offset(42))
        #expect(StartPoint(argument: "1970-01-01T00:00:01Z") == .timestamp(1000))
        #expect(StartPoint(argument: "1970-01-01T01:00:01.500+01:00") == .timestamp(1500))
        for wrong in ["-1", "soon", "", "2026-13-40T00:00:00Z"] { #expect(StartPoint(argument: wrong) == nil) }
    }

    @Test func aSettingIsSplitAtItsFirstEqualsSign() {
        #expect(KeyValue(argument: "a=b=c").map { [$0.key, $0.value] } == ["a", "b=c"])
        #expect(KeyValue(argument: "a=").map { [$0.key, $0.value] } == ["a", ""])
        #expect(KeyValue(argument: "=b") == nil && KeyValue(argument: "a") == nil)
    }

    private func lines(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    @Test func linesWithOneKeyStayInOrderInOnePartition() throws {
        var batcher = RecordBatcher(partitions: 7, partition: nil, codec: .none, headers: [], key: nil, keySeparator: "::")
        let texts = (0..<300).map { "key\($0 % 5)::value\($0)" }
        var byKey: [String: [String]] = [:]
        var partitionOf: [String: Set<Int32>] = [:]
        for batch in try batcher.batches(of: lines(texts)) {
            for record in try RecordBatch(parsing: batch.bytes).records(limit: 1 << 20) {
                let key = record.key.map { String(buffer: $0) } ?? ""
                byKey[key, default: []].append(record.value.map { String(buffer: $0) } ?? "")
                partitionOf[key, default: []].insert(batch.partition)
            }
        }
        for number in 0..<5 {
            #expect(byKey["key\(number)"] == (0..<300).filter { $0 % 5 == number }.map { "value\($0)" })
            #expect(partitionOf["key\(number)"]?.count == 1)
        }
    }

    @Test func aLineWithoutTheSeparatorHasNoKey() throws {
        var batcher = RecordBatcher(
            partitions: 1, partition: nil, codec: .gzip, headers: [RecordHeader("h", "v")], key: nil, keySeparator: ":")
        let batch = try #require(try batcher.batches(of: lines(["plain", ":empty", "k:"])).first)
        let records = try RecordBatch(parsing: batch.bytes).records(limit: 1 << 20)
        #expect(records.map { $0.key.map { String(buffer: $0) } } == [nil, "", "k"])
        #expect(records.map { $0.value.map { String(buffer: $0) } } == ["plain", "empty", ""])
        #expect(records.allSatisfy { $0.headers == [RecordHeader("h", "v")] })
    }

    @Test func manyLinesBecomeBatchesThatAServerTakes() throws {
        var batcher = RecordBatcher(partitions: 3, partition: 2, codec: .none, headers: [], key: nil, keySeparator: nil)
        let batches = try batcher.batches(of: lines((0..<5000).map { "\($0) " + String(repeating: "x", count: 995) }))
        #expect(batches.count > 4 && batches.allSatisfy { $0.partition == 2 && $0.bytes.readableBytes <= 1_048_588 })
        #expect(batches.reduce(0) { $0 + $1.records } == 5000)
    }

    @Test func columnsAreAsWideAsTheirWidestCell() {
        #expect(Console.lines(["A", "B"], [["long", "1"], ["x", "22"]]) == ["A     B", "long  1", "x     22"])
    }
}
