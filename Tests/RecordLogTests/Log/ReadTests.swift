import Environment
import NIOCore
import RecordLog
import Simulator
import Testing

@Suite struct ReadTests {
    /// Ten batches of three records each, from memory or from files.
    private func fixture(tail: Int, segmentBytes: Int64 = 1 << 20) throws -> (LogFixture, [LogBatch]) {
        let fixture = try LogFixture(.small(segmentBytes: segmentBytes, tailBytes: tail))
        let batches = try (0..<10).map { try TestBatch(at: Int64($0) * 3, timestamps: [Int64($0), 50, 50]).log }
        for batch in batches { try fixture.log.append([batch]) }
        return (fixture, batches)
    }

    @Test(arguments: [0, 1 << 20])
    func onlyWholeBatchesAreGiven(_ tail: Int) throws {
        let (fixture, batches) = try fixture(tail: tail)
        let size = batches[0].size
        for (offset, room, expected) in [
            (Int64(0), 3 * size, 0..<3), (1, 3 * size + 5, 0..<3), (3, 2 * size - 1, 1..<2), (29, 9999, 9..<10), (5, 9999, 1..<10),
        ] {
            let read = try fixture.log.read(from: offset, upTo: .max, maxBytes: room, minOneBatch: false)
            #expect(try read.bytes() == Array(batches[expected]).bytes)
            #expect(read.baseOffset == batches[expected.lowerBound].baseOffset)
            #expect(read.nextOffset == batches[expected.upperBound - 1].lastOffset + 1)
        }
    }

    @Test(arguments: [0, 1 << 20])
    func theFirstBatchIsGivenWholeIfOneMustBe(_ tail: Int) throws {
        let (fixture, batches) = try fixture(tail: tail)
        #expect(try fixture.log.read(from: 4, upTo: .max, maxBytes: 1, minOneBatch: true).bytes() == [batches[1]].bytes)
        #expect(try fixture.log.read(from: 4, upTo: .max, maxBytes: 1, minOneBatch: false).byteCount == 0)
    }

    @Test(arguments: [0, 1 << 20])
    func nothingAtOrBeyondTheLimitIsGiven(_ tail: Int) throws {
        let (fixture, batches) = try fixture(tail: tail)
        #expect(try fixture.log.read(from: 0, upTo: 9, maxBytes: 9999, minOneBatch: true).bytes() == Array(batches[..<3]).bytes)
        #expect(try fixture.log.read(from: 0, upTo: 8, maxBytes: 9999, minOneBatch: true).nextOffset == 6)
        #expect(try fixture.log.read(from: 6, upTo: 8, maxBytes: 9999, minOneBatch: true).byteCount == 0)
        #expect(try fixture.log.read(from: 9, upTo: 9, maxBytes: 9999, minOneBatch: true).byteCount == 0)
    }

    @Test func anOffsetOutsideOfTheLogIsRefused() throws {
        let (fixture, _) = try fixture(tail: 0)
        fixture.log.advanceLogStart(to: 7)
        for offset in [Int64.min, -1, 6, 31, .max] {
            #expect {
                _ = try fixture.log.read(from: offset, upTo: .max, maxBytes: 1, minOneBatch: true)
            } throws: { error in
                guard case .offsetOutOfRange(offset, start: 7, end: 30)? = error as? RecordLogError else { return false }
                return true
            }
        }
        #expect(try fixture.log.read(from: 30, upTo: .max, maxBytes: 1, minOneBatch: true).byteCount == 0)
        #expect(try fixture.log.read(from: 7, upTo: .max, maxBytes: 1, minOneBatch: true).baseOffset == 6)
    }

    @Test(arguments: [0, 1 << 20])
    func aReadDoesNotCrossSegments(_ tail: Int) throws {
        let (fixture, batches) = try fixture(tail: tail, segmentBytes: 350)
        #expect(fixture.log.segmentCount > 2)
        var bases: [Int64] = []
        var next: Int64 = 0
        while next < 30 {
            let read = try fixture.log.read(from: next, upTo: .max, maxBytes: 1 << 20, minOneBatch: true)
            bases.append(read.baseOffset)
            next = read.nextOffset
        }
        #expect(try bases == fixture.segmentNames())
        #expect(try fixture.log.readAll() == batches.bytes)
    }

    @Test func aRegionOutlivesItsSegment() throws {
        let (fixture, batches) = try fixture(tail: 0, segmentBytes: 350)
        let read = try fixture.log.read(from: 0, upTo: .max, maxBytes: 1 << 20, minOneBatch: true)
        fixture.log.advanceLogStart(to: 30)
        try fixture.log.checkpoint(applied: 10)
        #expect(try fixture.segmentNames() == [])
        #expect(try read.bytes() == Array(batches.prefix { $0.lastOffset < read.nextOffset }).bytes)
    }

    @Test func aConsumerOfOldSegmentsNeedsNoSearchForEachRead() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 30))
        fixture.log.configuration.limits.indexIntervalBytes = 1 << 20
        let batches = try TestBatch.row(from: 0, count: 2000, valueBytes: 400)
        try fixture.log.append(batches)
        let before = fixture.disk.statistics
        #expect(try fixture.log.readAll(maxBytes: 10_000) == batches.bytes)
        let after = fixture.disk.statistics
        // The records once, and for each read little more than it returns to find where it ends.
        #expect(after.bytesRead - before.bytesRead < 4 * fixture.log.byteCount)
    }

    @Test func everyRecordIsFoundByItsTime() throws {
        for tail in [0, 1 << 20] {
            let fixture = try LogFixture(.small(segmentBytes: 400, tailBytes: tail))
            let times: [[Int64]] = [[10, 30, 20], [5], [30, 40], [-1], [40, 35], [100, 90], [100]]
            var offset: Int64 = 0
            for batch in times {
                try fixture.log.append([TestBatch(at: offset, timestamps: batch, epoch: 3).log])
                offset += Int64(batch.count)
            }
            func find(_ time: Int64) throws -> Int64? { try fixture.log.firstRecord(atOrAfter: time)?.offset }
            #expect(try find(0) == 0)
            #expect(try find(11) == 1)
            #expect(try find(31) == 5)
            #expect(try find(41) == 9)
            #expect(try find(101) == nil)
            #expect(try fixture.log.recordWithMaxTimestamp() == FoundRecord(offset: 9, timestamp: 100, leaderEpoch: 3))
            fixture.log.advanceLogStart(to: 2)
            #expect(try find(0) == 2)
            #expect(try find(25) == 4)
            fixture.log.advanceLogStart(to: 10)
            #expect(try find(95) == 11)
            #expect(try fixture.log.recordWithMaxTimestamp()?.offset == 11)
        }
    }

    @Test func theFirstRecordIsTheNewestIfNoneHasATime() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400, tailBytes: 0))
        #expect(try fixture.log.recordWithMaxTimestamp() == nil)
        try fixture.log.append([TestBatch(at: 0, timestamps: [-1, -1], epoch: 3).log])
        try fixture.log.append([TestBatch(at: 2, timestamps: [-1], epoch: 4).log])
        #expect(try fixture.log.recordWithMaxTimestamp() == FoundRecord(offset: 0, timestamp: -1, leaderEpoch: 3))
        fixture.log.advanceLogStart(to: 1)
        #expect(try fixture.log.recordWithMaxTimestamp()?.offset == 1)
    }
}
