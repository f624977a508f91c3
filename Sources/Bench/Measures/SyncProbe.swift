import Glibc

/// The least a durable append can cost on a disk: bytes at the end of a file, then `fdatasync`. Run beside a server it says how much of an answer's
/// time was the disk's.
public final class SyncProbe {
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    private let descriptor: Int32
    private let path: String
    private let bytes: [UInt8]
    public private(set) var latencies = LatencyHistogram()

    /// Makes a file in a directory; it is removed with this object.
    ///
    /// - Parameter byteCount: of each append.
    public init(directory: String, byteCount: Int) throws(Failure) {
        path = "\(directory)/martlet-bench-probe-\(getpid())"
        bytes = [UInt8](repeating: 0x61, count: max(1, byteCount))
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        guard descriptor >= 0 else {
            throw Failure(description: "cannot make \(path): \(String(cString: strerror(errno))); name a directory on the server's disk")
        }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Appends and syncs once, and notes how long it took.
    public func run() throws(Failure) {
        let start = Self.now()
        guard write(descriptor, bytes, bytes.count) == bytes.count, fdatasync(descriptor) == 0 else {
            throw Failure(description: "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        latencies.record(nanoseconds: Self.now() - start)
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
