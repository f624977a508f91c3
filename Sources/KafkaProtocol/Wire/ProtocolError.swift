/// What is wrong with bytes that came from the wire, or why a value cannot be put on it.
///
/// The peer's fault, never ours: the connection that sent such bytes is closed.
public enum ProtocolError: Error, Hashable, Sendable {
    /// The frame ends before the field does.
    case truncated
    /// A length or count that no valid message carries (negative, or above the limit of its form).
    case invalidLength(Int)
    /// A count of elements that the rest of the frame cannot hold.
    case tooManyElements(Int)
    /// The decoded arrays would need more memory than the reader may use (``WireReader/arrayBytesMaxDefault(frameBytes:)``).
    case tooMuchMemory
    /// A null where this version has none.
    case unexpectedNull
    /// A string that is not UTF-8.
    case invalidUTF8
    /// A variable-length integer of more bytes or bits than its type.
    case varintTooLong
    /// The leading byte of a nullable struct is neither -1 nor 1.
    case invalidMarker(Int8)
    /// A tagged field does not fill the size announced for it.
    case tagSizeMismatch
    /// Bytes are left after the message's last field.
    case trailingBytes(Int)
    /// An API that this program does not know.
    case unknownApiKey(Int16)
    /// A version that the message does not have.
    case unsupportedVersion(Int16)
    /// A value to write that its form cannot carry, for instance a string above 32,767 bytes in an old version.
    case unwritable
}
