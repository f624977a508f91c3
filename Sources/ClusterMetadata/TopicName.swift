/// The rules for topic names (Kafka: `Topic.validate`): 1 to 249 of `[a-zA-Z0-9._-]`, not `.` and not `..`.
public enum TopicName {
    public static let lengthMax = 249

    /// What is wrong with the name, in words for the client; nil if nothing is.
    public static func problem(_ name: String) -> String? {
        if name.isEmpty { return "the topic name is empty" }
        if name == "." || name == ".." { return "the topic name cannot be \".\" or \"..\"" }
        if name.utf8.count > lengthMax { return "the topic name is \(name.utf8.count) bytes long; at most \(lengthMax) are allowed" }
        for byte in name.utf8 where !allowed(byte) {
            return "the topic name '\(name)' has a character other than ASCII letters, digits, '.', '_' and '-'"
        }
        return nil
    }

    /// Names that differ only in `.` and `_` become one name in metrics, so Kafka refuses the second (`INVALID_TOPIC_EXCEPTION`).
    public static func collisionKey(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
    }

    /// Whether Kafka keeps the topic for itself. Martlet keeps offsets and transactions elsewhere, so these are names that nobody may take.
    public static func isInternal(_ name: String) -> Bool {
        ["__consumer_offsets", "__transaction_state", "__share_group_state", "__cluster_metadata"].contains(name)
    }

    private static func allowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
