import Environment
import Replication

/// A request that waits until some groups have leaders, or a deadline.
struct LeaderWait {
    var groups: [GroupID]
    var timer: Timers.ID
    var done: () -> Void
}

extension GatewayCore {
    /// Calls `done` once every group has a leader that serves, at the latest after `timeout`. What it then finds it must tell its client.
    func whenLed(_ groups: [GroupID], within timeout: Duration, _ done: @escaping () -> Void) {
        guard !allLed(groups) else { return done() }
        let timer = timers.set(at: now + timeout) { [weak self] in self?.checkLeaderWaits(expiring: true) }
        leaderWaits.append(LeaderWait(groups: groups, timer: timer, done: done))
        shared.leaders.wakeOnChange(core: index)
        // A leader may have come between the look and the registration.
        checkLeaderWaits()
    }

    func checkLeaderWaits(expiring: Bool = false) {
        guard !leaderWaits.isEmpty else { return }
        shared.leaders.wakeOnChange(core: index)
        let waits = leaderWaits
        leaderWaits = []
        for wait in waits {
            if allLed(wait.groups) || (expiring && !timers.isSet(wait.timer)) {
                timers.cancel(wait.timer)
                wait.done()
            } else {
                leaderWaits.append(wait)
            }
        }
    }

    private func allLed(_ groups: [GroupID]) -> Bool { shared.leaders.leaders(of: groups).allSatisfy { $0 != nil } }
}
