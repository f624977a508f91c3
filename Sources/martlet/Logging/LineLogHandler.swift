import Glibc
import Logging

/// Writes each message as one line to standard error, in one call, so that lines of several threads do not mix.
struct LineLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    let format: LogFormat

    init(level: Logger.Level, format: LogFormat) {
        logLevel = level
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let line = Self.line(
            format, time: LogTime.text(seconds: Int(time.tv_sec), milliseconds: Int(time.tv_nsec) / 1_000_000), level: "\(event.level)",
            message: "\(event.message)", metadata: all.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 })
        var text = line + "\n"
        text.withUTF8 { bytes in
            // Nowhere is left to tell that the log cannot be written.
            _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }

    /// The line without its end.
    static func line(_ format: LogFormat, time: String, level: String, message: String, metadata: [(String, String)]) -> String {
        switch format {
        case .text:
            let extra = metadata.map { " \($0.0)=\($0.1)" }.joined()
            // A message of several lines stays one line, so that what reads the log is not led astray by what a client sent.
            return "\(time) \(level) \(message)\(extra)".replacing("\n", with: "\\n")
        case .json:
            let fields = [("time", time), ("level", level), ("message", message)] + metadata
            return "{" + fields.map { "\(quoted($0.0)):\(quoted($0.1))" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
