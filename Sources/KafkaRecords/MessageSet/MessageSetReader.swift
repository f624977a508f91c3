internal import NIOCore

/// Goes through the messages of a set, and into its wrappers.
enum MessageSetReader {
    /// Visits every message that is no wrapper, with its absolute offset and its timestamp (its wrapper's if the log gave it).
    static func visit(
        _ set: ByteBuffer, limit: Int, _ body: (LegacyMessage, Int64, Int64) throws(RecordsError) -> Void
    ) throws(RecordsError) {
        try set.withBytes { (bytes) throws(RecordsError) in
            var cursor = ByteCursor(bytes)
            var room = limit
            while cursor.remaining > 0 {
                let message = try LegacyMessage(&cursor)
                guard let codec = message.codec else {
                    throw .unsupportedCompression(
                        "Message format \(message.format.rawValue) has no compression type \(message.attributes & 7)")
                }
                if codec == .none {
                    try body(message, message.offset, message.timestamp)
                } else {
                    room -= try unwrap(message, codec: codec, limit: room, body)
                }
            }
        }
    }

    /// The codec of the first wrapper; `.none` if there is none.
    static func codec(of set: ByteBuffer) throws(RecordsError) -> CompressionCodec {
        try set.withBytes { (bytes) throws(RecordsError) in
            var cursor = ByteCursor(bytes)
            while cursor.remaining > 0 {
                if let codec = try LegacyMessage(&cursor).codec, codec != .none { return codec }
            }
            return .none
        }
    }

    /// - Returns: bytes that the wrapper decompressed to.
    private static func unwrap(
        _ wrapper: LegacyMessage, codec: CompressionCodec, limit: Int, _ body: (LegacyMessage, Int64, Int64) throws(RecordsError) -> Void
    ) throws(RecordsError) -> Int {
        guard let compressed = wrapper.value else { throw .invalid("A compressed message without a value") }
        let inner = try codec.decompress(compressed, limit: limit, acceptsLegacyChecksum: true)
        let base = try base(of: wrapper, inner)
        try inner.withBytes { (bytes) throws(RecordsError) in
            var cursor = ByteCursor(bytes)
            while cursor.remaining > 0 {
                let message = try LegacyMessage(&cursor)
                guard message.codec == CompressionCodec.none else { throw .invalid("A compressed message inside a compressed message") }
                guard message.format == wrapper.format else { throw .invalid("A compressed message with messages of another format") }
                let (offset, overflow) = base.addingReportingOverflow(message.offset)
                guard !overflow else { throw .invalid("An offset beyond the largest number") }
                try body(message, offset, wrapper.timestampType == .logAppendTime ? wrapper.timestamp : message.timestamp)
            }
        }
        return inner.readableBytes
    }

    /// What to add to the offsets inside: nothing in magic 0. In magic 1 the wrapper has the last one's offset.
    private static func base(of wrapper: LegacyMessage, _ inner: ByteBuffer) throws(RecordsError) -> Int64 {
        guard wrapper.format == .magic1 else { return 0 }
        return try inner.withBytes { (bytes) throws(RecordsError) in
            var cursor = ByteCursor(bytes)
            var last: Int64 = 0
            while cursor.remaining > 0 { last = try LegacyMessage(&cursor).offset }
            let (base, overflow) = wrapper.offset.subtractingReportingOverflow(last)
            guard !overflow else { throw .invalid("An offset beyond the largest number") }
            return base
        }
    }
}
