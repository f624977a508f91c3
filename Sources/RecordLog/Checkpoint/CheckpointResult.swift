public import Environment

/// How a checkpoint went.
public struct CheckpointResult: Sendable {
    /// What it covers.
    public let applied: AppliedPosition
    let sizes: [(segment: Int64, size: Int64)]
    var indexes: [(segment: Int64, covers: Int64)] = []
    var removed: [Int64] = []

    /// The manifest is in place: the journal may forget the entries up to ``applied``.
    public internal(set) var isDurable = false

    /// What went wrong, if anything. After ``DiskError/Kind/syncFailed`` the node must stop. After another failure the next checkpoint tries
    /// again what this one did not do; if ``isDurable`` all the same, only files to be removed were left.
    public internal(set) var failure: DiskError?
}
