import Environment
import KafkaProtocol
import NIOCore
import SchemaModel
import Testing

/// Messages made at random from the schemas, every message and version.
@Suite struct RandomMessageTests {
    /// Change it to try others; a failure names message, version and seed.
    static let firstSeed: UInt64 = 20_261_122
    static let perVersion: UInt64 = 6

    @Test func everyMessageIsInTheTable() {
        #expect(Repository.messages.count == Repository.schemas.count)
        #expect(Repository.messages.count >= 142)
        for (codec, schema) in Repository.messages {
            #expect(codec.versions == schema.versions, "\(codec.name)")
            #expect(codec.firstFlexibleVersion == schema.firstFlexible ?? .max, "\(codec.name)")
        }
    }

    @Test func aRandomMessageDecodesToItsValueAndEncodesToItsBytes() throws {
        for (codec, schema) in Repository.messages {
            for version in codec.versions {
                for seed in Self.firstSeed..<Self.firstSeed + Self.perVersion {
                    let name: Comment = "\(codec.name) v\(version), seed \(seed)"
                    var values = RandomValues(schema, version: version, seed: seed)
                    let value = values.next()
                    let bytes = ByteBuffer(bytes: try values.interpreter.encode(value))
                    let message = try codec.decode(bytes, version: version)
                    #expect(MirrorComparison(interpreter: values.interpreter).difference(message, value) == nil, name)
                    let output = try message.encode(version: version)
                    #expect(output.count == bytes.readableBytes, name)
                    #expect(output.joined() == bytes, name)
                }
            }
        }
    }

    @Test func aFieldOutsideItsVersionIsNeverWritten() throws {
        // A message with all fields of its highest version set is written in each other version, and read there by the interpreter.
        for (codec, schema) in Repository.messages {
            var values = RandomValues(schema, version: schema.versions.upperBound, seed: Self.firstSeed)
            let bytes = ByteBuffer(bytes: try values.interpreter.encode(values.next()))
            let message = try codec.decode(bytes, version: schema.versions.upperBound)
            for version in codec.versions {
                let output = try message.encode(version: version)
                let interpreter = SchemaInterpreter(schema, version: version)
                let written = Array(try #require(output.joined()).readableBytesView)
                let value = try interpreter.decode(written)
                #expect(try interpreter.encode(value) == written, "\(codec.name) v\(version)")
            }
        }
    }

    @Test func unknownTaggedFieldsAreSkipped() throws {
        for (codec, schema) in Repository.messages where schema.firstFlexible != nil && schema.kind != .header {
            let version = codec.versions.upperBound
            var values = RandomValues(schema, version: version, seed: 1)
            let plain = try values.interpreter.encode(clearingTags(values.next(), schema.fields, values.interpreter))
            // The outermost struct ends the message with its (empty) tagged section.
            #expect(plain.last == 0)
            let extended = ByteBuffer(bytes: plain.dropLast() + [1, 0x85, 0x4E, 3, 7, 7, 7])
            #expect(try codec.decodeAndEncode(extended, version: version).joined() == ByteBuffer(bytes: plain), "\(codec.name) v\(version)")
        }
    }

    private func clearingTags(_ value: WireValue, _ fields: [Field], _ interpreter: SchemaInterpreter) -> WireValue {
        guard var values = value.object else { return value }
        for field in fields where field.tag != nil && values[field.name] != nil { values[field.name] = interpreter.defaultValue(field) }
        return .object(values)
    }
}
