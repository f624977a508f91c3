import Environment
public import NIOCore

/// The bytes of a configuration, in `.configuration` entries and wherever a host keeps a ``SnapshotMark``: a version byte (1), then the voters,
/// outgoing voters and learners, each a 16-bit count and 12 bytes a member (node, directory), big-endian.
extension Configuration {
    /// More members than this do not decode; a group has 7 voters at most in practice, and a learner a node.
    public static let membersMax = 4096

    public func encode(into buffer: inout ByteBuffer) {
        buffer.writeInteger(UInt8(1))
        for list in [voters, outgoing, learners] {
            // Checked when proposed: see `proposeConfiguration`.
            buffer.writeInteger(UInt16(truncatingIfNeeded: list.count))
            for id in list {
                buffer.writeInteger(id.node.rawValue)
                buffer.writeInteger(id.directory)
            }
        }
    }

    /// Reads one configuration and moves the reader index past it.
    /// - Returns: nil if the bytes are no configuration of a known version. The reader index is then unspecified.
    public init?(reading buffer: inout ByteBuffer) {
        guard buffer.readInteger(as: UInt8.self) == 1 else { return nil }
        guard let voters = Self.readList(&buffer), let outgoing = Self.readList(&buffer), let learners = Self.readList(&buffer),
            !voters.isEmpty
        else { return nil }
        self.init(voters: voters, outgoing: outgoing, learners: learners)
    }

    /// The configuration an entry's payload holds; nil if it holds none, or more than one.
    public init?(decoding payload: ByteBuffer) {
        var rest = payload
        self.init(reading: &rest)
        if rest.readableBytes > 0 { return nil }
    }

    private static func readList(_ buffer: inout ByteBuffer) -> [VoterID]? {
        guard let count = buffer.readInteger(as: UInt16.self).map(Int.init), count <= membersMax, count * 12 <= buffer.readableBytes else {
            return nil
        }
        var list: [VoterID] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
            guard let node = buffer.readInteger(as: Int32.self), let directory = buffer.readInteger(as: UInt64.self) else { return nil }
            list.append(VoterID(node: NodeID(node), directory: directory))
        }
        return list
    }
}
