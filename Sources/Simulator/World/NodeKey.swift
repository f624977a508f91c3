/// One life of one simulated node: what was begun in an earlier life does not reach this one.
struct NodeKey: Hashable, Sendable {
    /// From 0.
    var node: Int
    /// Counts the node's starts.
    var life: Int
}
