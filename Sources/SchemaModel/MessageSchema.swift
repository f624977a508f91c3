/// A struct inside a message.
public struct Structure: Hashable, Sendable {
    public var name: String
    public var fields: [Field]

    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}

/// A message in all its versions.
public struct MessageSchema: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case request, response
        /// Comes before requests or responses.
        case header
        /// Carried inside another message's bytes.
        case data
    }

    public var kind: Kind
    /// For instance `ProduceRequest`.
    public var name: String
    /// For instance `Produce`; nil for headers and data.
    public var api: String?
    public var apiKey: Int16?
    /// What it is, in a sentence.
    public var comment: String
    public var versions: ClosedRange<Int16>
    /// The first version with compact forms and tagged sections; nil if there is none.
    public var firstFlexible: Int16?
    public var fields: [Field]
    /// The structs its fields use, each before those inside it.
    public var structures: [Structure]

    public init(
        kind: Kind, name: String, api: String?, apiKey: Int16?, comment: String, versions: ClosedRange<Int16>, firstFlexible: Int16?,
        fields: [Field] = [], structures: [Structure] = []
    ) {
        self.kind = kind
        self.name = name
        self.api = api
        self.apiKey = apiKey
        self.comment = comment
        self.versions = versions
        self.firstFlexible = firstFlexible
        self.fields = fields
        self.structures = structures
    }

    public func isFlexible(_ version: Int16) -> Bool { firstFlexible.map { version >= $0 } ?? false }

    /// The fields of the struct of that name; the parser has made sure that it is there.
    public func fields(of structure: String) -> [Field] {
        structures.first { $0.name == structure }?.fields ?? []
    }
}
