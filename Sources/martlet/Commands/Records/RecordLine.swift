import Foundation
import KafkaRecords
import NIOCore

/// A record as JSON. Bytes that are no UTF-8 come in base64, under a name that says so.
struct RecordLine: Encodable {
    struct Header: Encodable {
        var name: String
        var value: String?
        var valueBase64: String?
    }

    /// Left out where only a file is known.
    var topic: String?
    var partition: Int32?
    var offset: Int64
    /// Milliseconds since the epoch; -1 for none.
    var timestamp: Int64
    var key: String?
    var keyBase64: String?
    /// Left out for a tombstone.
    var value: String?
    var valueBase64: String?
    var headers: [Header]?

    init(_ record: Record, topic: String? = nil, partition: Int32? = nil) {
        self.topic = topic
        self.partition = partition
        offset = record.offset
        timestamp = record.timestamp
        (key, keyBase64) = Self.text(record.key)
        (value, valueBase64) = Self.text(record.value)
        if !record.headers.isEmpty {
            headers = record.headers.map { header in
                let (value, base64) = Self.text(header.value)
                return Header(name: String(buffer: header.name), value: value, valueBase64: base64)
            }
        }
    }

    private static func text(_ bytes: ByteBuffer?) -> (text: String?, base64: String?) {
        guard let bytes else { return (nil, nil) }
        if let text = String(validating: bytes.readableBytesView, as: UTF8.self) { return (text, nil) }
        return (nil, Data(bytes.readableBytesView).base64EncodedString())
    }
}
