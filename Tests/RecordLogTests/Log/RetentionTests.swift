import Environment
import RecordLog
import Testing

@Suite struct RetentionTests {
    /// Segments of two batches: offsets 0-1, 2-3, ... with timestamps 1000 + offset.
    private func log(_ count: Int) throws -> (LogFixture, batch: Int64) {
        let batches = try TestBatch.row(from: 0, count: count)
        let size = Int64(batches[0].size)
        let fixture = try LogFixture(.small(segmentBytes: 2 * size))
        try fixture.log.append(batches)
        return (fixture, size)
    }

    @Test func aSegmentGoesWhenItsNewestRecordIsTooOld() throws {
        let (fixture, _) = try log(7)
        func start(_ now: Int64) -> Int64? {
            fixture.log.retentionCandidate(at: WallTime(milliseconds: now), time: .milliseconds(100), bytes: nil)
        }
        #expect(start(1101) == nil)
        #expect(start(1102) == 2)
        #expect(start(1103) == 2)
        #expect(start(1105) == 4)
        // Also the last one, which is then gone with all the others.
        #expect(start(1107) == 7)
        #expect(start(.min) == nil && start(.max) == 7)
        #expect(fixture.log.retentionCandidate(at: WallTime(milliseconds: .max), time: nil, bytes: nil) == nil)
    }

    @Test func segmentsGoWhileTheRestStillHoldsTheBytesToKeep() throws {
        let (fixture, batch) = try log(7)
        func start(_ bytes: Int64) -> Int64? {
            fixture.log.retentionCandidate(at: WallTime(milliseconds: 0), time: nil, bytes: bytes)
        }
        #expect(start(7 * batch) == nil)
        #expect(start(6 * batch) == nil)
        #expect(start(5 * batch) == 2)
        #expect(start(batch) == 6)
        #expect(start(0) == 7)
        #expect(start(-5) == 7)
    }

    @Test func anOldSegmentBehindAYoungOneStays() throws {
        let fixture = try LogFixture(.small(segmentBytes: 90))
        for (offset, time) in [Int64(1000), 5000, 1000].enumerated() {
            try fixture.log.append([TestBatch(at: Int64(offset), timestamps: [time]).log])
        }
        #expect(fixture.log.retentionCandidate(at: WallTime(milliseconds: 4000), time: .milliseconds(100), bytes: nil) == 1)
    }

    @Test func aSegmentWithoutTimestampsDoesNotExpire() throws {
        let fixture = try LogFixture()
        try fixture.log.append([TestBatch(at: 0, timestamps: [-1]).log])
        #expect(fixture.log.retentionCandidate(at: WallTime(milliseconds: .max), time: .zero, bytes: nil) == nil)
    }

    @Test func theLogStartMovesForwardOnlyAndNotBeyondTheEnd() throws {
        let (fixture, _) = try log(7)
        fixture.log.advanceLogStart(to: 3)
        #expect(fixture.log.startOffset == 3 && fixture.log.segmentCount == 3)
        fixture.log.advanceLogStart(to: 1)
        #expect(fixture.log.startOffset == 3)
        fixture.log.advanceLogStart(to: 99)
        #expect(fixture.log.startOffset == 7 && fixture.log.segmentCount == 0 && fixture.log.byteCount == 0)
        try fixture.log.append(TestBatch.row(from: 7, count: 1))
        #expect(try fixture.log.readAll() == TestBatch.row(from: 7, count: 1).bytes)
    }
}
