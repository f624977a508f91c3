import ArgumentParser
import Foundation
import KafkaClient

/// Where `martlet consume` begins.
enum StartPoint: Hashable, ExpressibleByArgument {
    case earliest
    case latest
    case offset(Int64)
    /// Milliseconds since the epoch.
    case timestamp(Int64)

    /// `earliest`, `latest`, a number (an offset), or a time as in RFC 3339, `2026-11-22T10:00:00Z`.
    init?(argument: String) {
        switch argument {
        case "earliest": self = .earliest
        case "latest": self = .latest
        default:
            if let offset = Int64(argument), offset >= 0 {
                self = .offset(offset)
            } else if let time = Self.time(argument) {
                self = .timestamp(Int64((time.timeIntervalSince1970 * 1000).rounded()))
            } else {
                return nil
            }
        }
    }

    private static func time(_ text: String) -> Date? {
        let formatter = ISO8601DateFormatter()
        if let time = formatter.date(from: text) { return time }
        formatter.formatOptions.insert(.withFractionalSeconds)
        return formatter.date(from: text)
    }

    /// The offset in a partition; that of its end if no record is that young.
    func offset(in topic: String, _ partition: Int32, _ client: KafkaClient) async throws(KafkaClientError) -> Int64 {
        switch self {
        case .offset(let offset): return offset
        case .earliest: return try await client.offset(of: .earliest, in: topic, partition: partition)
        case .latest: return try await client.offset(of: .latest, in: topic, partition: partition)
        case .timestamp(let time):
            let found = try await client.offset(of: .timestamp(time), in: topic, partition: partition)
            return found >= 0 ? found : try await client.offset(of: .latest, in: topic, partition: partition)
        }
    }
}
