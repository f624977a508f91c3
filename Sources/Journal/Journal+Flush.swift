import Environment
import Synchronization

/// The lane's job.
extension Journal {
    /// Writes and syncs what waits, as much as one sync may carry, then tells the client; comes again if more waits.
    func flush() {
        let batches = shared.withLock { $0.take(bytesMax: limits.syncBytesMax) }
        do throws(JournalError) {
            try writer.withLock { writer throws(JournalError) in
                let written = try writer.write(batches)
                if mutant == .answerBeforeSync { complete(batches) }
                if let written { try writer.sync(written) }
            }
        } catch {
            // Nothing completes ever after: whether the bytes are there is unknown, and a second sync could wrongly say yes.
            let reason = error.description
            shared.withLock { shared in
                shared.stopped = reason
                shared.control.removeAll()
                shared.bulk.removeAll()
            }
            client.journalFailed(reason)
            return
        }
        if mutant != .answerBeforeSync { complete(batches) }

        let (statistics, wanted) = writer.withLock { ($0.statistics, $0.checkpointWanted) }
        let freeBytes: Int64?
        // If the disk cannot tell, the estimate stands; it will be asked again before anything is refused.
        do { freeBytes = try disk.freeBytes() } catch { freeBytes = nil }
        let bytes = batches.reduce(0) { $0 + $1.bytes }
        let more = shared.withLock { shared in
            shared.waitingBytes -= bytes
            shared.statistics = statistics
            shared.checkpointWanted = wanted
            if let freeBytes { shared.freeBytes = freeBytes - Int64(shared.waitingBytes) }
            shared.scheduled = !(shared.control.isEmpty && shared.bulk.isEmpty)
            return shared.scheduled
        }
        if more { lane.run { self.flush() } }
    }

    /// Tells the client, core by core in the order of their numbers, which batches are durable.
    private func complete(_ batches: [JournalBatch]) {
        var ids: [Int: [UInt64]] = [:]
        for batch in batches {
            if let id = batch.id { ids[batch.core, default: []].append(id) }
        }
        for (core, batches) in ids.sorted(by: { $0.key < $1.key }) { client.journaled(core: core, batches: batches) }
    }
}

extension Journal.Shared {
    /// Takes the oldest control batches, then the oldest bulk ones, up to the limit; at least one of each kind that waits, so that neither a large batch
    /// nor a stream of control batches stops the rest.
    mutating func take(bytesMax: Int) -> [JournalBatch] {
        var bytes = 0
        func fitting(_ batches: [JournalBatch]) -> Int {
            var count = 0
            for batch in batches {
                if count > 0, bytes + batch.bytes > bytesMax { break }
                bytes += batch.bytes
                count += 1
            }
            return count
        }
        let controlCount = fitting(control)
        let bulkCount = fitting(bulk)
        let taken = Array(control[..<controlCount]) + Array(bulk[..<bulkCount])
        control.removeFirst(controlCount)
        bulk.removeFirst(bulkCount)
        return taken
    }
}
