import KafkaMessages
import KafkaProtocol
import NIOCore
import SchemaModel
import Testing

@Suite struct HeaderTests {
    @Test func apiKeysAgreeWithTheSchemas() {
        var seen: Set<ApiKey> = []
        for (_, schema) in Repository.messages {
            guard let number = schema.apiKey, let api = schema.api else { continue }
            guard let key = ApiKey(rawValue: number) else {
                Issue.record("\(schema.name): no key \(number)")
                continue
            }
            seen.insert(key)
            #expect(key.description == api)
            #expect(key.firstFlexibleVersion == schema.firstFlexible ?? .max, "\(schema.name)")
        }
        #expect(seen.count == ApiKey.allCases.count)
    }

    @Test func theHeadersVersionFollowsFromApiAndVersion() throws {
        for (api, version, header) in [(ApiKey.produce, 8, 1), (.produce, 9, 2), (.saslHandshake, 1, 1), (.apiVersions, 127, 2)] {
            #expect(api.requestHeaderVersion(Int16(version)) == header)
            var writer = WireWriter()
            RequestHeader(apiKey: api, apiVersion: Int16(version), correlationId: 9, clientId: "me").write(
                to: &writer, version: Int16(header))
            writer.int8(42)
            let bytes = try #require(try writer.take().joined())
            try WireReader.open(bytes) { reader throws(ProtocolError) in
                let read = try RequestHeader.read(from: &reader)
                #expect(read.apiKey == api)
                #expect(read.requestApiVersion == version)
                #expect(read.correlationId == 9)
                #expect(read.clientId == "me")
                #expect(try reader.int8() == 42)
            }
        }
    }

    @Test func apiVersionsAlwaysAnswersWithTheOldHeader() {
        for version in 0...4 as ClosedRange<Int16> { #expect(ApiKey.apiVersions.responseHeaderVersion(version) == 0) }
        #expect(ApiKey.metadata.responseHeaderVersion(8) == 0)
        #expect(ApiKey.metadata.responseHeaderVersion(9) == 1)
    }

    @Test func anUnknownApiIsAnError() {
        let bytes = ByteBuffer(bytes: [0x03, 0xE8, 0, 0, 0, 0, 0, 1, 0xFF, 0xFF])
        #expect(throws: ProtocolError.unknownApiKey(1000)) {
            try WireReader.open(bytes) { reader throws(ProtocolError) in _ = try RequestHeader.read(from: &reader) }
        }
    }
}
