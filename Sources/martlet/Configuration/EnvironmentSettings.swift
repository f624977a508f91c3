import ClusterMetadata

/// Settings from environment variables: `MARTLET_DATA_DIR` for `data-dir` and so on, and `MARTLET_SET_num_partitions` for any other key, with `_` for
/// its dots and dashes, in upper or lower case.
enum EnvironmentSettings {
    /// Names that mean something to other parts of the program or to its scripts.
    private static let others: Set<String> = [
        "MARTLET_CONFIG", "MARTLET_BOOTSTRAP", "MARTLET_BIN", "MARTLET_PORT", "MARTLET_RECORD", "MARTLET_SEEDS", "MARTLET_SHARED",
        "MARTLET_STRICT",
    ]
    private static let prefix = "MARTLET_SET_"

    /// - Returns: the settings in order of name, and the names of variables that look like ours and mean nothing.
    static func read(_ environment: [String: String]) throws(ConfigurationError) -> (settings: [Setting], unknown: [String]) {
        var settings: [Setting] = []
        var unknown: [String] = []
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("MARTLET_") {
            if let own = OwnKey.allCases.first(where: { $0.environmentName == name }) {
                settings.append(Setting(key: own.rawValue, value: value, source: .environment(name)))
            } else if name.hasPrefix(prefix) {
                guard let key = keys[String(name.dropFirst(prefix.count)).lowercased()] else {
                    throw ConfigurationError("environment variable \(name): no setting has that name")
                }
                settings.append(Setting(key: key, value: value, source: .environment(name)))
            } else if !others.contains(name) {
                unknown.append(name)
            }
        }
        return (settings, unknown)
    }

    private static let keys: [String: String] = {
        let all = BrokerConfigs.all.map(\.name) + LimitKeys.all.keys + OwnKey.allCases.map(\.rawValue)
        return Dictionary(all.map { ($0.lowercased().replacing(".", with: "_").replacing("-", with: "_"), $0) }) { first, _ in first }
    }()
}
