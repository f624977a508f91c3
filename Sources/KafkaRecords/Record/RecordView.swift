/// One record of a batch (magic 2), where it lies. Valid only within the call that handed it out.
public struct RecordView {
    public let offset: Int64
    /// Milliseconds since the epoch; the batch's largest if the log gave the timestamps. -1 for none.
    public let timestamp: Int64
    /// Nil if there is no key.
    public var key: UnsafeRawBufferPointer? { keyRange.map { bytes.at($0) } }
    /// Nil for a tombstone.
    public var value: UnsafeRawBufferPointer? { valueRange.map { bytes.at($0) } }
    public let headerCount: Int

    let keyRange: Range<Int>?
    let valueRange: Range<Int>?
    /// The headers as they lie there, each checked.
    let headersRange: Range<Int>
    let bytes: UnsafeRawBufferPointer

    /// Visits the headers in order: name, and value or nil.
    ///
    /// - Throws: nothing in practice: the headers were checked when the record was read.
    public func forEachHeader(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer?) -> Void) throws(RecordsError) {
        var cursor = ByteCursor(bytes.at(headersRange))
        for _ in 0..<headerCount {
            let header = try RecordReader.header(&cursor)
            body(cursor.bytes.at(header.name), header.value.map { cursor.bytes.at($0) })
        }
    }
}
