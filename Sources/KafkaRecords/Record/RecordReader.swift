/// Goes through the records of a batch of magic 2, decompressed, one after another, and checks each.
///
///     length varint | attributes 1 | timestampDelta varlong | offsetDelta varint | key | value | headerCount varint | headers
struct RecordReader {
    struct Fields {
        var timestampDelta: Int64
        var offsetDelta: Int32
        var key: Range<Int>?
        var value: Range<Int>?
        var headerCount: Int
        var headers: Range<Int>
    }

    private var cursor: ByteCursor

    init(_ bytes: UnsafeRawBufferPointer) { cursor = ByteCursor(bytes) }

    var bytes: UnsafeRawBufferPointer { cursor.bytes }
    var isAtEnd: Bool { cursor.remaining == 0 }

    @inline(__always)
    mutating func next() throws(RecordsError) -> Fields {
        let length = Int(try cursor.varint())
        guard length >= 0, length <= cursor.remaining else {
            throw .invalid("A record of \(length) bytes where \(cursor.remaining) are left")
        }
        let end = cursor.position + length
        _ = try cursor.int8()
        let timestampDelta = try cursor.varlong()
        let offsetDelta = try cursor.varint()
        let key = try cursor.varbytes()
        let value = try cursor.varbytes()
        let headerCount = Int(try cursor.varint())
        let headersStart = cursor.position
        if headerCount != 0 {
            guard headerCount > 0 else { throw .invalid("A record with \(headerCount) headers") }
            for _ in 0..<headerCount { _ = try Self.header(&cursor) }
        }
        guard cursor.position == end else {
            throw .invalid("A record of \(length) bytes whose fields have \(cursor.position - end + length)")
        }
        return Fields(
            timestampDelta: timestampDelta, offsetDelta: offsetDelta, key: key, value: value, headerCount: headerCount,
            headers: headersStart..<end)
    }

    static func header(_ cursor: inout ByteCursor) throws(RecordsError) -> (name: Range<Int>, value: Range<Int>?) {
        guard let name = try cursor.varbytes() else { throw .invalid("A record header without a name") }
        return (name, try cursor.varbytes())
    }
}
