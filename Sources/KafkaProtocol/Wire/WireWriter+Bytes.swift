public import NIOCore

extension WireWriter {
    /// A string in the compact form of flexible versions, or in the old one, which carries at most 32,767 bytes.
    public mutating func string(_ value: String, _ flexible: Bool) {
        let length = value.utf8.count
        if flexible {
            compactLength(length)
        } else {
            guard let short = Int16(exactly: length) else { return fail() }
            int16(short)
        }
        let at = reserve(length)
        let target = UnsafeMutableRawBufferPointer(start: base + at, count: length)
        let copied: Void? = value.utf8.withContiguousStorageIfAvailable { target.copyMemory(from: UnsafeRawBufferPointer($0)) }
        // Only strings bridged from elsewhere are not contiguous.
        if copied == nil { target.copyBytes(from: value.utf8) }
    }

    public mutating func nullableString(_ value: String?, _ flexible: Bool) {
        if let value { return string(value, flexible) }
        if flexible { unsignedVarint(0) } else { int16(-1) }
    }

    public mutating func bytes(_ value: ByteBuffer, _ flexible: Bool) {
        bytesLength(value.readableBytes, flexible)
        raw(value)
    }

    public mutating func nullableBytes(_ value: ByteBuffer?, _ flexible: Bool) {
        if let value { return bytes(value, flexible) }
        if flexible { unsignedVarint(0) } else { int32(-1) }
    }

    public mutating func records(_ value: RecordData, _ flexible: Bool) {
        bytesLength(value.count, flexible)
        switch value {
        case .bytes(let bytes): append(bytes)
        case .pieces(let pieces):
            for piece in pieces {
                switch piece {
                case .bytes(let bytes): append(bytes)
                case .file: insert(piece)
                }
            }
        }
    }

    public mutating func nullableRecords(_ value: RecordData?, _ flexible: Bool) {
        if let value { return records(value, flexible) }
        if flexible { unsignedVarint(0) } else { int32(-1) }
    }

    /// Bytes without a length, copied.
    public mutating func raw(_ value: ByteBuffer) {
        let at = reserve(value.readableBytes)
        value.withUnsafeReadableBytes { UnsafeMutableRawBufferPointer(start: base + at, count: $0.count).copyMemory(from: $0) }
    }

    /// Bytes without a length: few are copied, many become a piece of their own.
    private mutating func append(_ value: ByteBuffer) {
        if value.readableBytes <= Self.copiedBytesMax { raw(value) } else { insert(.bytes(value)) }
    }

    private mutating func bytesLength(_ length: Int, _ flexible: Bool) {
        if flexible { return compactLength(length) }
        guard let short = Int32(exactly: length) else { return fail() }
        int32(short)
    }

    mutating func compactLength(_ length: Int) {
        // Kafka's classes hold lengths in 32 signed bits.
        guard length < Int(Int32.max) else { return fail() }
        unsignedVarint(UInt32(length + 1))
    }
}
