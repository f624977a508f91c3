import KafkaProtocol
import NIOCore
import SchemaModel

/// Compares a decoded message with the values it was made of, property by property, by name: a field read into the wrong property would
/// survive any comparison of bytes.
struct MirrorComparison {
    let interpreter: SchemaInterpreter

    /// The first difference, as text; nil if there is none.
    func difference(_ message: Any, _ value: WireValue) -> String? {
        difference(message, value, fields: interpreter.message.fields, path: interpreter.message.name)
    }

    private func difference(_ value: Any, _ expected: WireValue, fields: [Field], path: String) -> String? {
        guard let values = expected.object else { return "\(path): \(expected) is no object" }
        let children = Mirror(reflecting: value).children
        for field in fields {
            guard let child = children.first(where: { $0.label?.lowercased() == field.name.lowercased() }) else {
                // A field that no version of the message has.
                let versions = interpreter.message.versions
                if field.versions.lowest > versions.upperBound || field.versions.highest < versions.lowerBound { continue }
                return "\(path).\(field.name): no such property"
            }
            // A field that this version lacks keeps its default; a nested null has no say about its fields.
            let wanted = values[field.name] ?? defaultInAllVersions(field)
            if let difference = difference(child.value, wanted, field: field, path: "\(path).\(field.name)") { return difference }
        }
        return nil
    }

    private func difference(_ value: Any, _ expected: WireValue, field: Field, path: String) -> String? {
        switch (field.type, unwrap(value)) {
        case (_, nil): return isAbsent(expected, field) ? nil : "\(path): nil, not \(expected)"
        case (.structure(let name), let value?):
            if case .object = expected {
                return difference(value, expected, fields: interpreter.message.fields(of: name), path: path)
            }
            return "\(path): a struct, not \(expected)"
        case (.structures(let name), let value?):
            guard case .array(let elements) = expected else { return "\(path): an array, not \(expected)" }
            let children = Array(Mirror(reflecting: value).children)
            if children.count != elements.count { return "\(path): \(children.count) elements, not \(elements.count)" }
            let fields = interpreter.message.fields(of: name)
            for (index, (child, element)) in zip(children, elements).enumerated() {
                if let difference = difference(child.value, element, fields: fields, path: "\(path)[\(index)]") { return difference }
            }
            return nil
        case (.scalars, let value?):
            let found = WireValue.array(Mirror(reflecting: value).children.map { scalar($0.value) })
            return found == expected ? nil : "\(path): \(found), not \(expected)"
        case (.scalar, let value?):
            let found = scalar(value)
            return found == expected ? nil : "\(path): \(found), not \(expected)"
        }
    }

    /// Nullable bytes and structs are nil by default, whatever the version.
    private func isAbsent(_ expected: WireValue, _ field: Field) -> Bool {
        if expected == .null { return true }
        let isBytes = field.type == .scalar(.bytes) || field.type == .scalar(.records)
        return isBytes && !field.versions.contains(interpreter.version)
    }

    private func defaultInAllVersions(_ field: Field) -> WireValue {
        guard case .structure(let name) = field.type, field.nullable == nil else { return interpreter.defaultValue(field) }
        let fields = interpreter.message.fields(of: name)
        return .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, defaultInAllVersions($0)) }))
    }

    private func unwrap(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }

    private func scalar(_ value: Any) -> WireValue {
        switch value {
        case let value as Bool: .bool(value)
        case let value as Int8: .int(Int64(value))
        case let value as Int16: .int(Int64(value))
        case let value as UInt16: .int(Int64(value))
        case let value as Int32: .int(Int64(value))
        case let value as Int64: .int(value)
        case let value as Double: .double(value)
        case let value as String: .text(value)
        case let value as ErrorCode: .int(Int64(value.rawValue))
        case let value as KafkaUUID: .hex(bytes(value.high) + bytes(value.low))
        case let value as ByteBuffer: .hex(value.readableBytesView)
        case let value as RecordData: .hex(value.buffer?.readableBytesView ?? ByteBufferView())
        default: .text("unknown type \(type(of: value))")
        }
    }

    private func bytes(_ value: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt64($0)) }
    }
}
