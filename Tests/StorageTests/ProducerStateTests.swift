import Environment
import NIOCore
import Storage
import Testing

@Suite struct ProducerStateTests {
    private func batch(_ first: Int32, _ last: Int32, at offset: Int64) -> ProducerState.Batch {
        ProducerState.Batch(
            firstSequence: first, lastSequence: last, firstOffset: offset, lastOffset: offset + Int64(last) - Int64(first), timestamp: 1)
    }

    @Test func aRetryOfOneOfTheLastFiveBatchesIsADuplicate() {
        var state = ProducerState(epoch: 0)
        for i in 0..<7 { state.note(batch(Int32(i * 10), Int32(i * 10 + 9), at: Int64(i * 10)), epoch: 0) }
        for i in 2..<7 {
            #expect(
                state.judge(epoch: 0, first: Int32(i * 10), last: Int32(i * 10 + 9))
                    == .duplicate(batch(Int32(i * 10), Int32(i * 10 + 9), at: Int64(i * 10))))
        }
        #expect(state.judge(epoch: 0, first: 10, last: 19) == .outOfOrder(expected: 70))
        #expect(state.judge(epoch: 0, first: 70, last: 70) == .append)
        #expect(state.judge(epoch: 0, first: 71, last: 71) == .outOfOrder(expected: 70))
    }

    @Test func aNewEpochBeginsAtSequenceZeroAndFencesTheOldOne() {
        var state = ProducerState(epoch: 3)
        state.note(batch(0, 4, at: 0), epoch: 3)
        #expect(state.judge(epoch: 4, first: 5, last: 5) == .outOfOrder(expected: 0))
        #expect(state.judge(epoch: 4, first: 0, last: 0) == .append)
        #expect(state.judge(epoch: 2, first: 5, last: 5) == .staleEpoch(current: 3))
        state.note(batch(0, 0, at: 5), epoch: 4)
        #expect(state.judge(epoch: 3, first: 5, last: 5) == .staleEpoch(current: 4))
        #expect(state.judge(epoch: 4, first: 1, last: 1) == .append)
    }

    @Test func sequencesWrapToZeroAfterTheLargest() {
        #expect(ProducerState.following(.max) == 0)
        #expect(ProducerState.sequence(.max - 1, advancedBy: 3) == 1)
        var state = ProducerState(epoch: 0)
        state.note(
            ProducerState.Batch(firstSequence: .max - 1, lastSequence: 1, firstOffset: 0, lastOffset: 3, timestamp: 0), epoch: 0)
        #expect(state.judge(epoch: 0, first: 2, last: 2) == .append)
    }

    @Test func anImageIsTheSameBytesAgainAfterDecoding() throws {
        var buffer = PartitionImage().encoded()
        #expect(PartitionImage(decoding: buffer) == PartitionImage())
        buffer.writeInteger(UInt8(0))
        #expect(PartitionImage(decoding: buffer) == nil)
    }

    @Test func entriesDecodeToWhatWasEncodedAndUnknownKindsToNothing() {
        for entry in [PartitionEntry.advanceLogStart(77), .expireProducers(before: -1), .batch(ByteBuffer(bytes: [0, 1, 2]))] {
            #expect(PartitionEntry(decoding: entry.encoded) == entry)
        }
        #expect(PartitionEntry(decoding: ByteBuffer(bytes: [9, 1, 0, 0, 0, 0, 0, 0, 0, 0])) == nil)
        #expect(PartitionEntry(decoding: ByteBuffer()) == nil)
        #expect(PartitionEntry(decoding: ByteBuffer(bytes: [1, 2, 0, 0, 0, 0, 0, 0, 0, 0])) == nil)
    }
}
