public import NIOCore

/// A checked cursor over the bytes of one frame.
///
/// Opened once per frame by ``open(_:arrayBytesMax:_:)``; every read checks the bytes left and throws ``ProtocolError``, whatever the bytes
/// are: nothing traps, and nothing is allocated for more than the frame can hold. Integers are big-endian. Byte fields come back as slices
/// that share the frame's memory: what is kept long should be copied out, since a slice holds its whole frame.
public struct WireReader: ~Copyable {
    /// The frame's first readable byte. Valid only inside ``open(_:arrayBytesMax:_:)``.
    @usableFromInline let base: UnsafeRawPointer
    /// The offset of the next byte to read.
    @usableFromInline var position: Int
    /// The offset behind the last byte that may be read: the frame's end, or the end of the tagged field being read.
    @usableFromInline var end: Int
    /// The frame, to slice byte fields from.
    let frame: ByteBuffer
    /// Bytes of memory that arrays may still take.
    var arrayBytesLeft: Int

    @usableFromInline
    init(base: UnsafeRawPointer, frame: ByteBuffer, arrayBytesMax: Int) {
        self.base = base
        self.position = 0
        self.end = frame.readableBytes
        self.frame = frame
        self.arrayBytesLeft = arrayBytesMax
    }

    /// Memory that the arrays of one frame may take unless the caller says otherwise: 16 MiB and eight times the frame, at most 256 MiB.
    ///
    /// An element may be one byte on the wire and hundreds in memory; this keeps a frame of such elements from taking the node's memory.
    public static func arrayBytesMaxDefault(frameBytes: Int) -> Int {
        frameBytes >= 30 << 20 ? 256 << 20 : (16 << 20) + 8 * frameBytes
    }

    /// Reads the readable bytes of `frame` with `body`.
    ///
    /// - Parameter arrayBytesMax: memory that decoded arrays may take, in bytes; over it ``ProtocolError/tooMuchMemory`` is thrown.
    @inlinable
    public static func open<Value>(
        _ frame: ByteBuffer, arrayBytesMax: Int? = nil, _ body: (inout WireReader) throws(ProtocolError) -> Value
    ) throws(ProtocolError) -> Value {
        let limit = arrayBytesMax ?? arrayBytesMaxDefault(frameBytes: frame.readableBytes)
        let result = frame.withUnsafeReadableBytes { bytes -> Result<Value, ProtocolError> in
            // An empty buffer may have no address; nothing is ever read from the stand-in, since the frame's end is its beginning.
            let base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 16)!
            var reader = WireReader(base: base, frame: frame, arrayBytesMax: limit)
            do throws(ProtocolError) {
                return .success(try body(&reader))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Bytes not yet read.
    public var bytesLeft: Int { end - position }

    /// Throws unless everything was read.
    public func finish() throws(ProtocolError) {
        if position != end { throw .trailingBytes(end - position) }
    }

    /// Advances by `count` bytes and returns the offset of the first of them.
    @inlinable
    mutating func take(_ count: Int) throws(ProtocolError) -> Int {
        let start = position
        // `count` may be any number; the subtraction cannot overflow, since both sides lie within the frame.
        guard count >= 0, end - start >= count else { throw .truncated }
        position = start &+ count
        return start
    }
}
