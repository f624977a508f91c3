import Foundation
import KafkaMessages
import KafkaProtocol
import NIOCore
import SchemaModel
import Testing

/// Vectors: values and bytes that Kafka's own classes agree on.
@Suite struct VectorTests {
    @Test func everySmallVectorDecodesToItsValueAndEncodesToItsBytes() throws {
        let vectors = try Repository.vectors(in: Repository.smallVectors)
        #expect(vectors.count >= 200)
        for vector in vectors { try check(vector) }
    }

    @Test(.enabled(if: Repository.allVectors != nil))
    func everyVectorDecodesToItsValueAndEncodesToItsBytes() throws {
        let directory = try #require(Repository.allVectors)
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil).sorted { $0.path < $1.path }
        var versions: Set<String> = []
        for file in files where file.pathExtension == "jsonl" {
            for vector in try Repository.vectors(in: file) {
                try check(vector)
                versions.insert("\(vector.message) \(vector.version)")
            }
        }
        for (codec, _) in Repository.messages {
            for version in codec.versions {
                #expect(versions.contains("\(codec.name) \(version)"), "no vector for \(codec.name) v\(version)")
            }
        }
    }

    private func check(_ vector: Vector) throws {
        let name = "\(vector.message) v\(vector.version)"
        let schema = try #require(Repository.schemas[vector.message], "no schema for \(vector.message)")
        let codec = try #require(MessageTable.all.first { $0.name == vector.message }, "no message \(vector.message)")
        let interpreter = SchemaInterpreter(schema, version: vector.version)
        let value = completed(vector.value, fields: schema.fields, interpreter)
        #expect(try interpreter.decode(vector.bytes) == value, "\(name)")

        let bytes = ByteBuffer(bytes: vector.bytes)
        let message = try codec.decode(bytes, version: vector.version)
        let difference = MirrorComparison(interpreter: interpreter).difference(message, value)
        #expect(difference == nil, "\(name)")
        let output = try codec.decodeAndEncode(bytes, version: vector.version)
        #expect(output.count == vector.bytes.count, "\(name)")
        #expect(output.joined() == bytes, "\(name)")
    }

    /// Vectors leave out tagged fields that have their defaults.
    private func completed(_ value: WireValue, fields: [Field], _ interpreter: SchemaInterpreter) -> WireValue {
        guard var values = value.object else { return value }
        for field in interpreter.present(fields) {
            guard let member = values[field.name] else {
                if field.tag != nil { values[field.name] = interpreter.defaultValue(field) }
                continue
            }
            guard let name = field.type.structureName else { continue }
            let inner = interpreter.message.fields(of: name)
            if case .array(let elements) = member {
                values[field.name] = .array(elements.map { completed($0, fields: inner, interpreter) })
            } else {
                values[field.name] = completed(member, fields: inner, interpreter)
            }
        }
        return .object(values)
    }
}
