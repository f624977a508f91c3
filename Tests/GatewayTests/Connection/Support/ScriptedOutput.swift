import Gateway
import KafkaProtocol
import NIOCore

/// A socket whose peer takes only what the test lets it.
final class ScriptedOutput: ConnectionOutput {
    weak var connection: Connection?
    /// What the peer has.
    private(set) var sent = ByteBuffer()
    private(set) var unsent = ByteBuffer()
    private(set) var unsentMax = 0
    private(set) var flushes = 0
    private(set) var writes = 0
    private(set) var isReading = true
    private(set) var readingChanges = 0
    private(set) var closes: [Bool] = []
    /// Bytes that the peer still takes; nil for all.
    var window: Int?
    private var flushed = 0
    private var isWritable = true
    private let highWatermark: Int

    init(highWatermark: Int) { self.highWatermark = highWatermark }

    func write(_ piece: WirePiece) {
        precondition(closes.isEmpty, "nothing is written after the end")
        writes += 1
        switch piece {
        case .bytes(let bytes): unsent.writeImmutableBuffer(bytes)
        case .file(let region): unsent.writeRepeatingByte(0xF1, count: region.count)
        }
        unsentMax = max(unsentMax, unsent.readableBytes)
        tellWritability()
    }

    func flush() {
        flushes += 1
        flushed = unsent.readableBytes
        drain()
    }

    func setReading(_ reading: Bool) {
        precondition(isReading != reading, "told only of changes")
        isReading = reading
        readingChanges += 1
    }

    func close(afterSending: Bool) { closes.append(afterSending) }

    /// Takes one whole answer, without its length, from what the peer has; nil if there is none.
    func takeFrame() -> ByteBuffer? {
        guard let length = sent.getInteger(at: sent.readerIndex, as: Int32.self), sent.readableBytes >= 4 + Int(length) else { return nil }
        sent.moveReaderIndex(forwardBy: 4)
        return sent.readSlice(length: Int(length))
    }

    /// Lets the peer take `bytes` more.
    func take(_ bytes: Int) {
        window = (window ?? 0) + bytes
        drain()
    }

    private func drain() {
        let count = min(flushed, window ?? flushed)
        guard count > 0, let slice = unsent.readSlice(length: count) else { return }
        sent.writeImmutableBuffer(slice)
        flushed -= count
        if let window { self.window = window - count }
        tellWritability()
    }

    private func tellWritability() {
        let level = unsent.readableBytes
        if isWritable, level > highWatermark {
            isWritable = false
            connection?.writabilityChanged(false)
        } else if !isWritable, level < max(1, highWatermark / 2) {
            isWritable = true
            connection?.writabilityChanged(true)
        }
    }
}
