public import Environment
import Glibc

/// An open file of a ``PosixDisk``. Positions are given with each call, so threads may share it.
public final class PosixFile: DiskFile {
    public let path: String
    private let file: PosixDescriptor
    /// Keeps the data directory locked as long as somebody can still write to it.
    private let lock: PosixDescriptor

    /// Pieces in one system call (Linux: UIO_MAXIOV).
    private static let piecesPerCallMax = 1024

    init(_ file: PosixDescriptor, path: String, lock: PosixDescriptor) {
        self.file = file
        self.path = path
        self.lock = lock
    }

    public var descriptor: Int32? { file.number }

    public func size() throws(DiskError) -> Int64 {
        var figures = stat()
        if fstat(file.number, &figures) != 0 { throw .last("measure", path) }
        return Int64(figures.st_size)
    }

    public func read(at offset: Int64, into: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        var done = 0
        while done < into.count {
            let count = pread(file.number, into.baseAddress.map { $0 + done }, into.count - done, off_t(offset) + off_t(done))
            if count > 0 {
                done += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw .last("read", path)
            }
        }
        return done
    }

    public func write(at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) throws(DiskError) {
        let failure = pieces.count == 1 ? writeOne(at: offset, pieces[0]) : writeGathered(at: offset, pieces)
        if failure != 0 { throw DiskError(errno: failure, operation: "write", path: path) }
    }

    public func truncate(to size: Int64) throws(DiskError) {
        while ftruncate(file.number, off_t(size)) != 0 {
            if errno != EINTR { throw .last("truncate", path) }
        }
    }

    public func sync() throws(DiskError) {
        while fdatasync(file.number) != 0 {
            // An interrupted call has lost nothing; any other failure may have dropped the dirty pages.
            if errno != EINTR { throw DiskError(.syncFailed, operation: "sync", path: path) }
        }
    }

    /// - Returns: 0, or the errno.
    private func writeOne(at offset: Int64, _ piece: UnsafeRawBufferPointer) -> Int32 {
        var done = 0
        while done < piece.count {
            let count = pwrite(file.number, piece.baseAddress.map { $0 + done }, piece.count - done, off_t(offset) + off_t(done))
            if count > 0 {
                done += count
            } else if count == 0 {
                return EIO
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Hands the kernel as many pieces at once as it takes, and goes on after a short write where it stopped.
    ///
    /// - Returns: 0, or the errno.
    private func writeGathered(at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) -> Int32 {
        withUnsafeTemporaryAllocation(of: iovec.self, capacity: min(pieces.count, Self.piecesPerCallMax)) { vectors in
            var position = off_t(offset)
            var piece = 0
            var skip = 0
            while true {
                var filled = 0
                var next = piece
                var from = skip
                while next < pieces.count && filled < vectors.count {
                    if let base = pieces[next].baseAddress, pieces[next].count > from {
                        // The kernel only reads through the pointer that `iovec` calls mutable.
                        vectors[filled] = iovec(
                            iov_base: UnsafeMutableRawPointer(mutating: base + from), iov_len: pieces[next].count - from)
                        filled += 1
                    }
                    next += 1
                    from = 0
                }
                if filled == 0 { return 0 }
                let count = pwritev(file.number, vectors.baseAddress, Int32(filled), position)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                if count == 0 { return EIO }
                position += off_t(count)
                var left = count
                while piece < pieces.count && left >= pieces[piece].count - skip {
                    left -= pieces[piece].count - skip
                    piece += 1
                    skip = 0
                }
                skip += left
            }
        }
    }
}
