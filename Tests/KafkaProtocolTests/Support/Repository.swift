import Foundation
import KafkaMessages
import KafkaProtocol
import SchemaModel

/// The files that the tests read: schemas and vectors.
enum Repository {
    struct Missing: Error {
        var path: String
    }

    /// The package's directory.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// All messages by name, read from the schema files.
    static let schemas: [String: MessageSchema] = {
        var schemas: [String: MessageSchema] = [:]
        let directory = root.appendingPathComponent("Schemas")
        for file in (try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)) ?? [] {
            guard let text = try? String(contentsOf: file, encoding: .utf8), let messages = try? SchemaParser.parse(text) else { continue }
            for message in messages { schemas[message.name] = message }
        }
        return schemas
    }()

    /// Every message with its schema, in the order of their names.
    static let messages: [(codec: MessageCodec, schema: MessageSchema)] = MessageTable.all.compactMap { codec in
        schemas[codec.name].map { (codec, $0) }
    }

    static let smallVectors = root.appendingPathComponent("Tests/KafkaProtocolTests/Vectors/small.jsonl")

    /// The full set of vectors, where it is at hand: `MARTLET_SHARED`, or a directory `shared` beside the package.
    static let allVectors: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["MARTLET_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        let vectors = shared.appendingPathComponent("kafka-protocol/vectors")
        return FileManager.default.fileExists(atPath: vectors.path) ? vectors : nil
    }()

    /// The vectors in one file, one a line.
    static func vectors(in file: URL) throws -> [Vector] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { throw Missing(path: file.path) }
        return try text.split(separator: "\n").map { try Vector(line: $0) }
    }
}

/// A message's value and its bytes, made by others.
struct Vector {
    struct Malformed: Error {
        var line: String
    }

    var message: String
    var version: Int16
    var value: WireValue
    var bytes: [UInt8]

    init(line: Substring) throws {
        guard let fields = try JSONText.parse(line).object, case .text(let message) = fields["message"], let value = fields["value"],
            case .int(let version) = fields["version"], case .text(let hex) = fields["hex"], let bytes = Hex.bytes(hex)
        else { throw Malformed(line: String(line)) }
        self.message = message
        self.version = Int16(version)
        self.value = value
        self.bytes = bytes
    }
}
