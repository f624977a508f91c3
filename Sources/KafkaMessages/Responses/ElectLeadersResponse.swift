// Made by schema-compiler from Schemas/ElectLeaders.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Elects preferred or unclean leaders.
///
/// Response, v0 to v2, flexible from v2 on.
public struct ElectLeadersResponse: ResponseMessage {
    public static let apiKey = ApiKey.electLeaders
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// v1+.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var replicaElectionResults: [ReplicaElectionResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        if version >= 1 { self.errorCode = try reader.errorCode() }
        let replicaElectionResultsCount = try reader.arrayCount(
            flexible, wireBytes: 3, memoryBytes: MemoryLayout<ReplicaElectionResult>.stride)
        self.replicaElectionResults.reserveCapacity(replicaElectionResultsCount)
        for _ in 0..<replicaElectionResultsCount {
            self.replicaElectionResults.append(try ReplicaElectionResult(from: &reader, version: version))
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        if version >= 1 { writer.errorCode(self.errorCode) }
        writer.arrayCount(self.replicaElectionResults.count, flexible)
        for index in self.replicaElectionResults.indices { self.replicaElectionResults[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension ElectLeadersResponse {
    /// Within ``ElectLeadersResponse``.
    public struct ReplicaElectionResult: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitionResult: [PartitionResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.topic = try reader.string(flexible)
            let partitionResultCount = try reader.arrayCount(flexible, wireBytes: 8, memoryBytes: MemoryLayout<PartitionResult>.stride)
            self.partitionResult.reserveCapacity(partitionResultCount)
            for _ in 0..<partitionResultCount { self.partitionResult.append(try PartitionResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.topic, flexible)
            writer.arrayCount(self.partitionResult.count, flexible)
            for index in self.partitionResult.indices { self.partitionResult[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension ElectLeadersResponse {
    /// Within ``ElectLeadersResponse``.
    public struct PartitionResult: WireStruct {
        /// All versions.
        public var partitionId: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.partitionId = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32(self.partitionId)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            if flexible { writer.noTags() }
        }
    }
}
