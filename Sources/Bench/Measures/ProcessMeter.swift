import Glibc

/// What a process of this machine has used, from `/proc`.
public struct ProcessMeter: Sendable {
    public struct Sample: Sendable {
        /// Processor time of all its threads, in user code.
        public var userSeconds: Double
        /// The same in the kernel.
        public var systemSeconds: Double
        /// Anonymous memory resident now, in bytes; the page cache and mapped files are not in it.
        public var anonymousBytes: Int64

        public var cpuSeconds: Double { userSeconds + systemSeconds }
    }

    public struct Unreadable: Error, CustomStringConvertible {
        public let path: String
        public var description: String { "cannot read \(path): is there a process with that number, on this machine?" }
    }

    public let pid: Int32

    public init(pid: Int32) { self.pid = pid }

    /// This process.
    public static var own: ProcessMeter { ProcessMeter(pid: getpid()) }

    public func sample() throws(Unreadable) -> Sample {
        let stat = try read("/proc/\(pid)/stat")
        // The second field is the program's name in parentheses, and may hold anything.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        // utime and stime are fields 14 and 15; the parenthesis ends field 2.
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
            throw Unreadable(path: "/proc/\(pid)/stat")
        }
        let status = try read("/proc/\(pid)/status")
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        guard let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({ Int64($0) }) else {
            throw Unreadable(path: "/proc/\(pid)/status")
        }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        return Sample(userSeconds: user / ticks, systemSeconds: system / ticks, anonymousBytes: kilobytes * 1024)
    }

    private func read(_ path: String) throws(Unreadable) -> String {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Unreadable(path: path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + length, $0.count - length) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            length += count
        }
        return String(decoding: bytes[..<length], as: UTF8.self)
    }
}
