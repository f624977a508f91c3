import KafkaRecords
import NIOCore
import Testing

/// Whatever bytes come, there is an answer or an error.
struct HostileRecordsTests {
    /// Everything a node does with records that it did not make.
    private func exercise(_ bytes: ByteBuffer) {
        let limit = 1 << 16
        var policy = TopicRecordPolicy()
        policy.requiresKeys = bytes.readableBytes % 2 == 0
        policy.decompressedBytesMax = limit
        if bytes.readableBytes % 3 == 0 { policy.timestampType = .logAppendTime }
        if bytes.readableBytes % 5 == 0 { policy.compression = .codec(.lz4) }
        if let accepted = try? ProducedRecords.accept(
            bytes, version: Int16(bytes.readableBytes % 12), policy: policy, now: 1_700_000_000_000)
        {
            // What was accepted is sound: it can be read, and the log can trust its header.
            #expect(accepted.hasValidChecksum)
            #expect(throws: Never.self) { try accepted.records(limit: limit) }
            #expect(accepted.header.lastOffsetDelta == accepted.header.recordCount - 1)
        }
        if let batches = try? RecordBatch.all(in: bytes) {
            for batch in batches {
                _ = try? batch.records(limit: limit)
                _ = try? batch.controlMarker()
                _ = try? batch.recordOfMaxTimestamp(limit: limit)
                _ = try? batch.firstRecord(atOrAfter: 5, limit: limit)
            }
        }
        _ = try? MessageSet.records(in: bytes, limit: limit)
        _ = try? MessageSet.downConverted(bytes, to: .magic0, from: .min, limit: limit)
        _ = try? MessageSet.downConverted(bytes, to: .magic1, from: 2, limit: limit)
    }

    @Test("Truncations end in errors", arguments: Golden.batches)
    func truncations(golden: Golden.Batch) {
        let whole = bytes(hex: golden.hex)
        for count in 0...whole.count { exercise(ByteBuffer(bytes: whole[..<count])) }
    }

    @Test("Random changes end in errors, also behind a checksum that fits", arguments: Golden.batches)
    func mutations(golden: Golden.Batch) {
        let whole = bytes(hex: golden.hex)
        for seed in 0..<400 {
            var random = TestRandom(seed: UInt64(seed))
            var changed = ByteBuffer(bytes: whole)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<whole.count, using: &random)
                let byte: UInt8 = [0, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
                changed.setInteger(byte, at: index)
            }
            if golden.magic == 2, seed % 4 != 0 { changed.repairChecksum() }
            exercise(changed)
        }
    }

    @Test("Numbers at the ends of their ranges end in errors", arguments: Golden.batches.filter { $0.magic == 2 })
    func extremes(golden: Golden.Batch) {
        let fields: [(offset: Int, bytes: Int)] = [(0, 8), (8, 4), (21, 2), (23, 4), (27, 8), (35, 8), (43, 8), (51, 2), (53, 4), (57, 4)]
        for field in fields {
            for pattern in [[0x80] + [UInt8](repeating: 0, count: 7), [0x7F] + [UInt8](repeating: 0xFF, count: 7)] {
                var changed = ByteBuffer(bytes: bytes(hex: golden.hex))
                changed.setBytes(pattern.prefix(field.bytes), at: field.offset)
                changed.repairChecksum()
                exercise(changed)
            }
        }
    }

    @Test("Random bytes behind a good header end in errors")
    func randomRecords() throws {
        let header = Array(try batch([record("a", "1"), record("b", "2"), record("c", "3")]).allBytes[..<61])
        for seed in 0..<3000 {
            var random = TestRandom(seed: UInt64(seed))
            let count = Int.random(in: 0...60, using: &random)
            var changed = ByteBuffer(bytes: header)
            changed.writeBytes((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) & (seed % 2 == 0 ? 0x1F : 0xFF) })
            changed.setInteger(Int32(changed.readableBytes - 12), at: 8)
            changed.setInteger(Int16(seed % 5), at: 21)
            changed.repairChecksum()
            exercise(changed)
        }
    }
}
