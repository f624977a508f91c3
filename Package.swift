// swift-tools-version: 6.2
import PackageDescription

// MARTLET_STRICT=1 (set by scripts/check and CI) turns every warning of ours into an error.
let strict = Context.environment["MARTLET_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let bytes: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

// Lowest first: a target may depend only on targets above it (ARCHITECTURE.md, "Rooms").
let package = Package(
    name: "martlet",
    products: [.executable(name: "martlet", targets: ["martlet"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C
        .target(name: "CChecksums", cSettings: [.unsafeFlags(["-O2"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSnappy", providers: [.apt(["libsnappy-dev"])]),
        .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Seam and protocol
        .target(name: "Environment", dependencies: [bytes], swiftSettings: settings),
        .target(name: "KafkaProtocol", dependencies: [bytes], swiftSettings: settings),
        .target(name: "KafkaMessages", dependencies: ["KafkaProtocol", bytes], swiftSettings: settings),
        .target(
            name: "KafkaRecords",
            dependencies: ["KafkaProtocol", "CChecksums", "CZlib", "CSnappy", "CLZ4", "CZstd", bytes],
            swiftSettings: settings),

        // Replication
        .target(name: "Raft", dependencies: ["Environment", bytes], swiftSettings: settings),
        .target(name: "Journal", dependencies: ["Environment", "Raft", "CChecksums", bytes], swiftSettings: settings),
        .target(
            name: "RecordLog", dependencies: ["Environment", "KafkaRecords", "CChecksums", bytes],
            swiftSettings: settings),
        .target(
            name: "Replication",
            dependencies: [
                "Environment", "Raft", "Journal", bytes, .product(name: "DequeModule", package: "swift-collections"),
            ], swiftSettings: settings),
        .target(
            name: "ClusterMetadata",
            dependencies: [
                "Environment", "KafkaProtocol", "Raft", "Replication", "CChecksums", bytes,
                .product(name: "HashTreeCollections", package: "swift-collections"),
                .product(name: "DequeModule", package: "swift-collections"),
            ],
            swiftSettings: settings),
        .target(
            name: "Storage",
            dependencies: [
                "Environment", "KafkaProtocol", "KafkaRecords", "RecordLog", "Raft", "Replication", bytes,
                .product(name: "DequeModule", package: "swift-collections"),
            ],
            swiftSettings: settings),

        // Doors
        .target(
            name: "Gateway",
            dependencies: [
                "Environment", "KafkaProtocol", "KafkaMessages", "KafkaRecords", "Raft", "Replication", "ClusterMetadata",
                "Storage", logging, bytes,
            ],
            swiftSettings: settings),
        .target(
            name: "Platform",
            dependencies: [
                "Environment", "KafkaProtocol", "Storage", "Gateway", "CChecksums", logging, bytes,
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .target(
            name: "Node",
            dependencies: [
                "Environment", "KafkaProtocol", "Raft", "Journal", "RecordLog", "Replication", "ClusterMetadata", "Storage", "Gateway",
                bytes,
            ],
            swiftSettings: settings),
        .target(
            name: "Simulator",
            dependencies: [
                "Environment", "Raft", "Journal", "RecordLog", "Replication", "ClusterMetadata", "Storage", "Gateway",
                "Node", "KafkaProtocol", "KafkaMessages", "KafkaRecords", bytes,
            ],
            swiftSettings: settings),
        .target(
            name: "KafkaClient",
            dependencies: [
                "KafkaProtocol", "KafkaMessages", "KafkaRecords", bytes,
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .target(
            name: "Bench",
            dependencies: [
                "KafkaClient", "KafkaProtocol", "KafkaMessages", "KafkaRecords", bytes,
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "martlet",
            dependencies: [
                "Environment", "ClusterMetadata", "Gateway", "Node", "Platform", "Simulator", "KafkaClient", "KafkaProtocol",
                "KafkaMessages", "KafkaRecords", "Bench", "Journal", "Raft", "RecordLog", logging, bytes,
                .product(name: "Yams", package: "Yams"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Tools
        .target(name: "SchemaModel", swiftSettings: settings),
        .executableTarget(
            name: "schema-compiler", dependencies: ["SchemaModel"], path: "Sources/SchemaCompiler", swiftSettings: settings),

        .executableTarget(
            name: "wire-benchmark", dependencies: ["KafkaProtocol", "KafkaMessages", bytes], path: "Sources/WireBenchmark",
            swiftSettings: settings),

        // Tests
        .testTarget(name: "EnvironmentTests", dependencies: ["Environment"], swiftSettings: settings),
        .testTarget(
            name: "KafkaProtocolTests",
            dependencies: ["Environment", "KafkaProtocol", "KafkaMessages", "SchemaModel", bytes], exclude: ["Vectors"],
            swiftSettings: settings),
        .testTarget(
            name: "KafkaRecordsTests", dependencies: ["KafkaRecords", "CChecksums", bytes], swiftSettings: settings),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Environment", bytes], swiftSettings: settings),
        .testTarget(
            name: "RaftTests", dependencies: ["Raft", "Environment", bytes], exclude: ["Transcripts"], swiftSettings: settings),
        .testTarget(
            name: "JournalTests", dependencies: ["Journal", "Raft", "Simulator", bytes], swiftSettings: settings),
        .testTarget(
            name: "RecordLogTests", dependencies: ["RecordLog", "KafkaRecords", "Platform", "Simulator", bytes],
            swiftSettings: settings),
        .testTarget(
            name: "ClusterMetadataTests", dependencies: ["ClusterMetadata", "Environment", "KafkaProtocol", bytes],
            swiftSettings: settings),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Environment", "Gateway", "KafkaMessages", "KafkaProtocol", "KafkaRecords", "ClusterMetadata", "Replication", "Storage",
                "Simulator", bytes,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "KafkaClientTests",
            dependencies: [
                "KafkaClient", "KafkaMessages", "KafkaProtocol", bytes, .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(name: "BenchTests", dependencies: ["Bench", "KafkaRecords", bytes], swiftSettings: settings),
        .testTarget(
            name: "MartletTests",
            dependencies: [
                "martlet", "ClusterMetadata", "Environment", "Journal", "KafkaRecords", bytes,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "SimulatorTests", dependencies: ["Simulator", "Environment", "ClusterMetadata", "Raft", bytes],
            swiftSettings: settings),
        .testTarget(
            name: "PlatformTests",
            dependencies: [
                "Platform", "Environment", "Gateway", "KafkaProtocol", logging, bytes,
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
