public import Environment

/// Where the replicas of new partitions go: round robin over the nodes, so that leaders and replicas spread evenly. Where nodes have racks,
/// neighbours in the round are of different racks, so that a partition's replicas stand in as many racks as they can.
public struct ReplicaPlacement: Sendable {
    /// The nodes in the order of the round, and each one's rack.
    private let round: [(node: NodeID, rack: String?)]

    /// - Parameter nodes: those that may carry replicas.
    public init(_ nodes: [NodeRecord]) {
        var byRack: [String: [NodeRecord]] = [:]
        for node in nodes.sorted(by: { $0.id < $1.id }) { byRack[node.rack ?? "", default: []].append(node) }
        let racks = byRack.keys.sorted().compactMap { byRack[$0] }
        let longest = racks.map(\.count).max() ?? 0
        round = (0..<longest).flatMap { place in
            racks.compactMap { place < $0.count ? (node: $0[place].id, rack: $0[place].rack) : nil }
        }
    }

    public var nodeCount: Int { round.count }

    /// The replicas of the partition that is the `position`-th to be placed, counted over all topics; the first is the preferred leader.
    ///
    /// Each time the round has been gone through, the followers stand one place further from their leader, so that a dead node's load goes to
    /// all others and not to one.
    /// - Returns: empty if there are fewer nodes than `count`.
    public func replicas(_ count: Int, position: Int) -> [NodeID] {
        guard count > 0, count <= round.count else { return [] }
        let leader = position % round.count
        let others = round.count - 1
        let shift = others > 0 ? (position / round.count) % others : 0
        let candidates = (0..<others).map { round[(leader + 1 + (shift + $0) % others) % round.count] }
        var chosen = [round[leader]]
        // First those that bring a new rack, then whoever comes next.
        for candidate in candidates where chosen.count < count && candidate.rack != nil {
            if !chosen.contains(where: { $0.rack == candidate.rack }) { chosen.append(candidate) }
        }
        for candidate in candidates where chosen.count < count {
            if !chosen.contains(where: { $0.node == candidate.node }) { chosen.append(candidate) }
        }
        return chosen.map(\.node)
    }
}
