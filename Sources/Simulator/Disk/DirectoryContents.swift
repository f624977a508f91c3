/// The names in one simulated directory: as the running system sees them, as they are on the medium, and the changes between.
struct DirectoryContents: Sendable {
    enum Change: Sendable {
        case link(name: String, node: Int)
        case unlink(name: String)
        case rename(from: String, to: String, node: Int)
        /// The halves of a rename from one directory to another: they reach the medium together. `move` is the rename's number.
        case moveOut(name: String, to: Int, move: Int)
        case moveIn(name: String, node: Int, from: Int, move: Int)

        var move: (number: Int, otherDirectory: Int)? {
            switch self {
            case .moveOut(_, let directory, let move), .moveIn(_, _, let directory, let move): (move, directory)
            case .link, .unlink, .rename: nil
            }
        }
    }

    /// Names to nodes, as the running system sees them.
    private(set) var visible: [String: Int] = [:]
    /// Names to nodes, as a crash leaves them at least.
    private(set) var durable: [String: Int] = [:]
    /// What was done since the last `syncDirectory`, oldest first; a crash keeps a prefix.
    private(set) var pending: [Change] = []

    init() {}

    /// A directory after a crash.
    init(recovered names: [String: Int]) {
        visible = names
        durable = names
    }

    mutating func make(_ change: Change) {
        Self.apply(change, to: &visible)
        pending.append(change)
    }

    /// Makes the oldest pending change durable and returns it; nil if there is none.
    mutating func settleOldest() -> Change? {
        guard let change = pending.first else { return nil }
        pending.removeFirst()
        Self.apply(change, to: &durable)
        return change
    }

    private static func apply(_ change: Change, to names: inout [String: Int]) {
        switch change {
        case .link(let name, let node), .moveIn(let name, let node, _, _): names[name] = node
        case .unlink(let name), .moveOut(let name, _, _): names[name] = nil
        case .rename(let from, let to, let node):
            names[from] = nil
            names[to] = node
        }
    }
}
