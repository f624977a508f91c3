import Environment
import NIOCore
import Replication

/// Something that will happen in a simulated world.
enum Event: Sendable {
    /// A core was woken.
    case turn(NodeKey, core: Int)
    /// The deadline that a core's last turn gave, at this world time.
    case deadline(NodeKey, core: Int, time: Int64)
    /// A lane has carried out a job: its effects happen now.
    case job(NodeKey, LaneKind, @Sendable () -> Void)
    /// A frame arrives.
    case frame(from: Int, to: Int, PeerFrame)
    /// A client's request arrives.
    case request(ClientRequest, to: Int)
    /// An answer reaches a client.
    case reply(Reply)
    /// A client's connection arrives at a node.
    case connect(Int, connection: UInt64, node: Int)
    /// It stands.
    case connected(Int, connection: UInt64, NodeKey)
    /// Bytes of a client arrive at the node.
    case toNode(NodeKey, connection: UInt64, ByteBuffer)
    /// The client's hanging up arrives at the node.
    case hungUp(NodeKey, connection: UInt64)
    /// Bytes of a node arrive at the client.
    case toClient(Int, connection: UInt64, ByteBuffer)
    /// The connection's end arrives at the client.
    case closed(Int, connection: UInt64)
    /// A client's own timer.
    case client(Int)
    /// The next misfortune.
    case fault
    /// A node that is down starts.
    case start(node: Int)
    /// The process of a node goes on.
    case goesOn(node: Int)
    /// A node whose power was to go in the midst of a write loses it now in any case.
    case powerLoss(NodeKey)
    /// A cut link is whole again.
    case mend(from: Int, to: Int)
    /// The replicas are compared with the committed logs.
    case audit
}

enum LaneKind: String, Sendable {
    case journal
    case background
}
