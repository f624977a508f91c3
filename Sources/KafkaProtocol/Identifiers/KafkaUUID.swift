/// A UUID as Kafka uses them: topic ids, directory ids, incarnation ids.
///
/// Ordered by its bytes, which keeps the order of the binary form; the text form sorts differently.
public struct KafkaUUID: Hashable, Comparable, Sendable {
    /// Bytes 0...7, big-endian.
    public var high: UInt64
    /// Bytes 8...15, big-endian.
    public var low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// All zero: "none".
    public static let zero = KafkaUUID(high: 0, low: 0)

    public var isZero: Bool { high == 0 && low == 0 }

    /// Whether Kafka keeps it for itself and it must not name a topic: zero, and one (the metadata log; also a lost directory).
    public var isReserved: Bool { high == 0 && low <= 1 }

    /// A random id that may name a topic (RFC 9562 version 4): not reserved, and with a text form that does not begin with `-`, since that
    /// would look like an option on a command line.
    public static func random(using generator: inout some RandomNumberGenerator) -> KafkaUUID {
        while true {
            let high = (generator.next() & 0xFFFF_FFFF_FFFF_0FFF) | 0x0000_0000_0000_4000
            let low = (generator.next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
            // The first sextet decides the first character; 62 is `-`.
            if high >> 58 != 62 { return KafkaUUID(high: high, low: low) }
        }
    }

    public static func < (a: KafkaUUID, b: KafkaUUID) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension KafkaUUID: LosslessStringConvertible {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// 22 characters of base64url without padding (RFC 4648 §5), as Kafka prints ids.
    public var description: String {
        String(unsafeUninitializedCapacity: 22) { text in
            for index in 0..<21 { text[index] = Self.alphabet[Int(sextet(index))] }
            // 128 bits are 21 sextets and two bits; those lead the last character.
            text[21] = Self.alphabet[Int(low & 0x3) << 4]
            return 22
        }
    }

    /// Reads the form of ``description``; padding is accepted, anything else is not.
    public init?(_ text: String) {
        var characters = Array(text.utf8)
        if characters.count == 24, characters.suffix(2) == [0x3D, 0x3D] { characters.removeLast(2) }
        guard characters.count == 22 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, character) in characters.enumerated() {
            guard let value = Self.value(of: character) else { return nil }
            let (bits, width): (UInt64, UInt64) = index < 21 ? (value, 6) : (value >> 4, 2)
            if index == 21, value & 0xF != 0 { return nil }
            high = high << width | low >> (64 - width)
            low = low << width | bits
        }
        self.init(high: high, low: low)
    }

    /// The six bits that give character `index` (0...20).
    private func sextet(_ index: Int) -> UInt64 {
        let shift = 122 - 6 * index
        if shift >= 64 { return high >> (shift - 64) & 0x3F }
        return (low >> shift | (shift == 0 ? 0 : high << (64 - shift))) & 0x3F
    }

    private static func value(of character: UInt8) -> UInt64? {
        switch character {
        case 0x41...0x5A: UInt64(character) - 0x41
        case 0x61...0x7A: UInt64(character) - 0x61 + 26
        case 0x30...0x39: UInt64(character) - 0x30 + 52
        case 0x2D: 62
        case 0x5F: 63
        default: nil
        }
    }
}
