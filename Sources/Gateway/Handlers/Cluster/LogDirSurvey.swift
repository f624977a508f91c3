import ClusterMetadata
import Environment
import Storage

/// Gathers what several cores and the disk tell. Confined to the core that asks.
final class LogDirSurvey {
    private var open: Int
    private var usages: [GroupID: PartitionUsage] = [:]
    private var free: Int64 = -1
    private let done: ([GroupID: PartitionUsage], Int64) -> Void

    /// - Parameter open: how many answers are expected.
    init(open: Int, done: @escaping ([GroupID: PartitionUsage], Int64) -> Void) {
        self.open = open
        self.done = done
    }

    func add(_ answers: some Sequence<(GroupID, PartitionUsage?)>) {
        for (group, usage) in answers { usages[group] = usage }
        count()
    }

    func add(free: Int64) {
        self.free = free
        count()
    }

    private func count() {
        open -= 1
        if open == 0 { done(usages, free) }
    }
}

extension GatewayCore {
    /// Asks the disk, which may block, on a lane; -1 if it does not tell.
    func freeDiskBytes(_ done: @escaping (Int64) -> Void) {
        offCore(
            { environment in
                do throws(DiskError) {
                    return try environment.disk.freeBytes()
                } catch {
                    environment.log(.warning, "free bytes of the disk: \(error)")
                    return -1
                }
            }, done: done)
    }
}
