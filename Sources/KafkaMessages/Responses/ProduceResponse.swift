// Made by schema-compiler from Schemas/Produce.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Appends record batches to partitions.
///
/// Response, v0 to v13, flexible from v9 on.
public struct ProduceResponse: ResponseMessage {
    public static let apiKey = ApiKey.produce
    public static let versions: ClosedRange<Int16> = 0...13
    public static let firstFlexibleVersion: Int16 = 9

    /// All versions.
    public var responses: [TopicProduceResponse] = []
    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// v10+, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 9
        let responsesCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<TopicProduceResponse>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try TopicProduceResponse(from: &reader, version: version)) }
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        if flexible {
            var tags = try reader.tagCount()
            while tags > 0 {
                let tag = try reader.openTag()
                switch tag.number {
                case 0 where version >= 10:
                    let nodeEndpointsCount = try reader.arrayCount(flexible, wireBytes: 11, memoryBytes: MemoryLayout<NodeEndpoint>.stride)
                    self.nodeEndpoints = []
                    self.nodeEndpoints.reserveCapacity(nodeEndpointsCount)
                    for _ in 0..<nodeEndpointsCount { self.nodeEndpoints.append(try NodeEndpoint(from: &reader, version: version)) }
                default: reader.skipTag()
                }
                try reader.closeTag(tag)
                tags -= 1
            }
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 9
        writer.arrayCount(self.responses.count, flexible)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        if flexible {
            var tags: UInt32 = 0
            let hasNodeEndpoints = version >= 10 && !self.nodeEndpoints.isEmpty
            if hasNodeEndpoints { tags += 1 }
            writer.tagCount(tags)
            if hasNodeEndpoints {
                let mark = writer.beginTag(0)
                writer.arrayCount(self.nodeEndpoints.count, flexible)
                for index in self.nodeEndpoints.indices { self.nodeEndpoints[index].write(to: &writer, version: version) }
                writer.endTag(mark)
            }
        }
    }
}

extension ProduceResponse {
    /// Within ``ProduceResponse``.
    public struct TopicProduceResponse: WireStruct {
        /// v0-12.
        public var name: String = ""
        /// v13+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitionResponses: [PartitionProduceResponse] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version <= 12 { self.name = try reader.string(flexible) }
            if version >= 13 { self.topicId = try reader.uuid() }
            let partitionResponsesCount = try reader.arrayCount(
                flexible, wireBytes: 14, memoryBytes: MemoryLayout<PartitionProduceResponse>.stride)
            self.partitionResponses.reserveCapacity(partitionResponsesCount)
            for _ in 0..<partitionResponsesCount {
                self.partitionResponses.append(try PartitionProduceResponse(from: &reader, version: version))
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version <= 12 { writer.string(self.name, flexible) }
            if version >= 13 { writer.uuid(self.topicId) }
            writer.arrayCount(self.partitionResponses.count, flexible)
            for index in self.partitionResponses.indices { self.partitionResponses[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension ProduceResponse {
    /// Within ``ProduceResponse``.
    public struct PartitionProduceResponse: WireStruct {
        /// All versions.
        public var index: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var baseOffset: Int64 = 0
        /// v2+.
        public var logAppendTimeMs: Int64 = -1
        /// v5+.
        public var logStartOffset: Int64 = -1
        /// v8+.
        public var recordErrors: [BatchIndexAndErrorMessage] = []
        /// v8+, may be null.
        public var errorMessage: String?
        /// v10+, tag 0.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            self.index = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.baseOffset = try reader.int64()
            if version >= 2 { self.logAppendTimeMs = try reader.int64() }
            if version >= 5 { self.logStartOffset = try reader.int64() }
            if version >= 8 {
                let recordErrorsCount = try reader.arrayCount(
                    flexible, wireBytes: 6, memoryBytes: MemoryLayout<BatchIndexAndErrorMessage>.stride)
                self.recordErrors.reserveCapacity(recordErrorsCount)
                for _ in 0..<recordErrorsCount { self.recordErrors.append(try BatchIndexAndErrorMessage(from: &reader, version: version)) }
            }
            if version >= 8 { self.errorMessage = try reader.nullableString(flexible) }
            if flexible {
                var tags = try reader.tagCount()
                while tags > 0 {
                    let tag = try reader.openTag()
                    switch tag.number {
                    case 0 where version >= 10:
                        self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    default: reader.skipTag()
                    }
                    try reader.closeTag(tag)
                    tags -= 1
                }
            }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            writer.int32(self.index)
            writer.errorCode(self.errorCode)
            writer.int64(self.baseOffset)
            if version >= 2 { writer.int64(self.logAppendTimeMs) }
            if version >= 5 { writer.int64(self.logStartOffset) }
            if version >= 8 {
                writer.arrayCount(self.recordErrors.count, flexible)
                for index in self.recordErrors.indices { self.recordErrors[index].write(to: &writer, version: version) }
            }
            if version >= 8 { writer.nullableString(self.errorMessage, flexible) }
            if flexible {
                var tags: UInt32 = 0
                let hasCurrentLeader = version >= 10 && !self.currentLeader.isDefault
                if hasCurrentLeader { tags += 1 }
                writer.tagCount(tags)
                if hasCurrentLeader {
                    let mark = writer.beginTag(0)
                    self.currentLeader.write(to: &writer, version: version)
                    writer.endTag(mark)
                }
            }
        }
    }
}

extension ProduceResponse {
    /// Within ``ProduceResponse``.
    public struct BatchIndexAndErrorMessage: WireStruct {
        /// v8+.
        public var batchIndex: Int32 = 0
        /// v8+, may be null.
        public var batchIndexErrorMessage: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version >= 8 { self.batchIndex = try reader.int32() }
            if version >= 8 { self.batchIndexErrorMessage = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version >= 8 { writer.int32(self.batchIndex) }
            if version >= 8 { writer.nullableString(self.batchIndexErrorMessage, flexible) }
            if flexible { writer.noTags() }
        }
    }
}

extension ProduceResponse {
    /// Within ``ProduceResponse``.
    public struct LeaderIdAndEpoch: WireStruct {
        /// v10+.
        public var leaderId: Int32 = -1
        /// v10+.
        public var leaderEpoch: Int32 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version >= 10 { self.leaderId = try reader.int32() }
            if version >= 10 { self.leaderEpoch = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version >= 10 { writer.int32(self.leaderId) }
            if version >= 10 { writer.int32(self.leaderEpoch) }
            if flexible { writer.noTags() }
        }

        /// Whether all fields are at their defaults.
        var isDefault: Bool {
            self.leaderId == -1 && self.leaderEpoch == -1
        }
    }
}

extension ProduceResponse {
    /// Within ``ProduceResponse``.
    public struct NodeEndpoint: WireStruct {
        /// v10+.
        public var nodeId: Int32 = 0
        /// v10+.
        public var host: String = ""
        /// v10+.
        public var port: Int32 = 0
        /// v10+, may be null.
        public var rack: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version >= 10 { self.nodeId = try reader.int32() }
            if version >= 10 { self.host = try reader.string(flexible) }
            if version >= 10 { self.port = try reader.int32() }
            if version >= 10 { self.rack = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version >= 10 { writer.int32(self.nodeId) }
            if version >= 10 { writer.string(self.host, flexible) }
            if version >= 10 { writer.int32(self.port) }
            if version >= 10 { writer.nullableString(self.rack, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
