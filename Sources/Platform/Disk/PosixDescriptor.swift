import Environment
import Glibc

/// An open file descriptor, closed when released.
final class PosixDescriptor: Sendable {
    let number: Int32

    private init(_ number: Int32) { self.number = number }

    deinit { close(number) }

    static func open(_ path: String, below root: Int32, _ flags: Int32) throws(DiskError) -> PosixDescriptor {
        PosixDescriptor(try openNumber(path, below: root, flags, operation: "open"))
    }

    /// The bare descriptor, for calls that take it over.
    static func openNumber(_ path: String, below root: Int32, _ flags: Int32, operation: String) throws(DiskError) -> Int32 {
        while true {
            // The data directory itself is the empty path.
            let number = openat(root, path.isEmpty ? "." : path, flags | O_CLOEXEC, 0o644)
            if number >= 0 { return number }
            if errno != EINTR { throw .last(operation, path) }
        }
    }
}

extension DiskError {
    /// The error that `errno` now tells.
    static func last(_ operation: String, _ path: String) -> DiskError { DiskError(errno: errno, operation: operation, path: path) }

    init(errno: Int32, operation: String, path: String) {
        let kind: Kind =
            switch errno {
            case ENOENT: .notFound
            case ENOSPC, EDQUOT: .noSpace
            default: .io(errno)
            }
        self.init(kind, operation: operation, path: path)
    }
}
