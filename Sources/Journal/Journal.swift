public import Environment
/// TEMPORARY shell for type checking; the journal room brings the real one.
public final class Journal: Sendable {
    public static func open(
        disk: any Disk, directory: String = "journal", lane: any Lane, limits: JournalLimits, random: SeededRandom, mutant: Mutant? = nil,
        client: any JournalClient
    ) throws(JournalError) -> (journal: Journal, groups: [GroupID: RecoveredGroup]) { fatalError() }
    public func submit(_ batch: JournalBatch) throws(JournalError) {}
    public func hasSpace(for bytes: Int) -> Bool { true }
    public var statistics: JournalStatistics { fatalError() }
    public var uncheckpointedBytes: Int64 { 0 }
    public func checkpointWanted() -> [GroupID] { [] }
}
