/// Where a setting was read.
enum SettingSource: Hashable, CustomStringConvertible {
    case file(String)
    case environment(String)
    case flag(String)

    var description: String {
        switch self {
        case .file(let path): path
        case .environment(let name): "environment variable \(name)"
        case .flag(let name): name
        }
    }
}

/// A key with its value, both as they were written, and where.
struct Setting: Hashable {
    var key: String
    var value: String
    var source: SettingSource
}

/// A setting that cannot be. Says where it stands, what it is, and what is allowed.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }

    init(_ setting: Setting, allowed: String) {
        description = "\(setting.source): \(setting.key)=\(setting.value) is not valid: allowed is \(allowed)"
    }

    init(_ setting: Setting, _ why: String) { description = "\(setting.source): \(why)" }
}
