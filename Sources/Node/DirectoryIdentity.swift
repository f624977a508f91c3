public import Environment

/// Who a data directory belongs to: written once, when it is new. A directory of another node is refused, since two nodes with one identity could both
/// vote.
public struct DirectoryIdentity: Hashable, Sendable {
    public var voter: VoterID

    private static let path = "identity"
    private static let formatVersion = "martlet-directory 1"

    /// Reads it, or writes a new one.
    /// - Throws: ``StartError`` if it is another node's or cannot be read.
    public static func establish(
        _ node: NodeID, disk: any Disk, newDirectoryID: UInt64
    ) throws(StartError) -> DirectoryIdentity {
        let found: DirectoryIdentity??
        do throws(DiskError) { found = try read(disk) } catch { throw .disk(error) }
        if let found {
            guard let identity = found else { throw .unreadableIdentity(path) }
            guard identity.voter.node == node else { throw .foreignDirectory(owner: identity.voter.node, node: node) }
            return identity
        }
        let identity = DirectoryIdentity(voter: VoterID(node: node, directory: newDirectoryID))
        do throws(DiskError) { try identity.write(to: disk) } catch { throw .disk(error) }
        return identity
    }

    /// Outer nil: there is none. Inner nil: it does not read.
    private static func read(_ disk: any Disk) throws(DiskError) -> DirectoryIdentity?? {
        guard try disk.exists(path) else { return .none }
        let file = try disk.open(path, .read)
        let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 1)
        defer { raw.deallocate() }
        let count = try file.read(at: 0, into: raw)
        let lines = String(decoding: raw[..<count], as: UTF8.self).split(separator: "\n")
        guard lines.count == 3, lines[0] == formatVersion, let node = value(lines[1], "node "), let id = Int32(node),
            let directory = value(lines[2], "directory "), let number = UInt64(directory, radix: 16)
        else { return .some(.none) }
        return DirectoryIdentity(voter: VoterID(node: NodeID(id), directory: number))
    }

    private static func value(_ line: Substring, _ prefix: String) -> Substring? {
        line.hasPrefix(prefix) ? line.dropFirst(prefix.count) : nil
    }

    private func write(to disk: any Disk) throws(DiskError) {
        let temporary = Self.path + ".tmp"
        let text = "\(Self.formatVersion)\nnode \(voter.node)\ndirectory \(String(voter.directory, radix: 16))\n"
        let file = try disk.open(temporary, .create)
        try file.truncate(to: 0)
        let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
        defer { raw.deallocate() }
        raw.copyBytes(from: text.utf8)
        try file.write(at: 0, [UnsafeRawBufferPointer(raw)])
        try file.sync()
        try disk.rename(temporary, to: Self.path)
        try disk.syncDirectory("")
    }
}
