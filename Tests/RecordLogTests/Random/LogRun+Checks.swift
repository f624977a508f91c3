import Environment
import NIOCore
import RecordLog

extension LogRun {
    /// A read from anywhere gives what the model has there, within its limits, and something if there is something.
    func read() throws {
        let offset = Int64.random(in: model.start...model.end, using: &random)
        let limit = random.chance(0.6) ? model.end : Int64.random(in: model.start...model.end, using: &random)
        let maxBytes = Int.random(in: 0...5000, using: &random)
        try check(offset, limit, maxBytes, random.chance(0.7))
    }

    @discardableResult
    private func check(_ offset: Int64, _ limit: Int64, _ maxBytes: Int, _ minOneBatch: Bool) throws -> Int64 {
        let what = "read(from: \(offset), upTo: \(limit), maxBytes: \(maxBytes), minOneBatch: \(minOneBatch))"
        let read = try log.read(from: offset, upTo: limit, maxBytes: maxBytes, minOneBatch: minOneBatch)
        let bytes = try read.bytes()
        try require(bytes.readableBytes == read.byteCount, "\(what) says \(read.byteCount) bytes and has \(bytes.readableBytes)")
        let first = model.firstBatch(from: offset)
        let allowed =
            first.map { model.batches[$0].log }.map {
                offset < limit && $0.lastOffset < limit && ($0.size <= maxBytes || minOneBatch)
            } ?? false
        guard allowed, let first else {
            try require(read.byteCount == 0 && read.nextOffset == offset, "\(what) gives \(read.byteCount) bytes, not nothing")
            return offset
        }
        try require(read.byteCount > 0, "\(what) gives nothing")
        var expected: [LogBatch] = []
        for batch in model.batches[first...] {
            if batch.log.lastOffset >= read.nextOffset { break }
            expected.append(batch.log)
        }
        try require(bytes == expected.bytes, "\(what) gives other bytes up to \(read.nextOffset)")
        try require(read.baseOffset == expected.first?.baseOffset, "\(what) has base offset \(read.baseOffset)")
        try require(read.nextOffset <= limit, "\(what) goes on to \(read.nextOffset)")
        try require(read.byteCount <= maxBytes || expected.count == 1, "\(what) gives \(read.byteCount) bytes")
        return read.nextOffset
    }

    func readEverything() throws {
        var offset = model.start
        let last = model.batches.last.map { $0.log.lastOffset + 1 } ?? 0
        while offset < last, model.firstBatch(from: offset) != nil {
            let next = try check(offset, model.end, Int.random(in: 1...3000, using: &random), true)
            try require(next > offset, "no progress at \(offset)")
            offset = next
        }
        for bad in [model.start - 1, model.end + 1] {
            do {
                _ = try log.read(from: bad, upTo: .max, maxBytes: 1000, minOneBatch: true)
                throw Violation("offset \(bad) is out of range and was read")
            } catch RecordLogError.offsetOutOfRange {}
        }
    }

    func lookUpTimes() throws {
        let time = clock - Int64.random(in: -200...5000, using: &random)
        let found = try log.firstRecord(atOrAfter: time)
        let expected = model.firstRecord(atOrAfter: time)
        // A segment below the log's start is searched only as far as it is still there.
        try require(
            found == expected, "the first record at or after \(time) is \(String(describing: found)), not \(String(describing: expected))")
        var newest: FoundRecord?
        for batch in model.batches {
            for (number, timestamp) in batch.timestamps.enumerated() {
                let offset = batch.log.baseOffset + Int64(number)
                if offset >= model.start && timestamp > newest?.timestamp ?? -2 {
                    newest = FoundRecord(offset: offset, timestamp: timestamp, leaderEpoch: batch.log.leaderEpoch)
                }
            }
        }
        let max = try log.recordWithMaxTimestamp()
        try require(max == newest, "the newest record is \(String(describing: max)), not \(String(describing: newest))")
    }

    func tableLaws() throws {
        for epoch in -1...self.epoch + 1 {
            let end = log.epochs.end(of: epoch, logEnd: log.endOffset)
            guard let end else { continue }
            try require(end.epoch <= epoch && end.endOffset <= log.endOffset, "epoch \(epoch) ends at \(end)")
            let wrong = model.batches.contains {
                ($0.log.leaderEpoch <= epoch) != ($0.log.lastOffset < end.endOffset) && $0.log.lastOffset >= model.start
            }
            try require(!wrong, "epoch \(epoch) does not end at \(end.endOffset)")
        }
        for mark in log.marks.entries {
            // The mark's entry made its offset the log's end.
            let upTo = model.entries[..<Int(mark.applied.index)]
            var replayed = LogModel()
            for entry in upTo { replayed.apply(entry) }
            try require(replayed.end >= mark.endOffset, "mark \(mark) lies beyond its entry's end \(replayed.end)")
        }
    }

    func verify() throws {
        let held = try log.verify()
        let readable = model.batches.filter { $0.log.lastOffset >= model.start }.count
        try require(held >= readable && held <= model.batches.count, "\(held) batches are held, \(readable) can be read")
    }
}
