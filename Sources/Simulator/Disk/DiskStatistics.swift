/// What has been asked of a ``SimulatedDisk`` since it was made: tests bound the work done with it.
public struct DiskStatistics: Sendable, Equatable {
    public var reads = 0
    public var writes = 0
    /// Successful and failed ones.
    public var syncs = 0
    /// Successful and failed ones.
    public var directorySyncs = 0
    /// Files made, removed, renamed or truncated, and directories made.
    public var nameChanges = 0
    public var bytesRead: Int64 = 0
    public var bytesWritten: Int64 = 0

    /// Calls that change what is on the disk: the points at which ``SimulatedDisk/stop(afterChanges:)`` can cut the power.
    public var changes: Int { writes + syncs + directorySyncs + nameChanges }

    public init() {}
}
