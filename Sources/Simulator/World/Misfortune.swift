/// What can befall a node of a simulated world.
enum Misfortune: CaseIterable, Sendable {
    /// SIGKILL: the machine stays up.
    case kill
    case powerLoss
    /// In the midst of one of the next writes.
    case powerLossWhileWriting
    /// All nodes lose their power at once.
    case everybody
    /// The process stands still for a while.
    case pause
    /// One direction of one link.
    case cut
    /// All links from a node, and perhaps those to it.
    case isolate
    /// The monotonic clock jumps ahead.
    case clockJump
    /// The time of day is set.
    case wallJump
    /// No misfortune, but a moment in which one does harm.
    case checkpoint
}
