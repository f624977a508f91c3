/// A tagged field being written.
public struct TagMark {
    /// Where its own bytes begin.
    let offset: Int
    /// All bytes written before it.
    let byteCount: Int
}

extension WireWriter {
    /// The leading byte of a nullable struct.
    public mutating func present(_ value: Bool) {
        int8(value ? 1 : -1)
    }

    /// An empty tagged section.
    @inlinable
    public mutating func noTags() {
        int8(0)
    }

    /// The number of tagged fields that follow, in ascending order of their numbers (KIP-482).
    public mutating func tagCount(_ count: UInt32) {
        unsignedVarint(count)
    }

    /// Begins a tagged field; its size is filled in by ``endTag(_:)``.
    public mutating func beginTag(_ number: UInt32) -> TagMark {
        unsignedVarint(number)
        int8(0)
        return TagMark(offset: count, byteCount: byteCount)
    }

    /// Ends a tagged field: writes its size in front of it.
    public mutating func endTag(_ mark: TagMark) {
        guard let size = UInt32(exactly: byteCount - mark.byteCount) else { return fail() }
        // One byte was left for the size; a larger one moves the contents up.
        var extra = 0
        var rest = size >> 7
        while rest > 0 {
            extra += 1
            rest >>= 7
        }
        if extra > 0 {
            let length = count - mark.offset
            _ = reserve(extra)
            (base + mark.offset + extra).copyMemory(from: base + mark.offset, byteCount: length)
            for index in insertions.indices.reversed() {
                if insertions[index].offset < mark.offset { break }
                insertions[index].offset += extra
            }
        }
        let finalCount = count
        count = mark.offset - 1
        unsignedVarint(size)
        count = finalCount
    }
}
