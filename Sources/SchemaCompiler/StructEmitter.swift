import SchemaModel

/// Writes the body of one struct: properties, defaults, reading, writing.
struct StructEmitter {
    let message: MessageSchema
    let fields: [Field]

    init(message: MessageSchema, fields: [Field]) {
        self.message = message
        self.fields = fields.filter { message.has($0.versions) }
    }

    private var inPlace: [Field] { fields.filter { $0.tag == nil } }
    private var tagged: [Field] {
        fields.filter { $0.tag != nil }.sorted { ($0.tag ?? 0) < ($1.tag ?? 0) }
    }
    private var flexible: String { message.flexibleExpression }

    func emit(into out: inout SourceText) {
        for field in fields {
            out.line("/// \(note(field))")
            let value = SwiftNames.defaultValue(field).map { " = \($0)" } ?? ""
            out.line("public var \(SwiftNames.declared(field.name)): \(SwiftNames.type(field))\(value)")
        }
        if !fields.isEmpty { out.line() }
        out.line("public init() {}")
        out.line()
        out.block("public init(from reader: inout WireReader, version: Int16) throws(ProtocolError)") { emitReading(into: &$0) }
        out.line()
        out.block("public func write(to writer: inout WireWriter, version: Int16)") { emitWriting(into: &$0) }
    }

    /// What a tagged struct needs: it is written only when it differs from its default.
    func emitIsDefault(into out: inout SourceText) {
        let tests = fields.map { FieldEmitter(message: message, field: $0).isDefault }
        out.line()
        out.line("/// Whether all fields are at their defaults.")
        out.block("var isDefault: Bool") { $0.line(tests.isEmpty ? "true" : tests.joined(separator: " && ")) }
    }

    private func note(_ field: Field) -> String {
        var text = message.condition(for: field.versions) == nil ? "All versions" : "v" + field.versions.description
        if let nullable = field.nullable {
            text += message.nullCondition(for: field) == nil ? ", may be null" : ", may be null in v\(nullable)"
        }
        if let tag = field.tag { text += ", tag \(tag)" }
        return text + "."
    }

    // MARK: - Reading

    private func emitReading(into out: inout SourceText) {
        declareFlexible(into: &out)
        for field in inPlace {
            FieldEmitter(message: message, field: field).emitRead(into: &out, when: message.condition(for: field.versions))
        }
        if message.firstFlexible == nil { return }
        if tagged.isEmpty {
            return out.statement("try reader.skipTags()", when: flexible == "true" ? nil : flexible)
        }
        out.statements(when: flexible == "true" ? nil : flexible) { out in
            out.line("var tags = try reader.tagCount()")
            out.block("while tags > 0") { out in
                out.line("let tag = try reader.openTag()")
                out.line("switch tag.number {")
                for field in tagged {
                    let condition = message.condition(for: field.versions).flatMap {
                        $0 == "version >= \(message.firstFlexible ?? 0)" ? nil : $0
                    }
                    out.line("case \(field.tag ?? 0)\(condition.map { " where " + $0 } ?? ""):")
                    out.indented { FieldEmitter(message: message, field: field).emitRead(into: &$0, when: nil) }
                }
                out.line("default: reader.skipTag()")
                out.line("}")
                out.line("try reader.closeTag(tag)")
                out.line("tags -= 1")
            }
        }
    }

    // MARK: - Writing

    private func emitWriting(into out: inout SourceText) {
        declareFlexible(into: &out)
        for field in inPlace {
            FieldEmitter(message: message, field: field).emitWrite(into: &out, when: message.condition(for: field.versions))
        }
        if message.firstFlexible == nil { return }
        if tagged.isEmpty {
            return out.statement("writer.noTags()", when: flexible == "true" ? nil : flexible)
        }
        out.statements(when: flexible == "true" ? nil : flexible) { out in
            out.line("var tags: UInt32 = 0")
            for field in tagged {
                let emitter = FieldEmitter(message: message, field: field)
                let present = [message.condition(for: field.versions), emitter.differsFromDefault].compactMap(\.self)
                out.line("let has\(field.name) = \(present.joined(separator: " && "))")
                out.line("if has\(field.name) { tags += 1 }")
            }
            out.line("writer.tagCount(tags)")
            for field in tagged {
                out.block("if has\(field.name)") { out in
                    out.line("let mark = writer.beginTag(\(field.tag ?? 0))")
                    FieldEmitter(message: message, field: field).emitWrite(into: &out, when: nil)
                    out.line("writer.endTag(mark)")
                }
            }
        }
    }

    private func declareFlexible(into out: inout SourceText) {
        if flexible == "flexible" { out.line("let flexible = version >= \(message.firstFlexible ?? 0)") }
    }
}
