import Environment
import RecordLog

// ListOffsets and OffsetForLeaderEpoch.

extension Partition {
    /// See ``StorageEngine/offset(_:in:done:)``. What can change under a new leader is confirmed with a quorum first; and the answer counts every
    /// batch that was proposed before: who wrote with acks=0 finds what it wrote.
    func offset(_ query: OffsetQuery, done: @escaping (Result<OffsetOutcome, StorageError>) -> Void) {
        let leading: PartitionLeadership
        do throws(StorageError) {
            leading = try self.leading(currentLeaderEpoch: query.currentLeaderEpoch)
        } catch {
            return done(.failure(error))
        }
        guard mutant != .readUnconfirmed else { return done(look(query)) }
        if !leading.inFlight.isEmpty {
            // A quorum that commits what is in flight says as well that this node leads.
            let newest = leading.inFlight.count - 1
            leadership?.inFlight[newest].done.append { [self] appended in
                if case .failure(let error) = appended { return done(.failure(error)) }
                done(look(query))
            }
            return
        }
        replica.confirmLeadership { [self] confirmed in
            guard confirmed, leadership != nil else { return done(.failure(isRemoved ? .unknownPartition : .notLeader(leader: nil))) }
            done(look(query))
        }
    }

    private func look(_ query: OffsetQuery) -> Result<OffsetOutcome, StorageError> {
        switch query.kind {
        case .earliest:
            return .success(OffsetOutcome(offset: logStart, timestamp: -1, leaderEpoch: epoch(at: logStart)))
        case .latest:
            return .success(OffsetOutcome(offset: highWatermark, timestamp: -1, leaderEpoch: leadership?.epoch ?? -1))
        case .maxTimestamp:
            return found { () throws(RecordLogError) in try log.recordWithMaxTimestamp() }
        case .atOrAfter(let timestamp):
            return found { () throws(RecordLogError) in try log.firstRecord(atOrAfter: timestamp) }
        case .endOfEpoch(let epoch):
            guard let end = log.epochs.end(of: epoch, logEnd: highWatermark) else {
                return .success(OffsetOutcome(offset: -1, timestamp: -1, leaderEpoch: -1))
            }
            return .success(OffsetOutcome(offset: end.endOffset, timestamp: -1, leaderEpoch: end.epoch))
        }
    }

    private func found(_ search: () throws(RecordLogError) -> FoundRecord?) -> Result<OffsetOutcome, StorageError> {
        do throws(RecordLogError) {
            guard let found = try search() else { return .success(OffsetOutcome(offset: -1, timestamp: -1, leaderEpoch: -1)) }
            return .success(OffsetOutcome(offset: found.offset, timestamp: found.timestamp, leaderEpoch: found.leaderEpoch))
        } catch {
            return .failure(StorageError(error))
        }
    }

    private func epoch(at offset: Int64) -> Int32 { log.epochs.epoch(at: offset) ?? leadership?.epoch ?? -1 }
}
