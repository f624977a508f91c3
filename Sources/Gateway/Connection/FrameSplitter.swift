import NIOCore

/// Cuts a byte stream into frames: a 4-byte big-endian length, then that many bytes.
///
/// A frame complete within one read is a slice of it, without a copy. One that is not gets a buffer of exactly its length, once, and further
/// reads are copied into it. The length is checked before anything is allocated.
struct FrameSplitter {
    enum Step {
        case frame(ByteBuffer)
        /// Everything received so far is used up.
        case needsBytes
        /// A length that no frame can have. The stream cannot be read any further.
        case invalidLength(Int32)
    }

    /// The read being cut. Empty when it is used up, so that an idle connection pins no read buffer.
    private var current = ByteBuffer()
    /// Reads received while the connection was not cutting, oldest first.
    private var waiting: [ByteBuffer] = []
    /// The part of a length prefix that the last read ended in.
    private var prefix: UInt32 = 0
    private var prefixBytes: UInt8 = 0
    /// The frame that the last read ended in.
    private var partial: ByteBuffer?
    private var partialLength = 0

    /// Bytes of the frame begun and not complete, of which its buffer was allocated; 0 if there is none.
    var bytesBegun: Int { partialLength }
    /// Whether the stream stands within a frame.
    var isMidFrame: Bool { partial != nil || prefixBytes > 0 }

    mutating func append(_ bytes: ByteBuffer) {
        guard bytes.readableBytes > 0 else { return }
        if current.readableBytes == 0 { current = bytes } else { waiting.append(bytes) }
    }

    mutating func next(frameBytesMax: Int) -> Step {
        while true {
            guard current.readableBytes > 0 else {
                guard advance() else { return .needsBytes }
                continue
            }
            if partial != nil {
                guard let frame = fillPartial() else { continue }
                return .frame(frame)
            }
            guard let length = readLength() else { continue }
            guard length > 0, Int(length) <= frameBytesMax else { return .invalidLength(length) }
            if let frame = current.readSlice(length: Int(length)) { return .frame(frame) }
            partialLength = Int(length)
            partial = ByteBufferAllocator().buffer(capacity: partialLength)
        }
    }

    /// Forgets everything.
    mutating func clear() { self = FrameSplitter() }

    /// Goes on to the next read.
    private mutating func advance() -> Bool {
        guard !waiting.isEmpty else {
            current = ByteBuffer()
            return false
        }
        // Few at most: reading stops while reads wait.
        current = waiting.removeFirst()
        return true
    }

    /// Takes the length prefix, whole or byte by byte; nil when this read ends within it.
    private mutating func readLength() -> Int32? {
        if prefixBytes == 0, let length = current.readInteger(as: Int32.self) { return length }
        while prefixBytes < 4 {
            guard let byte = current.readInteger(as: UInt8.self) else { return nil }
            prefix = prefix << 8 | UInt32(byte)
            prefixBytes += 1
        }
        let length = Int32(bitPattern: prefix)
        prefix = 0
        prefixBytes = 0
        return length
    }

    /// Copies into the frame begun what this read has of it; the frame once it is complete.
    private mutating func fillPartial() -> ByteBuffer? {
        guard var frame = partial.take() else { return nil }
        var part = current.readSlice(length: min(current.readableBytes, partialLength - frame.readableBytes)) ?? ByteBuffer()
        frame.writeBuffer(&part)
        guard frame.readableBytes == partialLength else {
            partial = frame
            return nil
        }
        partialLength = 0
        return frame
    }
}
