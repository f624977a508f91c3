import ArgumentParser

/// An address as users write it: `HOST:PORT`, `[IPv6]:PORT`.
struct HostPort: Hashable, Sendable, CustomStringConvertible {
    var host: String
    var port: UInt16

    init(_ text: String, flag: String) throws {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            throw ValidationError("\(flag) \(text): expected HOST:PORT, for instance 127.0.0.1:9092")
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { throw ValidationError("\(flag) \(text): the host is missing; 0.0.0.0 listens on all addresses") }
        self.host = String(host)
        self.port = port
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
