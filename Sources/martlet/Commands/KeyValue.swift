import ArgumentParser
import KafkaClient

/// `KEY=VALUE` as users write it. The value may hold `=` and may be empty.
struct KeyValue: Hashable, ExpressibleByArgument {
    var key: String
    var value: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        key = String(parts[0])
        value = String(parts[1])
    }

    var change: ConfigChange { ConfigChange(key: key, value: value) }
}
