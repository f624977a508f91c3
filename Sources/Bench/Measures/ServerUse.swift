/// What a server process used while records went through it.
public struct ServerUse: Sendable, Codable, Hashable {
    public var pid: Int32
    public var cpuSeconds: Double
    public var cpuSecondsUser: Double
    public var cpuSecondsSystem: Double
    public var cpuSecondsPerMillionRecords: Double
    /// Anonymous resident memory before and after, in mebibytes.
    public var rssAnonMiBBefore: Double
    public var rssAnonMiB: Double

    init(pid: Int32, before: ProcessMeter.Sample, after: ProcessMeter.Sample, records: Int) {
        self.pid = pid
        cpuSeconds = rounded(after.cpuSeconds - before.cpuSeconds, 3)
        cpuSecondsUser = rounded(after.userSeconds - before.userSeconds, 3)
        cpuSecondsSystem = rounded(after.systemSeconds - before.systemSeconds, 3)
        cpuSecondsPerMillionRecords = records > 0 ? rounded((after.cpuSeconds - before.cpuSeconds) * 1e6 / Double(records), 4) : 0
        rssAnonMiBBefore = rounded(Double(before.anonymousBytes) / 1_048_576, 1)
        rssAnonMiB = rounded(Double(after.anonymousBytes) / 1_048_576, 1)
    }
}
