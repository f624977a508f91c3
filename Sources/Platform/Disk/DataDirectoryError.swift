public import Environment

/// Why a data directory cannot be used.
public enum DataDirectoryError: Error, Sendable, CustomStringConvertible {
    /// Another process has it open.
    case locked(directory: String)
    /// It cannot be made, opened or locked.
    case unusable(directory: String, DiskError)

    public var description: String {
        switch self {
        case .locked(let directory):
            "the data directory \(directory) is in use by another process: give this node a directory of its own, or stop that process"
        case .unusable(let directory, let error): "the data directory \(directory) cannot be used: \(error)"
        }
    }
}
