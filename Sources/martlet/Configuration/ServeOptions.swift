import ClusterMetadata
import Environment
import Node

/// What `martlet serve` was told, checked and complete.
struct ServeOptions {
    var dataDirectory = "./martlet-data"
    var listen = HostPort(host: "127.0.0.1", port: 9092)
    var adminListen = HostPort(host: "127.0.0.1", port: 9095)
    /// Where clients are told to connect; nil: see ``advertisedAddress(hostName:)``.
    var advertised: HostPort?
    /// Event loops; nil: by the machine.
    var cores: Int?
    var logLevel = LogLevel.info
    var logFormat = LogFormat.text
    var node = NodeConfiguration()
    /// What is to be said at the start.
    var warnings: [String] = []

    init() {}

    /// Puts together what several places say.
    ///
    /// - Parameter layers: the weakest first: file, environment, flags.
    init(layers: [[Setting]]) throws(ConfigurationError) {
        var effective: [String: Setting] = [:]
        for layer in layers {
            var given: [String: Setting] = [:]
            for setting in layer {
                let key = OwnKey(kafka: setting.key)?.rawValue ?? setting.key
                if let other = given[key] { throw Self.twice(setting, other) }
                given[key] = setting
            }
            effective.merge(given) { $1 }
        }
        // In order of name, so that of several faults it is always the same that is told.
        for (key, setting) in effective.sorted(by: { $0.key < $1.key }) {
            if let own = OwnKey(rawValue: key) { try set(own, setting) } else { try set(setting) }
        }
    }

    private static func twice(_ setting: Setting, _ other: Setting) -> ConfigurationError {
        if setting.key == other.key {
            return ConfigurationError(setting, "\(setting.key) is given twice: as \(other.value) and as \(setting.value)")
        }
        return ConfigurationError(setting, "\(other.key) and \(setting.key) mean the same: give one of them")
    }

    private mutating func set(_ key: OwnKey, _ setting: Setting) throws(ConfigurationError) {
        let value = setting.value
        switch key {
        case .dataDir:
            guard !value.isEmpty else { throw ConfigurationError(setting, allowed: "the path of a directory") }
            guard setting.key != "log.dirs" || !value.contains(",") else {
                throw ConfigurationError(setting, allowed: "one directory: a node has one")
            }
            dataDirectory = value
        case .listen: listen = try ListenAddress.read(setting, portNeeded: true)
        case .adminListen: adminListen = try ListenAddress.read(setting, portNeeded: true)
        case .advertised: advertised = try ListenAddress.read(setting, portNeeded: false)
        case .cores:
            guard let count = Int(value), (1...256).contains(count) else { throw ConfigurationError(setting, allowed: "1 to 256") }
            cores = count
        case .logLevel:
            guard let level = LogLevel(name: value) else { throw ConfigurationError(setting, allowed: "debug, info, warning or error") }
            logLevel = level
        case .logFormat:
            guard let format = LogFormat(rawValue: value) else { throw ConfigurationError(setting, allowed: "text or json") }
            logFormat = format
        }
    }

    private mutating func set(_ setting: Setting) throws(ConfigurationError) {
        if try LimitKeys.set(setting, in: &node.limits), BrokerConfigs.definition(setting.key) == nil { return }
        guard BrokerConfigs.definition(setting.key) != nil else {
            throw ConfigurationError(setting, "\(setting.key) is no setting that Martlet knows\(Self.suggestion(for: setting.key))")
        }
        let value: String
        do throws(ConfigProblem) {
            value = try BrokerConfigs.normalized(setting.key, setting.value)
        } catch {
            throw ConfigurationError(setting, error.message)
        }
        node.settings[setting.key] = value
        switch setting.key {
        case "node.id", "broker.id":
            // The older name's -1 asks for a number by the cluster: ours is the default's.
            if let number = Int32(value), number >= 0 { node.id = NodeID(number) }
        case "broker.rack": node.rack = value.isEmpty ? nil : value
        default: break
        }
    }

    /// Keys that begin alike, for those who have mistyped one.
    private static func suggestion(for key: String) -> String {
        let known = BrokerConfigs.all.map(\.name) + LimitKeys.all.keys.sorted() + OwnKey.allCases.map(\.rawValue)
        let folded = key.lowercased().filter { $0.isLetter }
        let near = known.filter { candidate in
            let other = candidate.lowercased().filter { $0.isLetter }
            return other == folded || (folded.count >= 4 && (other.hasPrefix(folded) || folded.hasPrefix(other)))
        }
        return near.isEmpty ? "" : "; did you mean \(near.prefix(3).joined(separator: ", "))?"
    }
}

extension ServeOptions {
    /// Where clients are told to connect: as given; else the listener's own address; else, if it listens on all, the machine's name.
    ///
    /// - Returns: the address, and a warning if it was guessed.
    func advertisedAddress(hostName: @autoclosure () -> String) -> (address: HostPort, warning: String?) {
        if let advertised { return (HostPort(host: advertised.host, port: advertised.port == 0 ? listen.port : advertised.port), nil) }
        guard ["0.0.0.0", "::", "0:0:0:0:0:0:0:0"].contains(listen.host) else { return (listen, nil) }
        let address = HostPort(host: hostName(), port: listen.port)
        return (address, "clients will be told to connect to \(address): if they cannot reach this machine by that name, set --advertised")
    }
}
