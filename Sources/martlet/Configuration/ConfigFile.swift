import Foundation
import Yams

/// The configuration file: YAML, with Kafka's names for Kafka's settings and Martlet's own beside them.
///
///     data-dir: /var/lib/martlet
///     listen: 0.0.0.0:9092
///     num.partitions: 6
///     limits:
///       journal.total-bytes-max: 2GiB
///
/// Nested keys are joined with dots, lists with commas.
enum ConfigFile {
    /// The file's settings, in its order.
    static func read(_ path: String) throws(ConfigurationError) -> [Setting] {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw ConfigurationError("\(path): cannot be read: \(error.localizedDescription)")
        }
        return try parse(text, path: path)
    }

    static func parse(_ text: String, path: String) throws(ConfigurationError) -> [Setting] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationError("\(path): this is no YAML: \(error)")
        }
        // An empty file sets nothing.
        guard let root, root.null == nil else { return [] }
        guard let mapping = root.mapping else { throw ConfigurationError("\(path): expected lines of KEY: VALUE") }
        var settings: [Setting] = []
        try flatten(mapping, under: "", path, into: &settings)
        var seen: Set<String> = []
        for setting in settings where !seen.insert(setting.key).inserted {
            throw ConfigurationError("\(path): \(setting.key) stands twice")
        }
        return settings
    }

    private static func flatten(
        _ mapping: Node.Mapping, under prefix: String, _ path: String, into settings: inout [Setting]
    ) throws(ConfigurationError) {
        for (keyNode, node) in mapping {
            guard let name = keyNode.scalar?.string else { throw ConfigurationError("\(path): a key that is no text") }
            let key = prefix + name
            if let nested = node.mapping {
                try flatten(nested, under: key + ".", path, into: &settings)
            } else if let sequence = node.sequence {
                var parts: [String] = []
                for element in sequence {
                    guard let part = element.scalar?.string else {
                        throw ConfigurationError("\(path): \(key): a list of plain values is expected")
                    }
                    parts.append(part)
                }
                settings.append(Setting(key: key, value: parts.joined(separator: ","), source: .file(path)))
            } else if let scalar = node.scalar, node.null == nil {
                settings.append(Setting(key: key, value: scalar.string, source: .file(path)))
            } else {
                throw ConfigurationError("\(path): \(key) has no value; leave the line out for the default")
            }
        }
    }
}
