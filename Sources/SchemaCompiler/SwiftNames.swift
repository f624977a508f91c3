import SchemaModel

/// How the schemas' names and types look in Swift.
enum SwiftNames {
    /// `TopicId` becomes `topicId`, `ISRNodes` becomes `isrNodes`.
    static func property(_ name: String) -> String {
        let leading = name.prefix { $0.isUppercase || $0.isNumber }
        // The last capital of several begins the next word.
        let count = leading.count == name.count || leading.count <= 1 ? leading.count : leading.count - 1
        return name.prefix(count).lowercased() + name.dropFirst(count)
    }

    private static let keywords: Set<String> = [
        "as", "case", "class", "default", "do", "else", "enum", "extension", "for", "func", "if", "import", "in", "init", "is", "let",
        "nil",
        "operator", "private", "protocol", "public", "repeat", "return", "self", "static", "struct", "switch", "throw", "true", "try",
        "var",
        "where", "while",
    ]

    /// The property's name where it is declared.
    static func declared(_ name: String) -> String {
        let name = property(name)
        return keywords.contains(name) ? "`\(name)`" : name
    }

    static func type(_ scalar: FieldType.Scalar) -> String {
        switch scalar {
        case .bool: "Bool"
        case .int8: "Int8"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .float64: "Double"
        case .uuid: "KafkaUUID"
        case .string: "String"
        case .bytes: "ByteBuffer"
        case .records: "RecordData"
        case .error: "ErrorCode"
        }
    }

    static func type(_ field: Field) -> String {
        let base =
            switch field.type {
            case .scalar(let scalar): type(scalar)
            case .scalars(let scalar): "[\(type(scalar))]"
            case .structure(let name): name
            case .structures(let name): "[\(name)]"
            }
        return field.nullable == nil ? base : base + "?"
    }

    /// The default; nil where Swift gives it by itself (a null).
    static func defaultValue(_ field: Field) -> String? {
        if field.defaultValue == "null" { return nil }
        switch field.type {
        case .scalars, .structures: return "[]"
        case .structure(let name): return field.nullable == nil ? "\(name)()" : nil
        case .scalar(let scalar): return defaultValue(scalar, text: field.defaultValue, nullable: field.nullable != nil)
        }
    }

    private static func defaultValue(_ scalar: FieldType.Scalar, text: String?, nullable: Bool) -> String? {
        switch scalar {
        case .bool: text ?? "false"
        case .int8, .int16, .uint16, .int32, .int64: text ?? "0"
        case .float64: text ?? "0"
        case .uuid: ".zero"
        case .string: "\"\""
        case .bytes: nullable ? nil : "ByteBuffer()"
        case .records: nullable ? nil : ".empty"
        case .error: text.map { "ErrorCode(rawValue: \($0))" } ?? ".none"
        }
    }

    /// The end of the reader's and writer's function names: `int32`, `string`.
    static func function(_ scalar: FieldType.Scalar) -> String {
        scalar == .error ? "errorCode" : scalar.rawValue
    }

    /// The same for arrays: `int32s`, `nullableInt32s`.
    static func function(arrayOf scalar: FieldType.Scalar, nullable: Bool) -> String {
        let plain = function(scalar) + "s"
        if !nullable { return plain }
        return scalar == .uuid ? "nullableUUIDs" : "nullable" + plain.prefix(1).uppercased() + plain.dropFirst()
    }
}
