/// A tagged field being read.
public struct OpenTag {
    /// The field's number within its struct.
    public let number: UInt32
    /// Where the surrounding bytes end.
    let outerEnd: Int
}

extension WireReader {
    /// The leading byte of a nullable struct: whether the struct follows.
    ///
    /// - Parameter nullable: whether this version has a null. If not there is no such byte either, and the answer is true.
    public mutating func isPresent(nullable: Bool = true) throws(ProtocolError) -> Bool {
        if !nullable { return true }
        switch try int8() {
        case 1: return true
        case -1: return false
        case let other: throw .invalidMarker(other)
        }
    }

    /// The number of fields in the tagged section that ends a struct (KIP-482).
    public mutating func tagCount() throws(ProtocolError) -> UInt32 {
        let count = try unsignedVarint()
        // Each takes two bytes at least: its number and its size.
        if Int(count) > bytesLeft / 2 { throw .tooManyElements(Int(count)) }
        return count
    }

    /// Opens the next tagged field; until ``closeTag(_:)`` nothing beyond it can be read.
    public mutating func openTag() throws(ProtocolError) -> OpenTag {
        let number = try unsignedVarint()
        let size = Int(try unsignedVarint())
        guard size <= bytesLeft else { throw .truncated }
        let tag = OpenTag(number: number, outerEnd: end)
        end = position + size
        return tag
    }

    /// Skips what is left of the open tagged field.
    public mutating func skipTag() {
        position = end
    }

    /// Closes the open tagged field, which must have been read whole.
    public mutating func closeTag(_ tag: OpenTag) throws(ProtocolError) {
        guard position == end else { throw .tagSizeMismatch }
        end = tag.outerEnd
    }

    /// Reads a tagged section in which no field is known, and drops it.
    @inlinable
    public mutating func skipTags() throws(ProtocolError) {
        // Nearly always empty.
        if position < end, base.load(fromByteOffset: position, as: UInt8.self) == 0 {
            position += 1
        } else {
            try skipSomeTags()
        }
    }

    @usableFromInline
    mutating func skipSomeTags() throws(ProtocolError) {
        var count = try tagCount()
        while count > 0 {
            _ = try unsignedVarint()
            _ = try take(Int(try unsignedVarint()))
            count -= 1
        }
    }
}
