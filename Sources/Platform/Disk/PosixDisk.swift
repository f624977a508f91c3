public import Environment
import Glibc

/// ``Environment/Disk`` over one data directory of the machine.
///
/// All names are resolved below the directory that was opened (the empty one is the directory itself), which stays locked (`flock` on its file `lock`) until this value and its last
/// file are gone: two processes that write one data directory would destroy it.
public final class PosixDisk: Disk {
    /// The data directory as it was given.
    public let directory: String
    private let root: PosixDescriptor
    private let lock: PosixDescriptor

    /// The name of the lock file in the data directory.
    public static let lockName = "lock"

    /// Opens the data directory and locks it; creates it, with its parents, if it is missing.
    ///
    /// - Throws: ``DataDirectoryError/locked(directory:)`` if another process has it open.
    public init(directory: String) throws(DataDirectoryError) {
        self.directory = directory
        do {
            try Self.createDirectory(directory, below: AT_FDCWD)
            root = try PosixDescriptor.open(directory, below: AT_FDCWD, O_RDONLY | O_DIRECTORY)
            lock = try PosixDescriptor.open(Self.lockName, below: root.number, O_RDWR | O_CREAT)
        } catch {
            throw .unusable(directory: directory, error)
        }
        while flock(lock.number, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            if errno == EWOULDBLOCK { throw .locked(directory: directory) }
            throw .unusable(directory: directory, .last("lock", Self.lockName))
        }
    }

    public func createDirectory(_ path: String) throws(DiskError) { try Self.createDirectory(path, below: root.number) }

    public func list(_ directory: String) throws(DiskError) -> [String] { try PosixDirectory.names(in: directory, below: root.number) }

    public func exists(_ path: String) throws(DiskError) -> Bool {
        if path.isEmpty || faccessat(root.number, path, F_OK, 0) == 0 { return true }
        if errno == ENOENT { return false }
        throw .last("look up", path)
    }

    public func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile {
        let flags =
            switch mode {
            case .read: O_RDONLY
            case .readWrite: O_RDWR
            case .create: O_RDWR | O_CREAT
            }
        return PosixFile(try PosixDescriptor.open(path, below: root.number, flags), path: path, lock: lock)
    }

    public func remove(_ path: String) throws(DiskError) {
        if unlinkat(root.number, path, 0) == 0 { return }
        if errno == EISDIR && unlinkat(root.number, path, AT_REMOVEDIR) == 0 { return }
        throw .last("remove", path)
    }

    public func rename(_ from: String, to: String) throws(DiskError) {
        if renameat(root.number, from, root.number, to) != 0 { throw .last("rename", from) }
    }

    public func syncDirectory(_ path: String) throws(DiskError) {
        let directory = try PosixDescriptor.open(path, below: root.number, O_RDONLY | O_DIRECTORY)
        while fsync(directory.number) != 0 {
            if errno != EINTR { throw DiskError(.syncFailed, operation: "sync directory", path: path) }
        }
    }

    /// What an unprivileged process may still write: the reserve of the superuser is not counted.
    public func freeBytes() throws(DiskError) -> Int64 {
        var figures = statvfs()
        while fstatvfs(root.number, &figures) != 0 {
            if errno != EINTR { throw .last("measure", directory) }
        }
        let (bytes, overflow) = UInt64(figures.f_bavail).multipliedReportingOverflow(by: UInt64(figures.f_frsize))
        return overflow ? .max : Int64(clamping: bytes)
    }

    private static func createDirectory(_ path: String, below root: Int32) throws(DiskError) {
        if path.isEmpty || mkdirat(root, path, 0o755) == 0 { return }
        switch errno {
        case EEXIST: return
        case ENOENT:
            guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { break }
            try createDirectory(String(path[..<slash]), below: root)
            if mkdirat(root, path, 0o755) == 0 || errno == EEXIST { return }
        default: break
        }
        throw .last("create directory", path)
    }
}
