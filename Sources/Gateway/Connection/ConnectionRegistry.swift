public import Environment
import Synchronization

/// Decides whether a node takes another client connection (`ConnectionLimits.connectionsMax`, `connectionsPerAddressMax`). Any thread.
public final class ConnectionRegistry: Sendable {
    public enum Admission: Hashable, Sendable, CustomStringConvertible {
        case admitted
        /// The node has as many as it may.
        case nodeFull(Int)
        /// This address has as many as it may.
        case addressFull(Int)

        public var description: String {
            switch self {
            case .admitted: "admitted"
            case .nodeFull(let limit): "the node has \(limit) connections, as many as it may"
            case .addressFull(let limit): "its address has \(limit) connections, as many as it may"
            }
        }
    }

    private let counts: Mutex<ConnectionCounts>

    public init(_ limits: ConnectionLimits) { counts = Mutex(ConnectionCounts(limits)) }

    /// Connections now counted.
    public var count: Int { counts.withLock { $0.count } }

    /// Connections refused so far.
    public var refusals: Int { counts.withLock { $0.refusals } }

    /// Counts a connection from `address` if it may come in. Each one admitted is released once.
    public func admit(_ address: String) -> Admission { counts.withLock { $0.admit(address) } }

    public func release(_ address: String) { counts.withLock { $0.release(address) } }
}
