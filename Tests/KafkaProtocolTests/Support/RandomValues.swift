import Environment
import SchemaModel

/// Makes random values of a message's version: all fields set, edge values often, sizes small.
struct RandomValues {
    let interpreter: SchemaInterpreter
    var random: SeededRandom

    init(_ message: MessageSchema, version: Int16, seed: UInt64) {
        self.interpreter = SchemaInterpreter(message, version: version)
        self.random = SeededRandom(seed: seed)
    }

    mutating func next() -> WireValue { object(interpreter.message.fields) }

    private mutating func object(_ fields: [Field]) -> WireValue {
        var values: [String: WireValue] = [:]
        for field in interpreter.present(fields) {
            if field.tag != nil, random.chance(0.4) {
                values[field.name] = interpreter.defaultValue(field)
            } else {
                values[field.name] = value(field)
            }
        }
        return .object(values)
    }

    private mutating func value(_ field: Field) -> WireValue {
        if field.isNullable(in: interpreter.version), random.chance(0.25) { return .null }
        switch field.type {
        case .scalar(let scalar): return self.scalar(scalar)
        case .structure(let name): return object(interpreter.message.fields(of: name))
        case .scalars(let scalar):
            let count = Int.random(in: 0...4, using: &random)
            return .array((0..<count).map { _ in self.scalar(scalar) })
        case .structures(let name):
            let fields = interpreter.message.fields(of: name)
            let count = Int.random(in: 0...3, using: &random)
            return .array((0..<count).map { _ in object(fields) })
        }
    }

    private mutating func scalar(_ scalar: FieldType.Scalar) -> WireValue {
        switch scalar {
        case .bool: .bool(random.chance(0.5))
        case .int8: .int(Int64(integer(Int8.self)))
        case .int16, .error: .int(Int64(integer(Int16.self)))
        case .uint16: .int(Int64(integer(UInt16.self)))
        case .int32: .int(Int64(integer(Int32.self)))
        case .int64: .int(integer(Int64.self))
        // Any bits, infinities and NaNs too: the protocol carries them all.
        case .float64: .double(Double(bitPattern: random.next()))
        case .uuid: .hex((0..<16).map { _ in byte() })
        case .string: .text(string())
        case .bytes, .records: .hex(bytes())
        }
    }

    private mutating func integer<Value: FixedWidthInteger>(_: Value.Type) -> Value {
        switch Int.random(in: 0...5, using: &random) {
        case 0: .min
        case 1: .max
        case 2: 0
        case 3: 0 &- 1
        default: Value(truncatingIfNeeded: random.next())
        }
    }

    private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: random.next()) }

    private mutating func string() -> String {
        switch Int.random(in: 0...7, using: &random) {
        case 0: ""
        case 1: "grüße-世界-🐦"
        // Equal to the next as Swift sees it, different bytes.
        case 2: "e\u{301}"
        case 3: "\u{E9}"
        // Around the sizes where the length's varint and Swift's own storage change.
        case 4: String(repeating: "x", count: Int.random(in: 14...17, using: &random))
        case 5: String(repeating: "y", count: Int.random(in: 125...130, using: &random))
        default: "id-\(random.next() % 1000)"
        }
    }

    private mutating func bytes() -> [UInt8] {
        // Rarely as many as are not copied into the writer.
        let count = random.chance(0.02) ? Int.random(in: 4090...5000, using: &random) : Int.random(in: 0...40, using: &random)
        return (0..<count).map { _ in byte() }
    }
}
