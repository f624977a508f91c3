internal import NIOCore

/// Where a decoder writes: grows by doubling as bytes come, and refuses more than its limit.
struct DecompressedBytes {
    private(set) var buffer = ByteBuffer()
    private let limit: Int

    /// Room offered to a decoder at a time, at least.
    private static let stepBytes = 4096

    /// The most any limit allows: a buffer cannot hold 4 GiB, and grows in powers of two.
    private static let limitMax = 1 << 30

    /// - Parameter compressedCount: bytes of input, from which the first allocation is guessed.
    init(limit: Int, compressedCount: Int) {
        self.limit = min(max(0, limit), Self.limitMax)
        let (guess, overflow) = compressedCount.multipliedReportingOverflow(by: 4)
        buffer.reserveCapacity(min(self.limit, overflow ? compressedCount : max(guess, Self.stepBytes)))
    }

    /// Bytes that may still come.
    var room: Int { limit - buffer.readableBytes }

    /// Offers a decoder room for at least one byte; it returns how many it wrote.
    ///
    /// One byte more than the limit is offered, so that a decoder can show that there is more: that is the error.
    mutating func write(atLeast count: Int = 1, _ body: (UnsafeMutableRawBufferPointer) -> Int) throws(RecordsError) {
        guard count <= room + 1 else { throw .tooLarge(size: buffer.readableBytes + count, limit: limit) }
        let offered = room + 1
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: max(count, min(Self.stepBytes, offered))) { space in
            body(UnsafeMutableRawBufferPointer(rebasing: space.prefix(offered)))
        }
        if room < 0 { throw .tooLarge(size: buffer.readableBytes, limit: limit) }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(RecordsError) {
        guard bytes.count <= room else { throw .tooLarge(size: buffer.readableBytes + bytes.count, limit: limit) }
        buffer.writeBytes(bytes)
    }
}
