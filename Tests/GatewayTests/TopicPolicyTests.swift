import ClusterMetadata
import KafkaRecords
import Testing

@testable import Gateway

@Suite struct TopicPolicyTests {
    private func policy(_ configs: [String: String]) -> TopicRecordPolicy { TopicRecordPolicy(TopicSettings { configs[$0] }) }

    @Test func aLevelCountsForItsOwnCodecOnly() {
        #expect(policy(["compression.type": "gzip", "compression.gzip.level": "6"]).compression == .codec(.gzip, level: 6))
        #expect(policy(["compression.type": "gzip", "compression.gzip.level": "-1"]).compression == .codec(.gzip))
        #expect(policy(["compression.type": "zstd", "compression.zstd.level": "-5"]).compression == .codec(.zstd, level: -5))
        #expect(policy(["compression.type": "lz4", "compression.zstd.level": "19"]).compression == .codec(.lz4))
        #expect(policy(["compression.gzip.level": "9"]).compression == .producer)
    }
}
