import Environment
import KafkaProtocol
import Testing

@Suite struct IdentifierTests {
    @Test func uuidsHaveKafkasTextForm() {
        // The ids of Kafka's metadata log and of nothing.
        #expect(KafkaUUID(high: 0, low: 1).description == "AAAAAAAAAAAAAAAAAAAAAQ")
        #expect(KafkaUUID.zero.description == "AAAAAAAAAAAAAAAAAAAAAA")
        #expect(KafkaUUID(high: .max, low: .max).description == "_____________________w")
        #expect(KafkaUUID(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0E0F).description == "AAECAwQFBgcICQoLDA0ODw")
    }

    @Test func aUUIDsTextIsReadAgain() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<1000 {
            let id = KafkaUUID(high: random.next(), low: random.next())
            #expect(KafkaUUID(id.description) == id)
            #expect(KafkaUUID(id.description + "==") == id)
        }
    }

    @Test func otherTextIsNoUUID() {
        for text in [
            "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAA+AAAAAAAAAAA", "ä",
            "AAAAAAAAAAAAAAAAAAAAA=",
        ] {
            #expect(KafkaUUID(text) == nil, "\(text)")
        }
    }

    @Test func aRandomUUIDMayNameATopic() {
        var random = SeededRandom(seed: 2)
        for _ in 0..<2000 {
            let id = KafkaUUID.random(using: &random)
            #expect(!id.isReserved)
            #expect(!id.description.hasPrefix("-"))
            #expect(id.high >> 12 & 0xF == 4)
            #expect(id.low >> 62 == 2)
        }
    }

    @Test func errorCodesAreNamed() {
        #expect(ErrorCode.known.count == 135)
        #expect(ErrorCode.known.first == .unknownServerError)
        #expect(ErrorCode.known.allSatisfy { !$0.message.isEmpty && !$0.name.hasPrefix("ERROR_") })
        #expect(Set(ErrorCode.known.map(\.name)).count == 135)
        #expect(ErrorCode.notCoordinator.name == "NOT_COORDINATOR")
        #expect(ErrorCode.notCoordinator.retriable)
        #expect(!ErrorCode.topicAlreadyExists.retriable)
        #expect(ErrorCode(rawValue: 999).name == "ERROR_999")
        #expect(ErrorCode(rawValue: .min).name == "ERROR_-32768")
        #expect(!ErrorCode(rawValue: .max).retriable)
    }
}
