import SchemaModel

/// Writes the statements that read and write one field.
struct FieldEmitter {
    let message: MessageSchema
    let field: Field

    private var name: String { "self." + SwiftNames.property(field.name) }
    private var isNullable: Bool { field.nullable != nil }
    /// The condition under which null is allowed; nil if always.
    private var nullCondition: String? { message.nullCondition(for: field) }
    private var flexible: String { field.isClassic ? "false" : message.flexibleExpression }
    private var nullableArgument: String { nullCondition.map { ", nullable: \($0)" } ?? "" }

    /// The Swift expression for "the field has its default".
    var isDefault: String { comparison(isEqual: true) }

    /// The Swift expression for "the field has not its default".
    var differsFromDefault: String { comparison(isEqual: false) }

    private func comparison(isEqual: Bool) -> String {
        let (sign, not) = isEqual ? ("==", "") : ("!=", "!")
        guard let value = SwiftNames.defaultValue(field) else { return "\(name) \(sign) nil" }
        switch field.type {
        case .scalars, .structures: return isNullable ? "\(name)?.isEmpty \(sign) true" : "\(not)\(name).isEmpty"
        case .structure: return "\(not)\(name).isDefault"
        case .scalar: return "\(name) \(sign) \(value)"
        }
    }

    // MARK: - Reading

    func emitRead(into out: inout SourceText, when condition: String?) {
        switch field.type {
        case .scalar(let scalar):
            out.statement("\(name) = try reader.\(readCall(scalar))", when: condition)
        case .scalars(let scalar):
            let function = SwiftNames.function(arrayOf: scalar, nullable: isNullable)
            out.statement("\(name) = try reader.\(function)(\(flexible)\(nullableArgument))", when: condition)
        case .structure(let structure):
            let value = "try \(structure)(from: &reader, version: version)"
            if isNullable {
                let argument = nullCondition.map { "nullable: \($0)" } ?? ""
                out.statement("\(name) = try reader.isPresent(\(argument)) ? \(value) : nil", when: condition)
            } else {
                out.statement("\(name) = \(value)", when: condition)
            }
        case .structures(let structure):
            out.statements(when: condition) { emitReadArray(of: structure, into: &$0) }
        }
    }

    private func readCall(_ scalar: FieldType.Scalar) -> String {
        switch scalar {
        case .string, .bytes, .records:
            let function = SwiftNames.function(scalar)
            if !isNullable { return "\(function)(\(flexible))" }
            return "nullable\(function.prefix(1).uppercased())\(function.dropFirst())(\(flexible)\(nullableArgument))"
        case .bool, .int8, .int16, .uint16, .int32, .int64, .float64, .uuid, .error:
            return "\(SwiftNames.function(scalar))()"
        }
    }

    private func emitReadArray(of structure: String, into out: inout SourceText) {
        let sizes = "wireBytes: \(message.smallestElementSize(of: field)), memoryBytes: MemoryLayout<\(structure)>.stride"
        let element = "try \(structure)(from: &reader, version: version)"
        if isNullable {
            out.call("if let count = try reader.nullableArrayCount(", "\(flexible)\(nullableArgument), \(sizes)", ") {")
            out.indented { out in
                out.line("var elements: [\(structure)] = []")
                out.line("elements.reserveCapacity(count)")
                out.loop("for _ in 0..<count", "elements.append(\(element))")
                out.line("\(name) = elements")
            }
            out.line("} else {")
            out.indented { $0.line("\(name) = nil") }
            out.line("}")
        } else {
            let count = SwiftNames.property(field.name) + "Count"
            out.call("let \(count) = try reader.arrayCount(", "\(flexible), \(sizes)", ")")
            if field.tag != nil { out.line("\(name) = []") }
            out.line("\(name).reserveCapacity(\(count))")
            out.loop("for _ in 0..<\(count)", "\(name).append(\(element))")
        }
    }

    // MARK: - Writing

    func emitWrite(into out: inout SourceText, when condition: String?) {
        switch field.type {
        case .scalar(let scalar): emitWriteScalar(scalar, into: &out, when: condition)
        case .scalars(let scalar):
            let nullable = SwiftNames.function(arrayOf: scalar, nullable: true)
            let plain = SwiftNames.function(arrayOf: scalar, nullable: false)
            emitWriteNullable(nullable: nullable, plain: plain, empty: "[]", into: &out, when: condition)
        case .structure(let structure): out.statements(when: condition) { emitWriteStruct(structure, into: &$0) }
        case .structures: out.statements(when: condition) { emitWriteArray(into: &$0) }
        }
    }

    private func emitWriteScalar(_ scalar: FieldType.Scalar, into out: inout SourceText, when condition: String?) {
        let function = SwiftNames.function(scalar)
        switch scalar {
        case .string, .bytes, .records:
            let nullable = "nullable\(function.prefix(1).uppercased())\(function.dropFirst())"
            let empty =
                switch scalar {
                case .string: "\"\""
                case .records: ".empty"
                default: "ByteBuffer()"
                }
            emitWriteNullable(nullable: nullable, plain: function, empty: empty, into: &out, when: condition)
        case .bool, .int8, .int16, .uint16, .int32, .int64, .float64, .uuid, .error:
            out.statement("writer.\(function)(\(name))", when: condition)
        }
    }

    /// A value with a nullable and a plain function; where null is not allowed an empty value is written for it.
    private func emitWriteNullable(nullable: String, plain: String, empty: String, into out: inout SourceText, when condition: String?) {
        guard isNullable else { return out.statement("writer.\(plain)(\(name), \(flexible))", when: condition) }
        guard let nullCondition else { return out.statement("writer.\(nullable)(\(name), \(flexible))", when: condition) }
        out.statements(when: condition) { out in
            out.line("if \(nullCondition) {")
            out.indented { $0.line("writer.\(nullable)(\(name), \(flexible))") }
            out.line("} else {")
            out.indented { $0.line("writer.\(plain)(\(name) ?? \(empty), \(flexible))") }
            out.line("}")
        }
    }

    private func emitWriteStruct(_ structure: String, into out: inout SourceText) {
        guard isNullable else { return out.line("\(name).write(to: &writer, version: version)") }
        if let nullCondition {
            out.line("if \(nullCondition) { writer.present(\(name) != nil) }")
            out.line("if let value = \(name) {")
            out.indented { $0.line("value.write(to: &writer, version: version)") }
            out.line("} else if !(\(nullCondition)) {")
            out.indented { $0.line("\(structure)().write(to: &writer, version: version)") }
            out.line("}")
        } else {
            out.line("writer.present(\(name) != nil)")
            out.line("if let value = \(name) { value.write(to: &writer, version: version) }")
        }
    }

    private func emitWriteArray(into out: inout SourceText) {
        guard isNullable else {
            out.line("writer.arrayCount(\(name).count, \(flexible))")
            return emitWriteElements(of: name, into: &out)
        }
        out.line("if let elements = \(name) {")
        out.indented { out in
            out.line("writer.arrayCount(elements.count, \(flexible))")
            emitWriteElements(of: "elements", into: &out)
        }
        if let nullCondition {
            out.line("} else if \(nullCondition) {")
            out.indented { $0.line("writer.nullArray(\(flexible))") }
            out.line("} else {")
            out.indented { $0.line("writer.arrayCount(0, \(flexible))") }
        } else {
            out.line("} else {")
            out.indented { $0.line("writer.nullArray(\(flexible))") }
        }
        out.line("}")
    }

    /// By index, because a loop over the elements would copy each of them.
    private func emitWriteElements(of array: String, into out: inout SourceText) {
        out.loop("for index in \(array).indices", "\(array)[index].write(to: &writer, version: version)")
    }
}
