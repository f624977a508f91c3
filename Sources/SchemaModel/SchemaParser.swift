/// Reads a schema file.
///
///     # One sentence that says what the API is.
///     api Heartbeat 12
///
///     request 0-4 flexible 4+
///       GroupId string
///       GroupInstanceId string? 3+ = null
///       Topics []Topic 1-3
///         Name string
///
///     response 0-4 flexible 4+
///       ThrottleTimeMs int32 1+
///       ErrorCode error
///
/// A field is: name, type, then as needed its versions (all if absent), `tag N`, `classic`, `= default`. A type is a scalar
/// (``FieldType/Scalar``) or a struct's name, with `[]` before it for an array, and behind it `?` if it may be null in all its versions or
/// `?7+` if only in those. Where a struct is first named its fields follow, indented by two spaces more; later its name is enough.
/// Instead of `api`, `request` and `response`, a file may hold `header NAME VERSIONS` or `data NAME VERSIONS`.
public struct SchemaParser {
    private var lines: [SourceLine]
    private var next = 0
    private var structures: [Structure] = []

    private init(lines: [SourceLine]) { self.lines = lines }

    /// The messages of one schema file, in its order.
    public static func parse(_ text: String) throws(SchemaError) -> [MessageSchema] {
        var comment: [Substring] = []
        var lines: [SourceLine] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop { $0 == " " }
            if content.isEmpty { continue }
            if content.hasPrefix("#") {
                if lines.isEmpty { comment.append(content.dropFirst().drop { $0 == " " }) }
                continue
            }
            let indent = line.count - content.count
            if indent % 2 != 0 { throw SchemaError(line: index + 1, "indentation must be by two spaces") }
            lines.append(SourceLine(number: index + 1, depth: indent / 2, words: content.split(separator: " ").map(String.init)))
        }
        var parser = SchemaParser(lines: lines)
        return try parser.messages(comment: comment.joined(separator: " "))
    }

    private mutating func messages(comment: String) throws(SchemaError) -> [MessageSchema] {
        var messages: [MessageSchema] = []
        var api: (name: String, key: Int16)?
        while next < lines.count {
            let line = lines[next]
            next += 1
            if line.depth != 0 { throw line.error("a field outside any message") }
            if line.words[0] == "api" {
                guard line.words.count == 3, let key = Int16(line.words[2]) else { throw line.error("expected `api NAME KEY`") }
                api = (line.words[1], key)
                continue
            }
            guard let kind = MessageSchema.Kind(rawValue: line.words[0]) else { throw line.error("unknown word `\(line.words[0])`") }
            var words = line.words.dropFirst()
            let name: String
            switch kind {
            case .request, .response:
                guard let api else { throw line.error("`\(kind.rawValue)` before `api`") }
                name = api.name + (kind == .request ? "Request" : "Response")
            case .header, .data:
                guard let own = words.popFirst() else { throw line.error("expected a name") }
                name = own
            }
            messages.append(try message(kind, name, api: api, comment: comment, line: line, words: words))
        }
        return messages
    }

    private mutating func message(
        _ kind: MessageSchema.Kind, _ name: String, api: (name: String, key: Int16)?, comment: String, line: SourceLine,
        words: ArraySlice<String>
    ) throws(SchemaError) -> MessageSchema {
        var words = words
        guard let text = words.popFirst(), let versions = VersionRange(text), versions.highest != .max else {
            throw line.error("expected versions, as `0-4`")
        }
        var firstFlexible: Int16?
        if words.popFirst() == "flexible" {
            guard let text = words.popFirst(), let flexible = VersionRange(text), flexible.highest == .max else {
                throw line.error("expected the first flexible version, as `4+`")
            }
            firstFlexible = flexible.lowest
        }
        if !words.isEmpty { throw line.error("`\(words.joined(separator: " "))` is too much") }
        structures = []
        let fields = try self.fields(depth: 1)
        if let unknown = (fields + structures.flatMap(\.fields)).first(where: { field in
            field.type.structureName.map { name in !structures.contains { $0.name == name } } ?? false
        }) {
            throw line.error("the struct of field `\(unknown.name)` is nowhere defined")
        }
        return MessageSchema(
            kind: kind, name: name, api: api?.name, apiKey: api?.key, comment: comment, versions: versions.lowest...versions.highest,
            firstFlexible: firstFlexible, fields: fields, structures: structures)
    }

    private mutating func fields(depth: Int) throws(SchemaError) -> [Field] {
        var fields: [Field] = []
        while next < lines.count, lines[next].depth >= depth {
            let line = lines[next]
            if line.depth > depth { throw line.error("indented too far") }
            next += 1
            let field = try line.field()
            if fields.contains(where: { $0.name == field.name }) { throw line.error("field `\(field.name)` stands here twice") }
            if let tag = field.tag, fields.contains(where: { $0.tag == tag }) { throw line.error("tag \(tag) stands here twice") }
            fields.append(field)
            guard next < lines.count, lines[next].depth > depth else { continue }
            guard let name = field.type.structureName else { throw lines[next].error("only a struct has fields") }
            if structures.contains(where: { $0.name == name }) { throw line.error("struct `\(name)` is defined twice") }
            // Its place is before the structs inside it.
            let place = structures.count
            structures.append(Structure(name: name, fields: []))
            structures[place].fields = try self.fields(depth: depth + 1)
        }
        return fields
    }
}
