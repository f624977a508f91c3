import SchemaModel

extension SchemaInterpreter {
    /// The bytes of a value that has all the fields of this version.
    func encode(_ value: WireValue) throws -> [UInt8] {
        var out: [UInt8] = []
        try put(message.fields, value, to: &out)
        return out
    }

    private func put(_ all: [Field], _ value: WireValue, to out: inout [UInt8]) throws {
        guard let values = value.object else { throw Malformed(description: "not an object: \(value)") }
        for field in present(all) where field.tag == nil { try put(field, try member(field, of: values), to: &out) }
        guard message.isFlexible(version) else { return }
        var tags: [(UInt32, [UInt8])] = []
        for field in present(all) {
            guard let tag = field.tag else { continue }
            let member = try member(field, of: values)
            if member == defaultValue(field) { continue }
            var content: [UInt8] = []
            try put(field, member, to: &content)
            tags.append((tag, content))
        }
        putVarint(tags.count, to: &out)
        for (tag, content) in tags.sorted(by: { $0.0 < $1.0 }) {
            putVarint(Int(tag), to: &out)
            putVarint(content.count, to: &out)
            out += content
        }
    }

    private func member(_ field: Field, of values: [String: WireValue]) throws -> WireValue {
        guard let value = values[field.name] else { throw Malformed(description: "field \(field.name) is missing") }
        return value
    }

    private func put(_ field: Field, _ value: WireValue, to out: inout [UInt8]) throws {
        let compact = message.isFlexible(version) && !field.isClassic
        switch field.type {
        case .scalar(let scalar): try put(scalar, value, compact: compact, to: &out)
        case .structure(let name):
            if field.isNullable(in: version) { out.append(value == .null ? 0xFF : 1) }
            if value != .null { try put(message.fields(of: name), value, to: &out) }
        case .scalars, .structures:
            guard case .array(let elements) = value else {
                putLength(nil, compact: compact, size: 4, to: &out)
                return
            }
            putLength(elements.count, compact: compact, size: 4, to: &out)
            for element in elements {
                switch field.type {
                case .structures(let name): try put(message.fields(of: name), element, to: &out)
                case .scalars(let scalar): try put(scalar, element, compact: compact, to: &out)
                default: break
                }
            }
        }
    }

    private func put(_ scalar: FieldType.Scalar, _ value: WireValue, compact: Bool, to out: inout [UInt8]) throws {
        switch (scalar, value) {
        case (.bool, .bool(let value)): out.append(value ? 1 : 0)
        case (.int8, .int(let value)): putInteger(value, size: 1, to: &out)
        case (.int16, .int(let value)), (.uint16, .int(let value)), (.error, .int(let value)): putInteger(value, size: 2, to: &out)
        case (.int32, .int(let value)): putInteger(value, size: 4, to: &out)
        case (.int64, .int(let value)): putInteger(value, size: 8, to: &out)
        case (.float64, .double(let value)): putInteger(Int64(bitPattern: value.bitPattern), size: 8, to: &out)
        case (.uuid, .text(let text)): out += Hex.bytes(text) ?? []
        case (.string, .null): putLength(nil, compact: compact, size: 2, to: &out)
        case (.string, .text(let text)):
            putLength(text.utf8.count, compact: compact, size: 2, to: &out)
            out += text.utf8
        case (.bytes, .null), (.records, .null): putLength(nil, compact: compact, size: 4, to: &out)
        case (.bytes, .text(let text)), (.records, .text(let text)):
            let bytes = Hex.bytes(text) ?? []
            putLength(bytes.count, compact: compact, size: 4, to: &out)
            out += bytes
        default: throw Malformed(description: "\(value) is no \(scalar)")
        }
    }

    private func putLength(_ length: Int?, compact: Bool, size: Int, to out: inout [UInt8]) {
        if compact {
            putVarint(length.map { $0 + 1 } ?? 0, to: &out)
        } else {
            putInteger(Int64(length ?? -1), size: size, to: &out)
        }
    }

    private func putInteger(_ value: Int64, size: Int, to out: inout [UInt8]) {
        for shift in stride(from: 8 * (size - 1), through: 0, by: -8) { out.append(UInt8(truncatingIfNeeded: value >> Int64(shift))) }
    }

    private func putVarint(_ value: Int, to out: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            out.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        out.append(UInt8(rest))
    }
}
