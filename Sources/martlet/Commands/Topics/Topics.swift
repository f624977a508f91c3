import ArgumentParser

struct Topics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make, list, describe, change and delete topics.",
        discussion: """
            EXAMPLES
              martlet topics create orders --partitions 6 --config retention.ms=86400000
              martlet topics list
              martlet topics describe orders --output json
              martlet topics alter orders --partitions 12
              martlet topics delete orders
            """,
        subcommands: [CreateTopics.self, ListTopics.self, DescribeTopics.self, AlterTopic.self, DeleteTopics.self])
}
