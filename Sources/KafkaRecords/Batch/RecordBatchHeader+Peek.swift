public import NIOCore

extension RecordBatchHeader {
    /// Whether record data begins with a batch of a transaction, without a look at anything else: false for what is no batch of magic 2.
    public static func isTransactional(peeking records: ByteBuffer) -> Bool {
        records.withUnsafeReadableBytes { bytes in
            guard bytes.count >= attributesEnd, bytes.int8(at: 16) == 2 else { return false }
            return RecordBatchAttributes(rawValue: bytes.int16(at: 21)).isTransactional
        }
    }

    private static let attributesEnd = 23
}
