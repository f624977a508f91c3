extension ApiKey {
    /// The first version with compact forms and tagged sections (KIP-482), in requests and answers alike; `Int16.max` if there is none yet.
    ///
    /// It stands here and not in the schemas alone because the header's form follows from it before the message is known to be valid.
    public var firstFlexibleVersion: Int16 {
        switch self {
        case .saslHandshake, .offsetDelete: Int16.max
        case .alterPartitionReassignments, .listPartitionReassignments, .describeUserScramCredentials,
            .alterUserScramCredentials, .updateFeatures, .describeCluster, .describeProducers, .unregisterBroker,
            .describeTransactions, .listTransactions, .consumerGroupHeartbeat, .consumerGroupDescribe,
            .getTelemetrySubscriptions, .pushTelemetry, .listConfigResources, .describeTopicPartitions,
            .shareGroupHeartbeat, .shareGroupDescribe, .shareFetch, .shareAcknowledge, .streamsGroupHeartbeat,
            .streamsGroupDescribe, .describeShareGroupOffsets, .alterShareGroupOffsets, .deleteShareGroupOffsets:
            0
        case .writeTxnMarkers, .incrementalAlterConfigs, .describeClientQuotas, .alterClientQuotas: 1
        case .deleteRecords, .initProducerId, .describeAcls, .createAcls, .deleteAcls, .alterConfigs,
            .alterReplicaLogDirs, .describeLogDirs, .saslAuthenticate, .createPartitions, .createDelegationToken,
            .renewDelegationToken, .expireDelegationToken, .describeDelegationToken, .deleteGroups, .electLeaders:
            2
        case .findCoordinator, .listGroups, .apiVersions, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn,
            .txnOffsetCommit:
            3
        case .heartbeat, .leaveGroup, .syncGroup, .deleteTopics, .offsetForLeaderEpoch, .describeConfigs: 4
        case .describeGroups, .createTopics: 5
        case .listOffsets, .offsetFetch, .joinGroup: 6
        case .offsetCommit: 8
        case .produce, .metadata: 9
        case .fetch: 12
        }
    }

    /// The version of the request header that comes before a request of this API and version: 2 from the first flexible version, else 1.
    public func requestHeaderVersion(_ version: Int16) -> Int16 {
        version >= firstFlexibleVersion ? 2 : 1
    }

    /// The version of the response header. ApiVersions always answers with version 0, so that a client that asked with a version unknown to
    /// the server can still read the answer (KIP-511).
    public func responseHeaderVersion(_ version: Int16) -> Int16 {
        self != .apiVersions && version >= firstFlexibleVersion ? 1 : 0
    }
}
