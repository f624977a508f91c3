public import Environment

/// What goes wrong with a ``SimulatedDisk`` by itself. A plan is a value drawn from a seed, so that a run can be repeated.
///
/// Losing and tearing what was not synced at a crash is no fault of a disk and always on.
public struct DiskFaults: Sendable, Equatable {
    /// Chance that a surviving part of a write that was never synced has a bit flipped after a crash (0...1, per part).
    public var flipChance = 0.0
    /// Chance that a `sync()` or `syncDirectory(_:)` fails (0...1, per call). Part of the data persists; the rest never will.
    public var syncFailureChance = 0.0
    /// Chance that a `write` fails half-way with an input/output error (0...1, per call).
    public var writeFailureChance = 0.0
    /// Bytes that all files together may hold. At the limit a write stores what fits and fails with `.noSpace`.
    public var capacity: Int64 = .max

    public init() {}

    /// A disk on which nothing fails but what a crash loses.
    public static let none = DiskFaults()

    /// A plan by chance: most disks are sound, some flip bits, few fail syncs or writes. Capacity stays unlimited: the tests that want a full disk
    /// know how full.
    public static func drawn(using random: inout SeededRandom) -> DiskFaults {
        var faults = DiskFaults()
        if random.chance(0.5) { faults.flipChance = Double.random(in: 0...0.5, using: &random) }
        if random.chance(0.2) { faults.syncFailureChance = Double.random(in: 0...0.02, using: &random) }
        if random.chance(0.1) { faults.writeFailureChance = Double.random(in: 0...0.01, using: &random) }
        return faults
    }
}
