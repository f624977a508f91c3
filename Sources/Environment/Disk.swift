/// The disk of a node: a flat set of paths below one data directory.
///
/// Every call is synchronous and may block; the journal and the checkpoints call it from a lane (see ``Lane``), partition logs write
/// to the page cache from their core. Paths are relative to the data directory, with `/` between components.
///
/// What a crash leaves: of a file's bytes written since its last successful ``DiskFile/sync()`` any part, torn anywhere; of a directory's
/// creations, renames and removals since its last ``syncDirectory(_:)`` any prefix.
public protocol Disk: Sendable {
    /// Creates the directory and its parents; no error if it exists.
    func createDirectory(_ path: String) throws(DiskError)
    /// The names (not paths) in a directory, sorted by bytes.
    func list(_ directory: String) throws(DiskError) -> [String]
    func exists(_ path: String) throws(DiskError) -> Bool
    /// - Throws: ``DiskError`` of kind `.notFound` if `mode` is not `.create` and there is no such file.
    func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile
    /// Removes a file, or an empty directory.
    func remove(_ path: String) throws(DiskError)
    /// Atomically gives `from` the name `to`, replacing what was there.
    func rename(_ from: String, to: String) throws(DiskError)
    /// Makes the names in a directory durable.
    func syncDirectory(_ path: String) throws(DiskError)
    /// Bytes that can still be written.
    func freeBytes() throws(DiskError) -> Int64
}

public enum OpenMode: Sendable {
    case read
    case readWrite
    /// Read and write; made empty if missing, kept if there.
    case create
}

/// An open file. Closed when released.
public protocol DiskFile: AnyObject, Sendable {
    var path: String { get }
    func size() throws(DiskError) -> Int64
    /// Reads up to `into.count` bytes; fewer only at the end of the file.
    func read(at offset: Int64, into: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int
    /// Writes all the pieces one after another from `offset` (gathered in one system call where it can be), growing the file as needed.
    func write(at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) throws(DiskError)
    func truncate(to size: Int64) throws(DiskError)
    /// Makes all that was written durable (`fdatasync`). After an error the file's state is unknown: the node must stop, never sync again.
    func sync() throws(DiskError)
    /// The POSIX descriptor, for `sendfile`; nil in the simulator.
    var descriptor: Int32? { get }
}

public struct DiskError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        case notFound
        case noSpace
        case syncFailed
        /// Anything else, with its errno.
        case io(Int32)
    }

    public var kind: Kind
    public var operation: String
    public var path: String

    public init(_ kind: Kind, operation: String, path: String) {
        self.kind = kind
        self.operation = operation
        self.path = path
    }

    public var description: String {
        switch kind {
        case .notFound: "\(operation) \(path): no such file or directory"
        case .noSpace: "\(operation) \(path): no space left on the device"
        case .syncFailed: "\(operation) \(path): sync failed; what was written since the last sync may be lost"
        case .io(let errno): "\(operation) \(path): input/output error (errno \(errno))"
        }
    }
}
