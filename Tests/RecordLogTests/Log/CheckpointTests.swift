import Environment
import NIOCore
import RecordLog
import Simulator
import Testing

@Suite struct CheckpointTests {
    @Test func appendsGoOnWhileACheckpointRuns() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400))
        let first = try TestBatch.row(from: 0, count: 10)
        try fixture.log.append(first)
        let job = try fixture.log.beginCheckpoint(applied: AppliedPosition(index: 10, term: 1), ownerState: ByteBuffer())
        let second = try TestBatch.row(from: 10, count: 10)
        try fixture.log.append(second)
        fixture.log.finishCheckpoint(job.run())
        #expect(fixture.log.uncheckpointedBytes == Int64(second.bytes.readableBytes))
        try fixture.reopen()
        #expect(try fixture.log.readAll() == first.bytes)
    }

    @Test func aFailedSyncMakesNothingDurable() throws {
        // Every sync of a checkpoint in turn.
        for number in 0..<6 {
            let fixture = try LogFixture(.small(segmentBytes: 400))
            let first = try TestBatch.row(from: 0, count: 2)
            try fixture.log.append(first)
            try fixture.log.checkpoint(applied: 2)
            try fixture.log.append(TestBatch.row(from: 2, count: 8))
            fixture.disk.failSync(after: number)
            let result = try fixture.log.checkpoint(applied: 10)
            #expect(result.failure?.kind == .syncFailed)
            #expect(!result.isDurable)
            #expect(fixture.log.checkpointed.index == 2)
            let opened = try fixture.reopen()
            #expect(opened.applied.index == 2 || opened.applied.index == 10)
            #expect(try fixture.log.verify() == opened.applied.index)
        }
    }

    @Test func aFullDiskFailsACheckpointThatCanBeRepeated() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400))
        let batches = try TestBatch.row(from: 0, count: 10)
        try fixture.log.append(batches)
        fixture.disk.faults.capacity = fixture.disk.usedBytes + 10
        let failed = try fixture.log.checkpoint(applied: 10)
        #expect(failed.failure?.kind == .noSpace && !failed.isDurable)
        #expect(fixture.log.uncheckpointedBytes == fixture.log.byteCount)
        fixture.disk.faults.capacity = .max
        #expect(try fixture.log.checkpoint(applied: 10).isDurable)
        try fixture.reopen()
        #expect(try fixture.log.readAll() == batches.bytes)
    }

    @Test func filesGoOnlyWhenAManifestWithoutThemIsDurable() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400))
        let batches = try TestBatch.row(from: 0, count: 20)
        try fixture.log.append(batches)
        try fixture.log.checkpoint(applied: 20)
        let names = try fixture.segmentNames()
        fixture.log.advanceLogStart(to: 11)
        #expect(fixture.log.obsoleteFileCount > 0)
        #expect(try fixture.segmentNames() == names)
        // Without a checkpoint the journal brings the move again.
        try fixture.reopen()
        #expect(fixture.log.startOffset == 0)
        #expect(try fixture.log.readAll() == batches.bytes)
        fixture.log.advanceLogStart(to: 11)
        try fixture.log.checkpoint(applied: 21)
        #expect(fixture.log.obsoleteFileCount == 0)
        #expect(try fixture.segmentNames() == names.suffix(fixture.log.segmentCount))
        try fixture.reopen()
        #expect(fixture.log.startOffset == 11)
        #expect(try fixture.log.readAll() == Array(batches[11...]).bytes)
    }

    @Test func aFileThatCannotBeRemovedIsTriedAgain() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400))
        try fixture.log.append(TestBatch.row(from: 0, count: 20))
        try fixture.log.checkpoint(applied: 20)
        fixture.log.advanceLogStart(to: 20)
        let job = try fixture.log.beginCheckpoint(applied: AppliedPosition(index: 21, term: 0), ownerState: ByteBuffer())
        // The manifest is written, synced, renamed and its name synced; then the disk goes.
        fixture.disk.stop(afterChanges: 5)
        let result = job.run()
        fixture.log.finishCheckpoint(result)
        #expect(result.isDurable && result.failure != nil)
        #expect(fixture.log.obsoleteFileCount > 0)
        try fixture.reopen()
        #expect(fixture.log.startOffset == 20)
        #expect(try fixture.segmentNames() == [])
    }

    @Test func aRestartedLogBeginsWhereItIsTold() throws {
        let fixture = try LogFixture(.small(segmentBytes: 400, tailBytes: 1000))
        try fixture.log.append(TestBatch.row(from: 0, count: 20))
        try fixture.log.checkpoint(applied: 20)
        fixture.log.restart(at: 100)
        #expect(fixture.log.byteCount == 0 && fixture.log.startOffset == 100 && fixture.log.endOffset == 100)
        let table = try #require(
            EpochTable([EpochTable.Entry(epoch: 1, startOffset: 5), EpochTable.Entry(epoch: 4, startOffset: 104)]))
        fixture.log.adoptEpochs(table)
        let batches = try TestBatch.row(from: 100, count: 4, epoch: 1) + TestBatch.row(from: 104, count: 4, epoch: 4)
        try fixture.log.append(batches)
        #expect(fixture.log.epochs.entries.map(\.startOffset) == [100, 104])
        try fixture.log.checkpoint(applied: 500)
        let opened = try fixture.reopen()
        #expect(opened.applied.index == 500)
        #expect(try fixture.log.readAll() == batches.bytes)
        #expect(try fixture.segmentNames().allSatisfy { $0 >= 100 })
        #expect(fixture.log.epochs.entries.map(\.epoch) == [1, 4])
    }
}
