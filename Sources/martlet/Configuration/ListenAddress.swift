/// Addresses as settings carry them: `HOST:PORT`, or Kafka's `PLAINTEXT://HOST:PORT`.
enum ListenAddress {
    /// - Parameter portNeeded: if not, a host alone will do; its port is then 0.
    static func read(_ setting: Setting, portNeeded: Bool) throws(ConfigurationError) -> HostPort {
        let example = portNeeded ? "HOST:PORT, for instance 0.0.0.0:9092" : "HOST or HOST:PORT, for instance broker.example.com:9092"
        var text = setting.value[...]
        if text.contains(",") { throw ConfigurationError(setting, allowed: "one address; \(example)") }
        var isURL = false
        if let separator = text.firstRange(of: "://") {
            guard text[..<separator.lowerBound].uppercased() == "PLAINTEXT" else {
                throw ConfigurationError(setting, allowed: "a listener named PLAINTEXT: there are no others yet; \(example)")
            }
            text = text[separator.upperBound...]
            isURL = true
        }
        // Kafka's empty host stands for all addresses.
        if isURL, text.hasPrefix(":") { text = "0.0.0.0" + text }
        if let address = HostPort(text), address.port > 0 { return address }
        // More than one colon without brackets is an IPv6 address.
        if !portNeeded, !text.isEmpty, !text.contains(":") || text.count(where: { $0 == ":" }) > 1, !text.contains("[") {
            return HostPort(host: String(text), port: 0)
        }
        throw ConfigurationError(setting, allowed: example)
    }
}
