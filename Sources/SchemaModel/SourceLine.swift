/// A line of a schema file, taken apart.
struct SourceLine {
    var number: Int
    /// Steps of indentation.
    var depth: Int
    /// At least one.
    var words: [String]

    func error(_ problem: String) -> SchemaError { SchemaError(line: number, problem) }

    /// The field that the line declares.
    func field() throws(SchemaError) -> Field {
        guard words.count >= 2, isName(words[0]) else { throw error("expected a field: name and type") }
        var rest = words.dropFirst(2)
        var versions = VersionRange.all
        if let first = rest.first, first.first?.isNumber == true {
            guard let range = VersionRange(first) else { throw error("`\(first)` is not a range of versions") }
            versions = range
            rest.removeFirst()
        }
        let (type, nullable) = try self.type(words[1], versions: versions)
        var field = Field(name: words[0], type: type, versions: versions, nullable: nullable)
        while let word = rest.popFirst() {
            switch word {
            case "tag":
                guard let tag = rest.popFirst().flatMap({ UInt32($0) }) else { throw error("expected the tag's number") }
                field.tag = tag
            case "classic":
                field.isClassic = true
            case "=":
                guard let value = rest.popFirst() else { throw error("expected a default") }
                try check(value, for: field)
                field.defaultValue = value
            default:
                throw error("unknown word `\(word)`")
            }
        }
        return field
    }

    private func type(_ text: String, versions: VersionRange) throws(SchemaError) -> (FieldType, VersionRange?) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var nullable: VersionRange?
        if parts.count == 2 {
            nullable = parts[1].isEmpty ? versions : VersionRange(parts[1])
            if nullable == nil { throw error("`\(parts[1])` is not a range of versions") }
        }
        let isArray = parts[0].hasPrefix("[]")
        let name = String(isArray ? parts[0].dropFirst(2) : parts[0])
        if let scalar = FieldType.Scalar(rawValue: name) {
            return (isArray ? .scalars(scalar) : .scalar(scalar), nullable)
        }
        guard isName(name), name.first?.isUppercase == true else { throw error("unknown type `\(name)`") }
        return (isArray ? .structures(name) : .structure(name), nullable)
    }

    private func check(_ value: String, for field: Field) throws(SchemaError) {
        if value == "null" {
            if field.nullable == nil { throw error("the default is null, but the field never is") }
            return
        }
        guard case .scalar(let scalar) = field.type else { throw error("an array or struct can only have null as its default") }
        let isValid =
            switch scalar {
            case .bool: value == "true" || value == "false"
            case .int8: integer(value).map { Int8(exactly: $0) != nil } ?? false
            case .int16, .error: integer(value).map { Int16(exactly: $0) != nil } ?? false
            case .uint16: integer(value).map { UInt16(exactly: $0) != nil } ?? false
            case .int32: integer(value).map { Int32(exactly: $0) != nil } ?? false
            case .int64: integer(value) != nil
            case .float64, .uuid, .string, .bytes, .records: false
            }
        if !isValid { throw error("`\(value)` is not a default for \(scalar.rawValue)") }
    }

    private func integer(_ text: String) -> Int64? {
        text.hasPrefix("0x") ? Int64(text.dropFirst(2), radix: 16) : Int64(text)
    }

    private func isName(_ text: String) -> Bool {
        text.first?.isLetter == true && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
