public import Environment
public import Raft

/// The way to the other nodes. Messages may be lost, repeated, delayed and reordered; a queue that is full drops.
public protocol PeerLinks: Sendable {
    /// One frame per peer and turn.
    func send(_ frame: PeerFrame, to node: NodeID)
}

/// All that one core tells one peer in a turn.
public struct PeerFrame: Sendable {
    public struct Message: Sendable {
        public var group: GroupID
        public var message: RaftMessage

        public init(group: GroupID, message: RaftMessage) {
            self.group = group
            self.message = message
        }
    }

    /// In the order in which they were said.
    public var messages: [Message]

    public init(messages: [Message]) { self.messages = messages }
}

/// A node without peers.
public struct NoPeers: PeerLinks {
    public init() {}
    public func send(_: PeerFrame, to _: NodeID) {}
}
