// Made by schema-compiler from Schemas/DescribeLogDirs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the sizes of the replicas in a broker's log directories.
///
/// Response, v0 to v5, flexible from v2 on.
public struct DescribeLogDirsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeLogDirs
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// v3+.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var results: [DescribeLogDirsResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        if version >= 3 { self.errorCode = try reader.errorCode() }
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<DescribeLogDirsResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try DescribeLogDirsResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        if version >= 3 { writer.errorCode(self.errorCode) }
        writer.arrayCount(self.results.count, flexible)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DescribeLogDirsResponse {
    /// Within ``DescribeLogDirsResponse``.
    public struct DescribeLogDirsResult: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var logDir: String = ""
        /// All versions.
        public var topics: [DescribeLogDirsTopic] = []
        /// v4+.
        public var totalBytes: Int64 = -1
        /// v4+.
        public var usableBytes: Int64 = -1
        /// v5+.
        public var isCordoned: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.errorCode = try reader.errorCode()
            self.logDir = try reader.string(flexible)
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<DescribeLogDirsTopic>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try DescribeLogDirsTopic(from: &reader, version: version)) }
            if version >= 4 { self.totalBytes = try reader.int64() }
            if version >= 4 { self.usableBytes = try reader.int64() }
            if version >= 5 { self.isCordoned = try reader.bool() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.errorCode(self.errorCode)
            writer.string(self.logDir, flexible)
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            if version >= 4 { writer.int64(self.totalBytes) }
            if version >= 4 { writer.int64(self.usableBytes) }
            if version >= 5 { writer.bool(self.isCordoned) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeLogDirsResponse {
    /// Within ``DescribeLogDirsResponse``.
    public struct DescribeLogDirsTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [DescribeLogDirsPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 21, memoryBytes: MemoryLayout<DescribeLogDirsPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try DescribeLogDirsPartition(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeLogDirsResponse {
    /// Within ``DescribeLogDirsResponse``.
    public struct DescribeLogDirsPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var partitionSize: Int64 = 0
        /// All versions.
        public var offsetLag: Int64 = 0
        /// All versions.
        public var isFutureKey: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.partitionIndex = try reader.int32()
            self.partitionSize = try reader.int64()
            self.offsetLag = try reader.int64()
            self.isFutureKey = try reader.bool()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32(self.partitionIndex)
            writer.int64(self.partitionSize)
            writer.int64(self.offsetLag)
            writer.bool(self.isFutureKey)
            if flexible { writer.noTags() }
        }
    }
}
