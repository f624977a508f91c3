import Environment
import KafkaProtocol

/// Which handler serves which API: the one place that knows all of them. ApiVersions and the check of versions at the door are derived from it.
enum Router {
    static func serve(_ request: Request, on core: GatewayCore) {
        guard let handler = handler(for: request.apiKey) else { violated("the connection lets no unserved API through") }
        handler.serve(request, on: core)
    }

    static func versions(of apiKey: ApiKey) -> ClosedRange<Int16>? { handler(for: apiKey)?.versions }

    /// Exhaustive: a new API does not build until it stands here. nil: not served (yet); ApiVersions does not offer it.
    private static func handler(for apiKey: ApiKey) -> (any RequestHandler.Type)? {
        switch apiKey {
        case .apiVersions: ApiVersionsHandler.self
        case .produce: ProduceHandler.self
        case .initProducerId: InitProducerIdHandler.self
        case .fetch: FetchHandler.self
        case .listOffsets: ListOffsetsHandler.self
        case .offsetForLeaderEpoch: OffsetForLeaderEpochHandler.self
        case .deleteRecords: DeleteRecordsHandler.self
        case .describeProducers: DescribeProducersHandler.self
        case .metadata: MetadataHandler.self
        case .createTopics: CreateTopicsHandler.self
        case .deleteTopics: DeleteTopicsHandler.self
        case .createPartitions: CreatePartitionsHandler.self
        case .describeTopicPartitions: DescribeTopicPartitionsHandler.self
        case .describeConfigs: DescribeConfigsHandler.self
        case .alterConfigs: AlterConfigsHandler.self
        case .incrementalAlterConfigs: IncrementalAlterConfigsHandler.self
        case .listConfigResources: ListConfigResourcesHandler.self
        case .describeCluster: DescribeClusterHandler.self
        case .describeLogDirs: DescribeLogDirsHandler.self
        // Consumer groups.
        case .findCoordinator: FindCoordinatorHandler.self
        case .offsetCommit, .offsetFetch, .joinGroup, .heartbeat, .leaveGroup, .syncGroup, .describeGroups, .listGroups,
            .deleteGroups, .offsetDelete, .consumerGroupHeartbeat, .consumerGroupDescribe:
            nil
        // Transactions.
        case .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .writeTxnMarkers, .txnOffsetCommit, .describeTransactions, .listTransactions:
            nil
        // Security.
        case .saslHandshake, .saslAuthenticate, .describeAcls, .createAcls, .deleteAcls, .createDelegationToken, .renewDelegationToken,
            .expireDelegationToken, .describeDelegationToken, .describeUserScramCredentials, .alterUserScramCredentials,
            .describeClientQuotas, .alterClientQuotas:
            nil
        // Cluster operations.
        case .alterReplicaLogDirs, .electLeaders, .alterPartitionReassignments, .listPartitionReassignments, .updateFeatures,
            .unregisterBroker:
            nil
        // Telemetry, share groups, streams groups.
        case .getTelemetrySubscriptions, .pushTelemetry, .shareGroupHeartbeat, .shareGroupDescribe, .shareFetch, .shareAcknowledge,
            .streamsGroupHeartbeat, .streamsGroupDescribe, .describeShareGroupOffsets, .alterShareGroupOffsets, .deleteShareGroupOffsets:
            nil
        }
    }
}
