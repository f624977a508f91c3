import Environment
import NIOCore
import RecordLog
import Simulator

/// A log on a simulated disk, to be crashed and opened again.
final class LogFixture {
    var disk: SimulatedDisk
    var log: PartitionLog
    static let directory = "logs/p"

    init(_ configuration: LogConfiguration = .small(), seed: UInt64 = 1) throws {
        disk = SimulatedDisk(seed: seed)
        try disk.createDirectory("logs")
        try disk.syncDirectory("")
        log = try PartitionLog.open(disk, directory: Self.directory, configuration: configuration).log
    }

    /// Lets the power fail, or the process die, and opens again.
    @discardableResult
    func reopen(afterPowerLoss: Bool = true, replayableFrom: UInt64 = 1) throws -> PartitionLog.Opened {
        disk = afterPowerLoss ? disk.crash() : disk.kill()
        let opened = try PartitionLog.open(
            disk, directory: Self.directory, configuration: log.configuration, replayableFrom: replayableFrom)
        log = opened.log
        return opened
    }

    func path(_ name: String) -> String { "\(Self.directory)/\(name)" }

    /// The names of the segment files, which are their base offsets.
    func segmentNames() throws -> [Int64] {
        try disk.list(Self.directory).filter { $0.hasSuffix(".log") }.compactMap { Int64($0.dropLast(4)) }
    }

    func corrupt(_ name: String, at position: Int64) { disk.damage(path(name), at: position, xor: 0x40) }
}

/// The file name of a segment.
func segmentName(_ base: Int64) -> String {
    let digits = String(base)
    return String(repeating: "0", count: 20 - digits.count) + digits + ".log"
}
