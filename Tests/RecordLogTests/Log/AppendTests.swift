import Environment
import NIOCore
import RecordLog
import Simulator
import Testing

@Suite struct AppendTests {
    @Test func theBatchesOfOneTurnAreOneWrite() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20))
        try fixture.log.append(TestBatch.row(from: 0, count: 1))
        let before = fixture.disk.statistics.writes
        try fixture.log.append(TestBatch.row(from: 1, count: 500))
        #expect(fixture.disk.statistics.writes == before + 1)
        #expect(try fixture.log.readAll() == TestBatch.row(from: 0, count: 501).bytes)
    }

    @Test func anEmptyLogHasNoFile() throws {
        let fixture = try LogFixture()
        #expect(try !fixture.disk.exists(LogFixture.directory))
        #expect(fixture.log.segmentCount == 0)
        try fixture.log.append([])
        #expect(try !fixture.disk.exists(LogFixture.directory))
        let read = try fixture.log.read(from: 0, upTo: .max, maxBytes: 100, minOneBatch: true)
        #expect(read.byteCount == 0 && read.nextOffset == 0)
    }

    @Test func aBatchThatDoesNotFitBeginsASegment() throws {
        let batches = try TestBatch.row(from: 0, count: 7)
        let size = Int64(batches[0].size)
        let fixture = try LogFixture(.small(segmentBytes: 3 * size))
        try fixture.log.append(batches)
        #expect(try fixture.segmentNames() == [0, 3, 6])
        #expect(fixture.log.byteCount == 7 * size)
        #expect(try fixture.log.readAll() == batches.bytes)
    }

    @Test func aBatchLargerThanASegmentHasOneOfItsOwn() throws {
        let fixture = try LogFixture(.small(segmentBytes: 200))
        let batches =
            try TestBatch.row(from: 0, count: 1) + TestBatch.row(from: 1, count: 1, valueBytes: 5000) + TestBatch.row(from: 2, count: 1)
        try fixture.log.append(batches)
        #expect(try fixture.segmentNames() == [0, 1, 2])
        #expect(try fixture.log.readAll() == batches.bytes)
    }

    @Test func aBatchMuchNewerThanTheFirstBeginsASegment() throws {
        var configuration = LogConfiguration.small(segmentBytes: 1 << 20)
        configuration.segmentTime = .milliseconds(100)
        let fixture = try LogFixture(configuration)
        // Only the first of a segment counts, and only later times.
        for (offset, time) in [1000, 1100, 500, 1101, 1102, 1201, 1202].enumerated() {
            try fixture.log.append([TestBatch(at: Int64(offset), timestamps: [Int64(time)]).log])
        }
        #expect(try fixture.segmentNames() == [0, 3, 6])
    }

    @Test func anOffsetFarFromTheBaseBeginsASegment() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20))
        let far = Int64(Int32.max)
        for offset in [0, far, far + 1] { try fixture.log.append([TestBatch(at: offset, timestamps: [1]).log]) }
        #expect(try fixture.segmentNames() == [0, far + 1])
        #expect(try fixture.log.read(from: 1, upTo: .max, maxBytes: 1000, minOneBatch: true).baseOffset == far)
    }

    @Test func aBatchInPiecesIsWrittenWhole() throws {
        let fixture = try LogFixture(.small(tailBytes: 10_000))
        var batch = try TestBatch(at: 0, timestamps: [1, 2, 3]).log
        let whole = batch.bytes
        let head = try #require(whole.getSlice(at: 0, length: 61))
        batch.rest = [try #require(whole.getSlice(at: 61, length: whole.readableBytes - 61)), ByteBuffer()]
        batch.bytes = head
        try fixture.log.append([batch])
        #expect(try fixture.log.readAll() == whole)
        fixture.log.trimTail(to: 0)
        #expect(try fixture.log.readAll() == whole)
        #expect(try fixture.log.verify() == 1)
    }

    @Test func anAppendToAFullDiskChangesNothingAndCanBeRepeated() throws {
        let fixture = try LogFixture(.small(segmentBytes: 300))
        let first = try TestBatch.row(from: 0, count: 2)
        try fixture.log.append(first)
        let second = try TestBatch.row(from: 2, count: 9)
        for room in stride(from: Int64(0), to: 600, by: 37) {
            fixture.disk.faults.capacity = fixture.disk.usedBytes + min(room, 1)
            #expect { try fixture.log.append(second) } throws: { ($0 as? RecordLogError)?.isDiskFull == true }
            #expect(fixture.log.endOffset == 2)
            #expect(try fixture.log.readAll() == first.bytes)
        }
        fixture.disk.faults.capacity = .max
        try fixture.log.append(second)
        #expect(try fixture.log.readAll() == (first + second).bytes)
        #expect(try fixture.log.verify() == 11)
        // Also if something else, shorter, comes instead.
        fixture.disk.faults.capacity = fixture.disk.usedBytes + 500
        #expect(throws: RecordLogError.self) { try fixture.log.append(TestBatch.row(from: 11, count: 10)) }
        fixture.disk.faults.capacity = .max
        let other = try TestBatch.row(from: 11, count: 1, valueBytes: 3)
        try fixture.log.append(other)
        #expect(try fixture.log.readAll() == (first + second + other).bytes)
        try fixture.log.checkpoint(applied: 12)
        try fixture.reopen()
        #expect(try fixture.log.readAll() == (first + second + other).bytes)
    }

    @Test func consumersAtTheEndCauseNoDiskReads() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20, tailBytes: 100_000))
        try fixture.log.append(TestBatch.row(from: 0, count: 1))
        let before = fixture.disk.statistics.reads
        for offset in Int64(1)..<200 {
            try fixture.log.append(TestBatch.row(from: offset, count: 1))
            let read = try fixture.log.read(from: offset, upTo: .max, maxBytes: 1 << 20, minOneBatch: true)
            #expect(try read.bytes() == TestBatch.row(from: offset, count: 1).bytes)
        }
        #expect(fixture.disk.statistics.reads == before)
        // Many small appends are answered in few pieces.
        guard case .memory(let pieces) = try fixture.log.read(from: 0, upTo: .max, maxBytes: 1 << 20, minOneBatch: true).body else {
            Issue.record("not from memory")
            return
        }
        #expect(pieces.count <= 10)
    }

    @Test func theTailKeepsTheNewestAndNoMoreThanItsLimit() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20, tailBytes: 1000))
        for offset in Int64(0)..<100 {
            try fixture.log.append(TestBatch.row(from: offset, count: 1))
            #expect(fixture.log.tailByteCount <= 1000)
        }
        #expect(fixture.log.tailByteCount > 0)
        guard case .memory = try fixture.log.read(from: 99, upTo: .max, maxBytes: 100, minOneBatch: true).body else {
            Issue.record("the newest batch is not in memory")
            return
        }
        guard case .file = try fixture.log.read(from: 0, upTo: .max, maxBytes: 100, minOneBatch: true).body else {
            Issue.record("the oldest batch is in memory")
            return
        }
    }

    @Test func aSmallBatchDoesNotKeepALargeBufferAlive() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20, tailBytes: 1 << 20))
        var batch = try TestBatch(at: 0, timestamps: [1]).log
        var frame = ByteBuffer(repeating: 0, count: 1 << 20)
        frame.setBuffer(batch.bytes, at: 1000)
        batch.bytes = try #require(frame.getSlice(at: 1000, length: batch.size))
        try fixture.log.append([batch])
        guard case .memory(let pieces) = try fixture.log.read(from: 0, upTo: .max, maxBytes: 1000, minOneBatch: true).body else {
            Issue.record("not in memory")
            return
        }
        #expect(pieces[0].storageCapacity < 1000)
    }
}
