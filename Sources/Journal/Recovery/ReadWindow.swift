import Environment

/// Reads a file in large steps into one buffer. Confined to who made it.
final class ReadWindow {
    private static let stepBytes = 4 << 20

    private let file: any DiskFile
    let size: Int64
    private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var start: Int64 = 0
    private var filled = 0

    init(_ file: any DiskFile) throws(DiskError) {
        self.file = file
        size = try file.size()
    }

    deinit { buffer.deallocate() }

    /// The bytes from `position`, valid until the next call; nil where the file has not so many.
    func bytes(at position: Int64, count: Int) throws(DiskError) -> UnsafeRawBufferPointer? {
        guard position >= 0, count >= 0, position <= size, Int64(count) <= size - position else { return nil }
        if position < start || position - start > Int64(filled) || Int64(filled) - (position - start) < Int64(count) {
            try fill(from: position, atLeast: count)
            // The file became shorter under us.
            guard filled >= count else { return nil }
        }
        let offset = Int(position - start)
        return UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + count])
    }

    private func fill(from position: Int64, atLeast count: Int) throws(DiskError) {
        let wanted = max(count, Int(min(Int64(Self.stepBytes), size - position)))
        if buffer.count < wanted {
            buffer.deallocate()
            buffer = .allocate(byteCount: wanted, alignment: 64)
        }
        start = position
        filled = 0
        filled = try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(wanted, buffer.count)]))
    }
}
