import KafkaRecords
import NIOCore

/// libFuzzer's entry: what a node does with records that it did not make. Built and run by `scripts/fuzz-records`.
///
/// The first byte of the input is a choice: which codec or format the rest is, and whether a batch's checksum is made to fit (a fuzzer does not
/// find one).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let start, count > 0 else { return 0 }
    let choice = start[0]
    let input = UnsafeRawBufferPointer(start: start + 1, count: count - 1)
    let limit = 1 << 18
    switch choice % 4 {
    case 0:
        let codec = CompressionCodec.allCases[Int(choice >> 2) % CompressionCodec.allCases.count]
        if let plain = try? codec.decompress(input, limit: limit, acceptsLegacyChecksum: choice & 0x80 != 0) {
            precondition(plain.readableBytes <= limit, "more than the limit")
        }
    case 1:
        let set = ByteBuffer(bytes: input)
        _ = try? MessageSet.records(in: set, limit: limit)
        _ = try? ProducedRecords.accept(set, version: 2, policy: policy(choice), now: 1_700_000_000_000)
    default:
        var records = ByteBuffer(bytes: input)
        repair(&records)
        accept(records, choice)
        read(records, limit: limit)
    }
    return 0
}

private func policy(_ choice: UInt8) -> TopicRecordPolicy {
    var policy = TopicRecordPolicy()
    policy.decompressedBytesMax = 1 << 18
    policy.requiresKeys = choice & 0x10 != 0
    if choice & 0x20 != 0 { policy.timestampType = .logAppendTime }
    if choice & 0x40 != 0 { policy.compression = .codec(.lz4) }
    return policy
}

/// Makes length and checksum fit the bytes that are there.
private func repair(_ records: inout ByteBuffer) {
    guard records.readableBytes >= RecordBatchHeader.byteCount else { return }
    records.setInteger(Int32(records.readableBytes - RecordBatchHeader.prefixByteCount), at: 8)
    records.setInteger(Int8(2), at: 16)
    let crc = records.withUnsafeReadableBytes { RecordBatchHeader.checksum(of: $0) }
    records.setInteger(crc, at: 17)
}

private func accept(_ records: ByteBuffer, _ choice: UInt8) {
    guard let batch = try? ProducedRecords.accept(records, version: 9, policy: policy(choice), now: 1_700_000_000_000) else { return }
    precondition(batch.hasValidChecksum, "an accepted batch has a valid checksum")
    guard let read = try? batch.records(limit: 1 << 20) else { preconditionFailure("an accepted batch can be read") }
    precondition(read.count == Int(batch.header.recordCount), "an accepted batch has as many records as it says")
}

private func read(_ records: ByteBuffer, limit: Int) {
    for batch in (try? RecordBatch.all(in: records)) ?? [] {
        _ = try? batch.controlMarker()
        _ = try? batch.recordOfMaxTimestamp(limit: limit)
        _ = try? batch.firstRecord(atOrAfter: 0, limit: limit)
    }
    for format in [MessageSet.Format.magic0, .magic1] {
        guard let set = try? MessageSet.downConverted(records, to: format, from: 1, limit: limit) else { continue }
        guard (try? MessageSet.records(in: set, limit: 1 << 24)) != nil else {
            preconditionFailure("a set that was written can be read")
        }
    }
}
