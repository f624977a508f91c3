/// A small JSON reader, enough for the vectors; unlike Foundation's it keeps integers and booleans apart on every platform.
struct JSONText {
    struct Malformed: Error {
        var offset: Int
    }

    private let bytes: [UInt8]
    private var position = 0

    static func parse(_ text: some StringProtocol) throws -> WireValue {
        var reader = JSONText(bytes: Array(text.utf8))
        let value = try reader.value()
        reader.skipSpace()
        if reader.position != reader.bytes.count { throw Malformed(offset: reader.position) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    private mutating func accept(_ text: StaticString) -> Bool {
        skipSpace()
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func expect(_ text: StaticString) throws {
        if !accept(text) { throw Malformed(offset: position) }
    }

    private mutating func value() throws -> WireValue {
        if accept("null") { return .null }
        if accept("true") { return .bool(true) }
        if accept("false") { return .bool(false) }
        if accept("\"") { return .text(try string()) }
        if accept("[") {
            var elements: [WireValue] = []
            if accept("]") { return .array(elements) }
            repeat { elements.append(try value()) } while accept(",")
            try expect("]")
            return .array(elements)
        }
        if accept("{") {
            var fields: [String: WireValue] = [:]
            if accept("}") { return .object(fields) }
            repeat {
                try expect("\"")
                let name = try string()
                try expect(":")
                fields[name] = try value()
            } while accept(",")
            try expect("}")
            return .object(fields)
        }
        return try number()
    }

    private mutating func number() throws -> WireValue {
        let start = position
        while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let integer = Int64(text) { return .int(integer) }
        if let double = Double(text) { return .double(double) }
        throw Malformed(offset: start)
    }

    /// The rest of a string, behind its opening quote.
    private mutating func string() throws -> String {
        var units: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 { return String(decoding: units, as: UTF8.self) }
            if byte != 0x5C {
                units.append(byte)
                continue
            }
            guard position < bytes.count else { break }
            let escape = bytes[position]
            position += 1
            switch escape {
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "r"): units.append(0x0D)
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0C)
            case UInt8(ascii: "u"): units.append(contentsOf: String(try escapedScalar()).utf8)
            default: units.append(escape)
            }
        }
        throw Malformed(offset: position)
    }

    private mutating func escapedScalar() throws -> Character {
        var unit = try hexUnit()
        if (0xD800..<0xDC00).contains(unit) {
            try expect("\\u")
            unit = 0x10000 + (unit - 0xD800) << 10 + (try hexUnit() - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(unit) else { throw Malformed(offset: position) }
        return Character(scalar)
    }

    private mutating func hexUnit() throws -> UInt32 {
        guard position + 4 <= bytes.count, let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else {
            throw Malformed(offset: position)
        }
        position += 4
        return unit
    }
}
