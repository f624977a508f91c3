/// Martlet's own settings, by their names in the file; as flags they have two dashes before them, as environment variables they are upper case with
/// `MARTLET_` before them.
enum OwnKey: String, CaseIterable {
    case dataDir = "data-dir"
    case listen
    case adminListen = "admin-listen"
    case advertised
    case cores
    case logLevel = "log-level"
    case logFormat = "log-format"

    var environmentName: String { "MARTLET_" + rawValue.uppercased().replacing("-", with: "_") }

    /// The key that a name of Kafka's stands for, if it is one of those that say the same.
    init?(kafka name: String) {
        switch name {
        case "log.dir", "log.dirs": self = .dataDir
        case "listeners": self = .listen
        case "advertised.listeners": self = .advertised
        default: return nil
        }
    }
}
