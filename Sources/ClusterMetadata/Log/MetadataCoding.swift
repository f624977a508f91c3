import Environment
import KafkaProtocol
import NIOCore

/// Bytes that are no metadata record of a version that this node knows.
public struct MetadataCodingError: Error, Sendable, CustomStringConvertible {
    public var description: String
}

/// The few shapes that metadata records are made of. Lengths are 32-bit, numbers big-endian, text UTF-8.
struct MetadataWriter {
    var buffer = ByteBuffer()

    mutating func int<T: FixedWidthInteger>(_ value: T) { buffer.writeInteger(value) }

    mutating func text(_ value: String) {
        buffer.writeInteger(UInt32(value.utf8.count))
        buffer.writeString(value)
    }

    mutating func optionalText(_ value: String?) {
        buffer.writeInteger(UInt8(value == nil ? 0 : 1))
        if let value { text(value) }
    }

    mutating func uuid(_ value: KafkaUUID) {
        buffer.writeInteger(value.high)
        buffer.writeInteger(value.low)
    }

    mutating func list<T>(_ values: some Collection<T>, _ write: (inout MetadataWriter, T) -> Void) {
        buffer.writeInteger(UInt32(values.count))
        for value in values { write(&self, value) }
    }

    /// Settings in order of name, so that equal maps give equal bytes.
    mutating func settings(_ values: [String: String]) {
        list(values.sorted { $0.key < $1.key }) {
            $0.text($1.key)
            $0.text($1.value)
        }
    }
}

struct MetadataReader {
    var buffer: ByteBuffer

    mutating func int<T: FixedWidthInteger>(_: T.Type = T.self) throws(MetadataCodingError) -> T {
        guard let value = buffer.readInteger(as: T.self) else { throw Self.short }
        return value
    }

    mutating func text() throws(MetadataCodingError) -> String {
        let length = try int(UInt32.self)
        guard Int(length) <= buffer.readableBytes, let value = buffer.readString(length: Int(length)) else { throw Self.short }
        return value
    }

    mutating func optionalText() throws(MetadataCodingError) -> String? { try int(UInt8.self) == 0 ? nil : try text() }

    mutating func uuid() throws(MetadataCodingError) -> KafkaUUID {
        KafkaUUID(high: try int(), low: try int())
    }

    mutating func list<T>(_ read: (inout MetadataReader) throws(MetadataCodingError) -> T) throws(MetadataCodingError) -> [T] {
        let count = Int(try int(UInt32.self))
        guard count <= buffer.readableBytes else { throw Self.short }
        var values: [T] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    mutating func settings() throws(MetadataCodingError) -> [String: String] {
        var values: [String: String] = [:]
        let pairs = try list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            (try reader.text(), try reader.text())
        }
        for (name, value) in pairs { values[name] = value }
        return values
    }

    private static let short = MetadataCodingError(description: "a metadata record ends too early")
}
