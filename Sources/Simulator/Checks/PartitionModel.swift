import KafkaRecords
import NIOCore
import Storage

/// What must be true of one partition, as its clients know it.
final class PartitionModel {
    private struct Produced {
        var producer: Int64
        var sequence: Int32
        var count: Int32
    }

    private struct Placed {
        var hash: UInt64
        var end: Int64
    }

    private let name: String
    /// Every batch ever made for the partition, by hash.
    private var made: [UInt64: Produced] = [:]
    /// Committed batches by base offset: acknowledged or read by anybody. They never change.
    private var placed: [Int64: Placed] = [:]
    /// Where a batch of an idempotent producer stands: once.
    private var places: [UInt64: Int64] = [:]
    private var acknowledgements: [Int64: UInt64] = [:]
    /// The end of what was acknowledged.
    private(set) var acknowledgedEnd: Int64 = 0
    /// The log start as acknowledged.
    private(set) var trimmed: Int64 = 0
    private var trimRequestedMax: Int64 = 0
    private let retains: Bool

    /// - Parameter retains: retention is off, so only DeleteRecords moves the log start.
    init(name: String, retains: Bool) {
        self.name = name
        self.retains = retains
    }

    /// Of a batch, without what the leader writes into it.
    static func hash(_ batch: ByteBuffer) -> UInt64 {
        FNV.hash(batch.getSlice(at: batch.readerIndex + 17, length: batch.readableBytes - 17) ?? batch)
    }

    /// The offset behind the last of some whole batches; -1 if there are none.
    static func end(of batches: ByteBuffer) throws(StorageError) -> Int64 {
        var rest = batches
        var end: Int64 = -1
        while rest.readableBytes > 0 {
            do throws(RecordsError) {
                let header = try RecordBatchHeader(parsing: rest)
                rest.moveReaderIndex(forwardBy: min(header.sizeInBytes, rest.readableBytes))
                end = header.nextOffset
            } catch {
                throw .corrupt("\(error)")
            }
        }
        return end
    }

    var acknowledgedCount: Int { acknowledgements.count }

    func produced(_ hash: UInt64, by producer: Int64, sequence: Int32, count: Int32) {
        made[hash] = Produced(producer: producer, sequence: sequence, count: count)
    }

    func acknowledged(_ hash: UInt64, at offset: Int64, count: Int32) throws(SimulationFailure) {
        try place(hash, at: offset, end: offset + Int64(count))
        acknowledgements[offset] = hash
        acknowledgedEnd = max(acknowledgedEnd, offset + Int64(count))
    }

    func lateAcknowledgement(through offset: Int64) { acknowledgedEnd = max(acknowledgedEnd, offset + 1) }

    func trimRequested(_ offset: Int64) { trimRequestedMax = max(trimRequestedMax, offset) }
    func trimAcknowledged(_ offset: Int64) { trimmed = max(trimmed, offset) }

    private func place(_ hash: UInt64, at offset: Int64, end: Int64) throws(SimulationFailure) {
        guard let origin = made[hash] else { throw failure("at \(offset) stands a batch that nobody made") }
        if let known = placed[offset], known.hash != hash || known.end != end {
            throw failure("the batch at \(offset) was another one before")
        }
        if origin.producer >= 0, let other = places[hash], other != offset {
            throw failure("sequence \(origin.sequence) of producer \(origin.producer) stands at \(other) and at \(offset)")
        }
        places[hash] = offset
        placed[offset] = Placed(hash: hash, end: end)
    }

    /// Checks batches read from `position`.
    /// - Returns: the offset behind them.
    func read(_ bytes: ByteBuffer, from position: Int64, below end: Int64) throws(SimulationFailure) -> Int64 {
        var rest = bytes
        var next = position
        var isFirst = true
        while rest.readableBytes > 0 {
            let header = try header(rest)
            guard let batch = rest.readSlice(length: header.sizeInBytes) else { throw failure("a batch is cut at \(header.baseOffset)") }
            // The first batch may begin before the offset asked for.
            guard header.baseOffset == next || (isFirst && header.baseOffset < next && header.lastOffset >= next) else {
                throw failure("read from \(next), got the batch \(header.baseOffset)...\(header.lastOffset)")
            }
            guard header.nextOffset <= end else { throw failure("a batch beyond the high watermark \(end): \(header.baseOffset)") }
            try place(Self.hash(batch), at: header.baseOffset, end: header.nextOffset)
            next = header.nextOffset
            isFirst = false
        }
        return next
    }

    private func header(_ bytes: ByteBuffer) throws(SimulationFailure) -> RecordBatchHeader {
        do throws(RecordsError) {
            return try RecordBatchHeader(parsing: bytes)
        } catch {
            throw failure("a batch does not parse: \(error)")
        }
    }

    /// At the end: a replica's whole log against all that was acknowledged.
    func verify(_ log: ByteBuffer, logStart: Int64, end: Int64, node: Int) throws(SimulationFailure) {
        let reached = try read(log, from: logStart, below: end)
        guard reached == end else { throw failure("the log of node \(node) ends at \(reached), its high watermark is \(end)") }
        guard end >= acknowledgedEnd else { throw failure("node \(node) ends at \(end), but \(acknowledgedEnd) was acknowledged") }
        guard logStart >= trimmed else {
            throw failure("node \(node) starts at \(logStart), but deletion up to \(trimmed) was acknowledged")
        }
        if retains, logStart > trimRequestedMax {
            throw failure("node \(node) starts at \(logStart); nobody asked for more than \(trimRequestedMax)")
        }
        var held: [Int64: UInt64] = [:]
        var sequences: [Int64: Int32] = [:]
        var rest = log
        while rest.readableBytes > 0 {
            let header = try header(rest)
            guard let batch = rest.readSlice(length: header.sizeInBytes) else { throw failure("a batch is cut at \(header.baseOffset)") }
            held[header.baseOffset] = Self.hash(batch)
            guard header.producerID >= 0 else { continue }
            if let expected = sequences[header.producerID], expected != header.baseSequence {
                throw failure("producer \(header.producerID): after sequence \(expected - 1) comes \(header.baseSequence)")
            }
            sequences[header.producerID] = header.lastSequence + 1
        }
        for (offset, hash) in acknowledgements.sorted(by: { $0.key < $1.key }) where offset >= logStart {
            guard held[offset] == hash else { throw failure("node \(node) has lost the acknowledged batch at \(offset)") }
        }
    }

    private func failure(_ text: String) -> SimulationFailure { SimulationFailure(.safety, "partition \(name): \(text)") }
}
