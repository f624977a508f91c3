public import Environment
import Glibc

/// A directory to look into and nothing else: takes no lock, makes nothing, changes nothing. A node may be running on it.
public final class ReadOnlyDisk: Disk {
    /// The directory as it was given.
    public let directory: String
    private let root: PosixDescriptor

    /// - Throws: ``Environment/DiskError`` if there is no such directory.
    public init(directory: String) throws(DiskError) {
        self.directory = directory
        root = try PosixDescriptor.open(directory, below: AT_FDCWD, O_RDONLY | O_DIRECTORY)
    }

    public func list(_ directory: String) throws(DiskError) -> [String] { try PosixDirectory.names(in: directory, below: root.number) }

    public func exists(_ path: String) throws(DiskError) -> Bool {
        if path.isEmpty || faccessat(root.number, path, F_OK, 0) == 0 { return true }
        if errno == ENOENT { return false }
        throw .last("look up", path)
    }

    /// - Throws: also for any mode but `.read`.
    public func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile {
        guard case .read = mode else { throw refused("open for writing", path) }
        return PosixFile(try PosixDescriptor.open(path, below: root.number, O_RDONLY), path: path, lock: root)
    }

    public func freeBytes() throws(DiskError) -> Int64 { 0 }

    public func createDirectory(_ path: String) throws(DiskError) { throw refused("create directory", path) }
    public func remove(_ path: String) throws(DiskError) { throw refused("remove", path) }
    public func rename(_ from: String, to: String) throws(DiskError) { throw refused("rename", from) }
    public func syncDirectory(_ path: String) throws(DiskError) { throw refused("sync directory", path) }

    private func refused(_ operation: String, _ path: String) -> DiskError { DiskError(.io(EROFS), operation: operation, path: path) }
}
