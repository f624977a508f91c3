// Made by schema-compiler from Schemas/AlterReplicaLogDirs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Moves replicas between a broker's log directories.
///
/// Response, v0 to v2, flexible from v2 on.
public struct AlterReplicaLogDirsResponse: ResponseMessage {
    public static let apiKey = ApiKey.alterReplicaLogDirs
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [AlterReplicaLogDirTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<AlterReplicaLogDirTopicResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try AlterReplicaLogDirTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.results.count, flexible)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension AlterReplicaLogDirsResponse {
    /// Within ``AlterReplicaLogDirsResponse``.
    public struct AlterReplicaLogDirTopicResult: WireStruct {
        /// All versions.
        public var topicName: String = ""
        /// All versions.
        public var partitions: [AlterReplicaLogDirPartitionResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.topicName = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<AlterReplicaLogDirPartitionResult>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try AlterReplicaLogDirPartitionResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.topicName, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AlterReplicaLogDirsResponse {
    /// Within ``AlterReplicaLogDirsResponse``.
    public struct AlterReplicaLogDirPartitionResult: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
