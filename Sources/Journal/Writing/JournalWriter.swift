import Environment
import NIOCore
import Raft

/// The lane's half of the journal: writes flushes, begins and recycles segments. Every error is fatal to it.
struct JournalWriter: Sendable {
    private let disk: any Disk
    private let directory: String
    private let limits: JournalLimits
    private var random: SeededRandom
    private(set) var index: JournalIndex
    private(set) var statistics = JournalStatistics()

    private var segment: UInt64
    private var file: any DiskFile
    /// The file's size: beyond it a write has to grow it.
    private var fileBytes: Int64
    private var end: Int64
    private var generation: UInt64
    private var nextSequence: UInt64
    /// The end of the flush before.
    private var durable: (segment: UInt64, end: Int64)
    /// What the last durable flush says of old segments; only those below it may go.
    private var durableOldest: UInt64 = 0
    private var spares: [String]
    private var scratch: [UInt8] = []
    /// Flushes until moving things out of the oldest segment is tried again, after there was nothing to move.
    private var reappendPause = 0
    /// The groups to checkpoint, and in how many flushes that is found out again.
    private(set) var checkpointWanted: [GroupID] = []
    private var checkpointPause = 0

    /// What ``write(_:)`` wrote and ``sync(_:)`` makes durable.
    struct Written {
        fileprivate var oldestSegment: UInt64
    }

    /// Makes the recovered journal ready for writing: the tail durable, unused files spare, a segment open.
    init(_ recovery: JournalRecovery, limits: JournalLimits, random: SeededRandom) throws(JournalError) {
        disk = recovery.disk
        directory = recovery.directory
        self.limits = limits
        self.random = random
        index = recovery.index
        nextSequence = recovery.nextSequence
        generation = self.random.next()
        statistics.tornBytesCut = recovery.tornBytes
        spares = recovery.spares.map { [directory] in directory + "/" + SegmentName.spare($0) }
        do throws(DiskError) {
            try Self.makeDirectory(directory, on: disk)
            // What was begun and never used could be mistaken for a continuation later.
            for number in recovery.unused {
                let spare = directory + "/" + SegmentName.spare(number)
                try disk.rename(recovery.path(number), to: spare)
                if !spares.contains(spare) { spares.append(spare) }
            }
            try disk.syncDirectory(directory)
            // A flush that is there need not be durable: the process may have died before its sync, or because its sync failed, and then the
            // system calls its pages clean. Writing it again makes them dirty, and the sync true.
            if let (segment, range) = recovery.lastFlush {
                try Self.rewrite(try disk.open(recovery.path(segment), .readWrite), range)
            }
            let tail = recovery.tail ?? (segment: 1, end: 0)
            segment = tail.segment
            end = tail.end
            file = try disk.open(recovery.path(segment), .create)
            fileBytes = try file.size()
            if recovery.tail == nil {
                index.begin(segment: segment)
                try disk.syncDirectory(directory)
            }
        } catch { throw JournalError(error) }
        durable = recovery.lastFlush.map { ($0.segment, $0.range.upperBound) } ?? (0, 0)
        updateStatistics()
    }

    private static func makeDirectory(_ directory: String, on disk: any Disk) throws(DiskError) {
        try disk.createDirectory(directory)
        var parent = directory[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            try disk.syncDirectory(String(parent))
        }
        try disk.syncDirectory("")
    }

    private static func rewrite(_ file: any DiskFile, _ range: Range<Int64>) throws(DiskError) {
        let step: Int64 = 4 << 20
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(min(step, range.upperBound - range.lowerBound)), alignment: 64)
        defer { buffer.deallocate() }
        var position = range.lowerBound
        while position < range.upperBound {
            let count = Int(min(step, range.upperBound - position))
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
            guard try file.read(at: position, into: piece) == count else { throw DiskError(.io(0), operation: "read", path: file.path) }
            try file.write(at: position, [UnsafeRawBufferPointer(piece)])
            position += Int64(count)
        }
        try file.sync()
    }

    // MARK: One flush

    /// Writes what the batches hold, and what has to move out of the oldest segment, with one gathered write.
    /// - Returns: what ``sync(_:)`` wants; nil if there was nothing to write.
    mutating func write(_ batches: [JournalBatch]) throws(JournalError) -> Written? {
        var flush = FlushWriter()
        let reappended = try reappends()
        for operation in reappended { flush.add(operation) }
        let reappendedBytes = reappended.isEmpty ? 0 : flush.length
        for batch in batches {
            for operation in batch.operations {
                if let law = index.admit(operation) { throw .stopped(reason: law) }
                flush.add(operation)
            }
        }
        if flush.isEmpty { return nil }

        let length = Int64(flush.length)
        do throws(DiskError) {
            if end > 0, length > limits.segmentBytes - end { try beginSegment() }
            let header = FlushHeader(
                records: 0, length: 0, sequence: nextSequence, generation: generation, durableSegment: durable.segment,
                durableEnd: durable.end, oldestSegment: index.oldestLiving ?? segment)
            let growth = growth(for: length)
            var grown = growth
            let (disk, file, end, spares) = (disk, file, end, spares)
            let placed = try flush.write(header, segment: segment, position: end, scratch: &scratch) { pieces throws(DiskError) in
                do throws(DiskError) {
                    try Self.write(pieces, zeros: growth, at: end, to: file)
                } catch {
                    guard error.kind == .noSpace else { throw error }
                    // The last reserve: nothing ahead of the writes, and no files for later. Nothing was synced, so writing again is safe.
                    for spare in spares { try disk.remove(spare) }
                    try Self.write(pieces, zeros: 0, at: end, to: file)
                    grown = -1
                }
            }
            if grown < 0 { (self.spares, grown) = ([], 0) }
            for record in placed {
                index.note(record.content, of: record.group, position: end + Int64(record.offset), length: record.length)
            }
            self.end += length
            index.advance(to: self.end)
            fileBytes = max(fileBytes, self.end + Int64(grown))
            nextSequence += 1
            if scratch.count > Self.scratchBytesKept { scratch = [] }
            statistics.flushes += 1
            statistics.batches += batches.count
            statistics.bytesWritten += length
            statistics.bytesReappended += Int64(reappendedBytes)
            return Written(oldestSegment: header.oldestSegment)
        } catch { throw JournalError(error) }
    }

    /// Makes it durable, and lets go what is no longer needed.
    mutating func sync(_ written: Written) throws(JournalError) {
        do throws(DiskError) {
            try file.sync()
            durable = (segment, end)
            durableOldest = written.oldestSegment
            try recycle()
        } catch { throw JournalError(error) }
        updateStatistics()
    }

    private static func write(_ pieces: [UnsafeRawBufferPointer], zeros count: Int, at end: Int64, to file: any DiskFile) throws(DiskError)
    {
        try Self.zeros.withUnsafeBufferPointer { zeros throws(DiskError) in
            var pieces = pieces
            var left = count
            while left > 0 {
                let part = min(left, zeros.count)
                pieces.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(zeros)[..<part]))
                left -= part
            }
            try file.write(at: end, pieces)
        }
    }

    private static let zeros = [UInt8](repeating: 0, count: 64 << 10)
    private static let scratchBytesKept = 1 << 20

    /// Bytes of zeros to write behind a flush, so that the next ones need not change the file's size. A large flush is not worth it.
    private func growth(for length: Int64) -> Int {
        let newEnd = end + length
        guard newEnd > fileBytes, length < Int64(limits.growthBytes / 4) else { return 0 }
        return Int(max(0, min(Int64(limits.growthBytes), limits.segmentBytes - newEnd)))
    }

    // MARK: Segments

    private mutating func beginSegment() throws(DiskError) {
        segment += 1
        let path = directory + "/" + SegmentName.segment(segment)
        if let spare = spares.popLast() {
            try disk.rename(spare, to: path)
            statistics.segmentsRecycled += 1
        }
        file = try disk.open(path, .create)
        // The name is durable before the bytes change: no crash can bring back an old segment's name with new bytes behind it.
        try disk.syncDirectory(directory)
        fileBytes = try file.size()
        end = 0
        generation = random.next()
        index.begin(segment: segment)
    }

    /// Lets go the oldest segments in which nothing lives.
    private mutating func recycle() throws(DiskError) {
        while let number = index.segments.first?.number, number < durableOldest {
            let path = directory + "/" + SegmentName.segment(number)
            index.forgetOldestSegment()
            let spare = directory + "/" + SegmentName.spare(number)
            if spares.count < limits.spareSegmentsMax, !spares.contains(spare), try disk.open(path, .read).size() <= limits.segmentBytes {
                try disk.rename(path, to: spare)
                spares.append(spare)
            } else {
                try disk.remove(path)
                statistics.segmentsRemoved += 1
            }
        }
    }

    /// What has to move out of the oldest segment, read back.
    private mutating func reappends() throws(JournalError) -> [JournalBatch.Operation] {
        if reappendPause > 0 {
            reappendPause -= 1
            return []
        }
        let moves = index.reappends(limits: limits)
        if moves.isEmpty { reappendPause = 16 }
        var reader = EntryReader(disk: disk, directory: directory)
        var result: [JournalBatch.Operation] = []
        for move in moves {
            switch move {
            case .hardState(let group, let state): result.append(.hardState(group, state))
            case .released(let group, let mark): result.append(.released(group, mark))
            case .entries(let group, let places):
                var entries: [LogEntry] = []
                try reader.read(places.map { EntryReader.Wanted(place: $0, slot: 0, group: group) }) { entries.append($1) }
                result.append(.entries(group, entries))
            }
        }
        return result
    }

    // MARK: Figures

    private mutating func updateStatistics() {
        statistics.segments = index.segments.count
        statistics.totalBytes = index.totalBytes
        // While groups are wanted, every release may change that; else looking now and then is enough.
        let released = index.uncheckpointedBytes < statistics.uncheckpointedBytes
        statistics.uncheckpointedBytes = index.uncheckpointedBytes
        checkpointPause -= 1
        if checkpointPause <= 0 || released {
            checkpointWanted = index.checkpointWanted(limits: limits)
            checkpointPause = checkpointWanted.isEmpty ? 0 : 16
        }
    }
}
