// Made by schema-compiler from Schemas/AlterReplicaLogDirs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Moves replicas between a broker's log directories.
///
/// Request, v0 to v2, flexible from v2 on.
public struct AlterReplicaLogDirsRequest: RequestMessage {
    public typealias Response = AlterReplicaLogDirsResponse
    public static let apiKey = ApiKey.alterReplicaLogDirs
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var dirs: [AlterReplicaLogDir] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let dirsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<AlterReplicaLogDir>.stride)
        self.dirs.reserveCapacity(dirsCount)
        for _ in 0..<dirsCount { self.dirs.append(try AlterReplicaLogDir(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.dirs.count, flexible)
        for index in self.dirs.indices { self.dirs[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension AlterReplicaLogDirsRequest {
    /// Within ``AlterReplicaLogDirsRequest``.
    public struct AlterReplicaLogDir: WireStruct {
        /// All versions.
        public var path: String = ""
        /// All versions.
        public var topics: [AlterReplicaLogDirTopic] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.path = try reader.string(flexible)
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<AlterReplicaLogDirTopic>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try AlterReplicaLogDirTopic(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.path, flexible)
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AlterReplicaLogDirsRequest {
    /// Within ``AlterReplicaLogDirsRequest``.
    public struct AlterReplicaLogDirTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            self.partitions = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.int32s(self.partitions, flexible)
            if flexible { writer.noTags() }
        }
    }
}
