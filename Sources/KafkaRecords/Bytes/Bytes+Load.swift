internal import NIOCore

/// Big-endian numbers at a byte offset, checked by the buffer's bounds only in debug builds: callers compare lengths first.
extension UnsafeRawBufferPointer {
    @inline(__always) func int8(at offset: Int) -> Int8 { loadUnaligned(fromByteOffset: offset, as: Int8.self) }
    @inline(__always) func int16(at offset: Int) -> Int16 { Int16(bigEndian: loadUnaligned(fromByteOffset: offset, as: Int16.self)) }
    @inline(__always) func int32(at offset: Int) -> Int32 { Int32(bigEndian: loadUnaligned(fromByteOffset: offset, as: Int32.self)) }
    @inline(__always) func int64(at offset: Int) -> Int64 { Int64(bigEndian: loadUnaligned(fromByteOffset: offset, as: Int64.self)) }
}

extension ByteBuffer {
    /// `withUnsafeReadableBytes` with a typed error.
    @inline(__always)
    func withBytes<Result, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Result) throws(Failure) -> Result {
        var failure: Failure?
        let result: Result? = withUnsafeReadableBytes { bytes in
            do throws(Failure) { return try body(bytes) } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        guard let result else { preconditionFailure("neither a result nor an error") }
        return result
    }
}
