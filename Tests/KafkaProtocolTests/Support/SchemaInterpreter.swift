import SchemaModel

/// Reads and writes messages as trees of values, by their schemas alone: slow, plain, and independent of the code under test.
struct SchemaInterpreter {
    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    let message: MessageSchema
    let version: Int16
    private var flexible: Bool { message.isFlexible(version) }

    init(_ message: MessageSchema, version: Int16) {
        self.message = message
        self.version = version
    }

    func present(_ fields: [Field]) -> [Field] { fields.filter { $0.versions.contains(version) } }

    /// The value a field has if nobody sets it.
    func defaultValue(_ field: Field) -> WireValue {
        if field.defaultValue == "null" { return .null }
        switch field.type {
        case .scalars, .structures: return .array([])
        case .structure(let name):
            if field.nullable != nil { return .null }
            return .object(Dictionary(uniqueKeysWithValues: present(message.fields(of: name)).map { ($0.name, defaultValue($0)) }))
        case .scalar(let scalar):
            let text = field.defaultValue
            switch scalar {
            case .bool: return .bool(text == "true")
            case .int8, .int16, .uint16, .int32, .int64, .error:
                guard let text else { return .int(0) }
                return .int(text.hasPrefix("0x") ? Int64(text.dropFirst(2), radix: 16) ?? 0 : Int64(text) ?? 0)
            case .float64: return .double(0)
            case .uuid: return .hex([UInt8](repeating: 0, count: 16))
            case .string, .bytes, .records: return .text("")
            }
        }
    }

    // MARK: - Reading

    func decode(_ bytes: [UInt8]) throws -> WireValue {
        var rest = bytes[...]
        let value = try fields(message.fields, from: &rest)
        if !rest.isEmpty { throw Malformed(description: "\(rest.count) bytes are left") }
        return value
    }

    private func fields(_ all: [Field], from bytes: inout ArraySlice<UInt8>) throws -> WireValue {
        var values: [String: WireValue] = [:]
        for field in present(all) where field.tag == nil { values[field.name] = try value(field, from: &bytes) }
        for field in present(all) where field.tag != nil { values[field.name] = defaultValue(field) }
        if flexible {
            for _ in 0..<(try varint(&bytes)) {
                let tag = try varint(&bytes)
                var content = try take(try varint(&bytes), &bytes)
                guard let field = present(all).first(where: { $0.tag.map(Int.init) == tag }) else { continue }
                values[field.name] = try value(field, from: &content)
                if !content.isEmpty { throw Malformed(description: "tag \(tag) is too long") }
            }
        }
        return .object(values)
    }

    private func value(_ field: Field, from bytes: inout ArraySlice<UInt8>) throws -> WireValue {
        let compact = flexible && !field.isClassic
        switch field.type {
        case .scalar(let scalar): return try self.scalar(scalar, compact: compact, from: &bytes)
        case .structure(let name):
            if field.isNullable(in: version), try integer(1, &bytes) == -1 { return .null }
            return try fields(message.fields(of: name), from: &bytes)
        case .scalars, .structures:
            let count = compact ? try varint(&bytes) - 1 : Int(try integer(4, &bytes))
            if count < 0 { return .null }
            var elements: [WireValue] = []
            for _ in 0..<count {
                switch field.type {
                case .structures(let name): elements.append(try fields(message.fields(of: name), from: &bytes))
                case .scalars(let scalar): elements.append(try self.scalar(scalar, compact: compact, from: &bytes))
                default: break
                }
            }
            return .array(elements)
        }
    }

    private func scalar(_ scalar: FieldType.Scalar, compact: Bool, from bytes: inout ArraySlice<UInt8>) throws -> WireValue {
        switch scalar {
        case .bool: return .bool(try integer(1, &bytes) != 0)
        case .int8: return .int(try integer(1, &bytes))
        case .int16, .error: return .int(try integer(2, &bytes))
        case .uint16: return .int(try integer(2, &bytes) & 0xFFFF)
        case .int32: return .int(try integer(4, &bytes))
        case .int64: return .int(try integer(8, &bytes))
        case .float64: return .double(Double(bitPattern: UInt64(bitPattern: try integer(8, &bytes))))
        case .uuid: return .hex(try take(16, &bytes))
        case .string:
            let length = compact ? try varint(&bytes) - 1 : Int(try integer(2, &bytes))
            return length < 0 ? .null : .text(String(decoding: try take(length, &bytes), as: UTF8.self))
        case .bytes, .records:
            let length = compact ? try varint(&bytes) - 1 : Int(try integer(4, &bytes))
            return length < 0 ? .null : .hex(try take(length, &bytes))
        }
    }

    private func take(_ count: Int, _ bytes: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count else { throw Malformed(description: "\(count) bytes wanted, \(bytes.count) left") }
        defer { bytes = bytes.dropFirst(count) }
        return bytes.prefix(count)
    }

    private func integer(_ size: Int, _ bytes: inout ArraySlice<UInt8>) throws -> Int64 {
        let raw = try take(size, &bytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let unused = UInt64(64 - 8 * size)
        return Int64(bitPattern: raw << unused) >> Int64(unused)
    }

    private func varint(_ bytes: inout ArraySlice<UInt8>) throws -> Int {
        var value = 0
        var shift = 0
        while let byte = try take(1, &bytes).first {
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }
}
