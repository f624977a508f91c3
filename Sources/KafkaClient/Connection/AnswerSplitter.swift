import NIOCore

/// Cuts what a node sends into answers: a 4-byte big-endian length, then that many bytes.
///
/// An answer that lies within one read is a slice of it; a longer one gets a buffer of exactly its length, once.
struct AnswerSplitter {
    struct InvalidLength: Error {
        let length: Int32
    }

    private let answerBytesMax: Int
    private var current = ByteBuffer()
    /// The beginning of a length that a read ended in.
    private var prefix: UInt32 = 0
    private var prefixBytes = 0
    /// The answer that a read ended in, and the bytes it still lacks.
    private var partial: ByteBuffer?
    private var missing = 0

    init(answerBytesMax: Int) { self.answerBytesMax = answerBytesMax }

    /// Takes a read. ``next()`` must have returned nil before.
    mutating func append(_ bytes: ByteBuffer) { current = bytes }

    /// The next whole answer, without its length; nil if more must be read first.
    mutating func next() throws(InvalidLength) -> ByteBuffer? {
        while current.readableBytes > 0 {
            if var begun = partial.take() {
                let count = min(missing, current.readableBytes)
                if var part = current.readSlice(length: count) { begun.writeBuffer(&part) }
                missing -= count
                if missing == 0 { return begun }
                partial = begun
                continue
            }
            guard let length = readLength() else { continue }
            guard length >= 4, Int(length) <= answerBytesMax else { throw InvalidLength(length: length) }
            if let whole = current.readSlice(length: Int(length)) { return whole }
            partial = ByteBufferAllocator().buffer(capacity: Int(length))
            missing = Int(length)
        }
        // An idle connection keeps no read buffer alive.
        current = ByteBuffer()
        return nil
    }

    private mutating func readLength() -> Int32? {
        if prefixBytes == 0, let length = current.readInteger(as: Int32.self) { return length }
        while let byte = current.readInteger(as: UInt8.self) {
            prefix = prefix << 8 | UInt32(byte)
            prefixBytes += 1
            guard prefixBytes == 4 else { continue }
            defer { (prefix, prefixBytes) = (0, 0) }
            return Int32(bitPattern: prefix)
        }
        return nil
    }
}
