import NIOCore
import Testing

@testable import KafkaClient

struct SplitterTests {
    private static func framed(_ bodies: [[UInt8]]) -> [UInt8] {
        bodies.flatMap { body in withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body }
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64, 4096])
    func answersAreTheSameHoweverTheyAreRead(step: Int) throws {
        let bodies: [[UInt8]] = (4..<60).map { count in (0..<count * 7).map { UInt8(truncatingIfNeeded: $0 &* count) } }
        let bytes = Self.framed(bodies)
        var splitter = AnswerSplitter(answerBytesMax: 1 << 20)
        var found: [[UInt8]] = []
        for start in stride(from: 0, to: bytes.count, by: step) {
            splitter.append(ByteBuffer(bytes: bytes[start..<min(bytes.count, start + step)]))
            while let answer = try splitter.next() { found.append(Array(answer.readableBytesView)) }
        }
        #expect(found == bodies)
    }

    @Test(arguments: [-1, 0, 3, 101] as [Int32])
    func aLengthThatNoAnswerHasIsAnErrorBeforeAnythingIsAllocated(length: Int32) {
        var splitter = AnswerSplitter(answerBytesMax: 100)
        splitter.append(ByteBuffer(integer: length))
        #expect(throws: AnswerSplitter.InvalidLength.self) { _ = try splitter.next() }
    }
}
