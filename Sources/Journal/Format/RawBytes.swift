/// Little-endian integers at byte offsets. The callers have checked the lengths; in debug builds the buffers check again.
extension UnsafeRawBufferPointer {
    @inline(__always)
    func integer<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: T.Type = T.self) -> T {
        T(littleEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}

extension UnsafeMutableRawBufferPointer {
    @inline(__always)
    func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, at offset: Int) {
        storeBytes(of: value.littleEndian, toByteOffset: offset, as: T.self)
    }
}

extension Int {
    /// The next multiple of a power of two; nil when that is beyond the largest number.
    @inline(__always)
    func roundedUp(to multiple: Int) -> Int? {
        let (sum, overflow) = addingReportingOverflow(multiple - 1)
        return overflow ? nil : sum & ~(multiple - 1)
    }
}
