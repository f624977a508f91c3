import Environment
import KafkaProtocol
import KafkaRecords
import NIOCore
import RecordLog

// Reading: committed batches only. A follower may serve it too (KIP-392): what is committed never changes.

extension Partition {
    /// See ``StorageEngine/read(_:from:done:)``.
    func read(_ request: ReadRequest) throws(StorageError) -> ReadOutcome {
        _ = try leading(currentLeaderEpoch: request.currentLeaderEpoch)
        let end = highWatermark
        var outcome = ReadOutcome(records: .empty, highWatermark: end, lastStableOffset: end, logStart: logStart)
        if let diverging = try divergence(request) {
            outcome.divergingEpoch = diverging
            return outcome
        }
        guard request.offset >= logStart, request.offset <= end else { throw .offsetOutOfRange(logStart: logStart, logEnd: end) }
        guard request.offset < end, request.bytesMax > 0 || request.atLeastOneBatch else { return outcome }
        outcome.records = try records(request, upTo: end)
        return outcome
    }

    func records(_ request: ReadRequest, upTo end: Int64) throws(StorageError) -> RecordData {
        do throws(RecordLogError) {
            let read = try log.read(from: request.offset, upTo: end, maxBytes: request.bytesMax, minOneBatch: request.atLeastOneBatch)
            switch read.body {
            case .empty: return .empty
            case .memory(let pieces):
                return pieces.count == 1 ? .bytes(pieces[0]) : .pieces(pieces.map { .bytes($0) })
            case .file(let region):
                // A small read costs less as a copy than as a file region of its own.
                if region.count <= Self.copiedReadMax { return .bytes(try region.readBytes()) }
                return .pieces([.file(DiskRegion(file: region.file, offset: region.position, count: region.count))])
            }
        } catch {
            throw StorageError(error)
        }
    }

    private static let copiedReadMax = 16 << 10

    /// Tells a fetcher whose last record is of an epoch that ended earlier here (KIP-320 with KIP-595).
    private func divergence(_ request: ReadRequest) throws(StorageError) -> EpochEnd? {
        guard let lastFetched = request.lastFetchedEpoch, lastFetched >= 0 else { return nil }
        guard let (epoch, end) = log.epochs.end(of: lastFetched, logEnd: highWatermark) else {
            throw .offsetOutOfRange(logStart: logStart, logEnd: highWatermark)
        }
        return epoch < lastFetched || end < request.offset ? EpochEnd(epoch: epoch, endOffset: end) : nil
    }
}

extension StorageError {
    init(_ error: RecordLogError) {
        switch error {
        case .offsetOutOfRange(_, let start, let end): self = .offsetOutOfRange(logStart: start, logEnd: end)
        case .disk(let disk): self = disk.kind == .noSpace ? .diskFull : .corrupt(disk.description)
        default: self = .corrupt(error.description)
        }
    }
}
