import Environment
import Logging

/// How log lines look.
enum LogFormat: String, CaseIterable {
    /// Time, level, message.
    case text
    /// One JSON object a line: `time`, `level`, `message`.
    case json
}

extension LogLevel {
    init?(name: String) {
        switch name.lowercased() {
        case "debug": self = .debug
        case "info": self = .info
        case "warning", "warn": self = .warning
        case "error": self = .error
        default: return nil
        }
    }

    var loggerLevel: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }
}
