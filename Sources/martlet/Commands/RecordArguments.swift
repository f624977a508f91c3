import ArgumentParser
import KafkaRecords

/// How many replicas must have a record before it is acknowledged.
enum Acks: String, ExpressibleByArgument, CaseIterable {
    case all
    case leader = "1"
    case none = "0"

    init?(argument: String) {
        if argument == "-1" { self = .all } else { self.init(rawValue: argument) }
    }

    /// As the protocol has it.
    var number: Int16 {
        switch self {
        case .all: -1
        case .leader: 1
        case .none: 0
        }
    }
}

/// How batches are compressed.
enum Codec: String, ExpressibleByArgument, CaseIterable {
    case none, gzip, snappy, lz4, zstd

    var codec: CompressionCodec {
        switch self {
        case .none: .none
        case .gzip: .gzip
        case .snappy: .snappy
        case .lz4: .lz4
        case .zstd: .zstd
        }
    }
}
