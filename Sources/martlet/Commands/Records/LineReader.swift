import Environment
import Glibc
import Platform

/// Reads lines from a descriptor as they come: what one read brings is handed on at once, so that typing and `tail -f` work.
struct LineReader {
    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private static let readBytes = 256 << 10

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The lines that are complete now, without their ends; waits for one. Nil at the end.
    mutating func next() throws -> [[UInt8]]? {
        while !isAtEnd {
            var bytes = [UInt8](repeating: 0, count: Self.readBytes)
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw DiskError(.io(errno), operation: "read", path: "standard input")
            }
            isAtEnd = count == 0
            let lines = take(bytes[..<count])
            if !lines.isEmpty { return lines }
        }
        return nil
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            var line = rest + bytes[start..<end]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            rest.removeAll()
            lines.append(line)
            start = end + 1
        }
        rest += bytes[start...]
        // The last line need not have an end.
        if isAtEnd, !rest.isEmpty {
            lines.append(rest)
            rest.removeAll()
        }
        return lines
    }
}
