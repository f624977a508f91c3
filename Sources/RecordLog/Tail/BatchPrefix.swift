/// The little of a batch's header that is needed to walk over batches that are known to be whole and valid.
struct BatchPrefix {
    /// Up to and with the last offset delta.
    static let byteCount = 27

    let baseOffset: Int64
    let size: Int
    let nextOffset: Int64

    init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        baseOffset = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int64.self))
        size = 12 + Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position + 8, as: Int32.self)))
        let delta = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position + 23, as: Int32.self))
        nextOffset = baseOffset + Int64(delta) + 1
    }
}
