/// A field of a message or struct.
public struct Field: Hashable, Sendable {
    /// As Kafka writes it: `TransactionalId`.
    public var name: String
    public var type: FieldType
    /// The message's versions that have the field.
    public var versions: VersionRange
    /// The versions in which it may be null; nil if none.
    public var nullable: VersionRange?
    /// Its number in the tagged section; nil if it stands in its place among the others.
    public var tag: UInt32?
    /// As written in the schema; nil for the type's zero (0, false, empty).
    public var defaultValue: String?
    /// Keeps the old length form in flexible versions too (the request header's client id).
    public var isClassic: Bool

    public init(
        name: String, type: FieldType, versions: VersionRange = .all, nullable: VersionRange? = nil, tag: UInt32? = nil,
        defaultValue: String? = nil, isClassic: Bool = false
    ) {
        self.name = name
        self.type = type
        self.versions = versions
        self.nullable = nullable
        self.tag = tag
        self.defaultValue = defaultValue
        self.isClassic = isClassic
    }

    public func isNullable(in version: Int16) -> Bool { nullable?.contains(version) ?? false }
}
