/// A small, fast, seeded generator (SplitMix64). Every choice by chance draws from one of these, given by the environment, so that the
/// simulator can repeat a run. Not for secrets.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True with the given probability (0...1).
    public mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// A generator of its own for a part of the program, so that a change in one part does not shift the draws of another.
    public mutating func fork() -> SeededRandom { SeededRandom(seed: next()) }
}
