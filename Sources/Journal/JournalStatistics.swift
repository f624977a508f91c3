/// What the journal has done since it was opened, and what it holds; for metrics and tests.
public struct JournalStatistics: Sendable, Equatable {
    /// Gathered writes, each followed by one sync.
    public var flushes = 0
    public var batches = 0
    /// Bytes written, with headers and padding.
    public var bytesWritten: Int64 = 0
    /// Of them, what was re-appended to free old segments.
    public var bytesReappended: Int64 = 0
    /// Segment files in use.
    public var segments = 0
    /// Bytes in them that hold records, dead ones included.
    public var totalBytes: Int64 = 0
    /// Bytes of entries not yet released.
    public var uncheckpointedBytes: Int64 = 0
    /// Segment files reused, and removed because enough were spare.
    public var segmentsRecycled = 0
    public var segmentsRemoved = 0
    /// What opening cut: bytes of a flush that a crash tore.
    public var tornBytesCut: Int64 = 0

    public init() {}
}
