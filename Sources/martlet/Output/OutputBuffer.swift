import Foundation
import NIOCore

/// Lines for standard output that are written together: a call of the system for each record would be most of the work.
struct OutputBuffer {
    private static let bytesMax = 256 << 10

    private var bytes = ByteBuffer()
    private let encoder: JSONEncoder

    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Bytes as they are, and the end of a line.
    mutating func line(_ text: ByteBufferView?) {
        if let text { bytes.writeBytes(text) }
        endLine()
    }

    mutating func json(_ value: some Encodable) throws {
        bytes.writeBytes(try encoder.encode(value))
        endLine()
    }

    mutating func flush() {
        guard bytes.readableBytes > 0 else { return }
        FileHandle.standardOutput.write(Data(bytes.readableBytesView))
        bytes.clear()
    }

    private mutating func endLine() {
        bytes.writeInteger(UInt8(ascii: "\n"))
        if bytes.readableBytes >= Self.bytesMax { flush() }
    }
}
