/// An error number as the protocol carries it. Any number can arrive; those named are Kafka's.
public struct ErrorCode: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int16

    @inlinable
    public init(rawValue: Int16) { self.rawValue = rawValue }

    /// Whether this is ``none``.
    public var isNone: Bool { rawValue == 0 }
}

extension ErrorCode {
    /// The server met an error it did not expect.
    public static let unknownServerError = ErrorCode(rawValue: -1)
    /// No error.
    public static let none = ErrorCode(rawValue: 0)
    /// The offset is outside the partition's log.
    public static let offsetOutOfRange = ErrorCode(rawValue: 1)
    /// A record fails its checksum, its size, or its form. A client may retry.
    public static let corruptMessage = ErrorCode(rawValue: 2)
    /// No such topic or partition here. A client may retry.
    public static let unknownTopicOrPartition = ErrorCode(rawValue: 3)
    /// The fetch size is invalid.
    public static let invalidFetchSize = ErrorCode(rawValue: 4)
    /// The partition has no leader at the moment. A client may retry.
    public static let leaderNotAvailable = ErrorCode(rawValue: 5)
    /// This node is not the partition's leader, or holds no replica of it. A client may retry.
    public static let notLeaderOrFollower = ErrorCode(rawValue: 6)
    /// The request was not finished in its time. A client may retry.
    public static let requestTimedOut = ErrorCode(rawValue: 7)
    /// The broker is not available.
    public static let brokerNotAvailable = ErrorCode(rawValue: 8)
    /// The replica is not available. A client may retry.
    public static let replicaNotAvailable = ErrorCode(rawValue: 9)
    /// A record batch is above the topic's limit.
    public static let messageTooLarge = ErrorCode(rawValue: 10)
    /// The controller's epoch is out of date.
    public static let staleControllerEpoch = ErrorCode(rawValue: 11)
    /// The metadata of a committed offset is above the limit.
    public static let offsetMetadataTooLarge = ErrorCode(rawValue: 12)
    /// The connection broke before an answer came. A client may retry.
    public static let networkException = ErrorCode(rawValue: 13)
    /// The coordinator is still loading. A client may retry.
    public static let coordinatorLoadInProgress = ErrorCode(rawValue: 14)
    /// There is no coordinator at the moment. A client may retry.
    public static let coordinatorNotAvailable = ErrorCode(rawValue: 15)
    /// This node is not the coordinator. A client may retry.
    public static let notCoordinator = ErrorCode(rawValue: 16)
    /// The topic cannot be used in this way, or its name is invalid.
    public static let invalidTopic = ErrorCode(rawValue: 17)
    /// The record batches are larger than a segment may be.
    public static let recordListTooLarge = ErrorCode(rawValue: 18)
    /// Too few replicas are in sync; nothing was written. A client may retry.
    public static let notEnoughReplicas = ErrorCode(rawValue: 19)
    /// Too few replicas are in sync; the records were written on some. A client may retry.
    public static let notEnoughReplicasAfterAppend = ErrorCode(rawValue: 20)
    /// Acks must be -1, 0 or 1.
    public static let invalidRequiredAcks = ErrorCode(rawValue: 21)
    /// The group's generation is another one.
    public static let illegalGeneration = ErrorCode(rawValue: 22)
    /// The member's protocols do not fit those of its group.
    public static let inconsistentGroupProtocol = ErrorCode(rawValue: 23)
    /// The group's id is invalid.
    public static let invalidGroupId = ErrorCode(rawValue: 24)
    /// The group has no such member.
    public static let unknownMemberId = ErrorCode(rawValue: 25)
    /// The session timeout is outside the permitted range.
    public static let invalidSessionTimeout = ErrorCode(rawValue: 26)
    /// The group is rebalancing: join again.
    public static let rebalanceInProgress = ErrorCode(rawValue: 27)
    /// The committed offset's data is too large.
    public static let invalidCommitOffsetSize = ErrorCode(rawValue: 28)
    /// Not authorised for the topic.
    public static let topicAuthorizationFailed = ErrorCode(rawValue: 29)
    /// Not authorised for the group.
    public static let groupAuthorizationFailed = ErrorCode(rawValue: 30)
    /// Not authorised for the cluster.
    public static let clusterAuthorizationFailed = ErrorCode(rawValue: 31)
    /// A record's timestamp is outside the permitted range.
    public static let invalidTimestamp = ErrorCode(rawValue: 32)
    /// The SASL mechanism is not offered.
    public static let unsupportedSaslMechanism = ErrorCode(rawValue: 33)
    /// This request does not fit the state of authentication.
    public static let illegalSaslState = ErrorCode(rawValue: 34)
    /// The version of the API is not served.
    public static let unsupportedVersion = ErrorCode(rawValue: 35)
    /// There is a topic of that name.
    public static let topicAlreadyExists = ErrorCode(rawValue: 36)
    /// The number of partitions is invalid.
    public static let invalidPartitions = ErrorCode(rawValue: 37)
    /// The replication factor is invalid or above the number of brokers.
    public static let invalidReplicationFactor = ErrorCode(rawValue: 38)
    /// The replica assignment is invalid.
    public static let invalidReplicaAssignment = ErrorCode(rawValue: 39)
    /// The configuration is invalid.
    public static let invalidConfig = ErrorCode(rawValue: 40)
    /// This node is not the controller. A client may retry.
    public static let notController = ErrorCode(rawValue: 41)
    /// The request contradicts itself or the protocol.
    public static let invalidRequest = ErrorCode(rawValue: 42)
    /// The records' format on disk does not allow this.
    public static let unsupportedForMessageFormat = ErrorCode(rawValue: 43)
    /// The request is against a policy.
    public static let policyViolation = ErrorCode(rawValue: 44)
    /// The producer's sequence number does not follow its last.
    public static let outOfOrderSequenceNumber = ErrorCode(rawValue: 45)
    /// The producer's sequence number was seen before.
    public static let duplicateSequenceNumber = ErrorCode(rawValue: 46)
    /// The producer's epoch is out of date.
    public static let invalidProducerEpoch = ErrorCode(rawValue: 47)
    /// The transaction's state does not allow this.
    public static let invalidTxnState = ErrorCode(rawValue: 48)
    /// The producer id does not belong to the transactional id.
    public static let invalidProducerIdMapping = ErrorCode(rawValue: 49)
    /// The transaction timeout is above the limit.
    public static let invalidTransactionTimeout = ErrorCode(rawValue: 50)
    /// The producer's last transaction is still being finished. A client may retry.
    public static let concurrentTransactions = ErrorCode(rawValue: 51)
    /// Another transaction coordinator has taken over.
    public static let transactionCoordinatorFenced = ErrorCode(rawValue: 52)
    /// Not authorised for the transactional id.
    public static let transactionalIdAuthorizationFailed = ErrorCode(rawValue: 53)
    /// Security is not switched on.
    public static let securityDisabled = ErrorCode(rawValue: 54)
    /// Not tried, since another part of the request failed.
    public static let operationNotAttempted = ErrorCode(rawValue: 55)
    /// The disk failed. A client may retry.
    public static let kafkaStorageError = ErrorCode(rawValue: 56)
    /// There is no such log directory.
    public static let logDirNotFound = ErrorCode(rawValue: 57)
    /// Authentication failed.
    public static let saslAuthenticationFailed = ErrorCode(rawValue: 58)
    /// Nothing is known of the producer id.
    public static let unknownProducerId = ErrorCode(rawValue: 59)
    /// The partition is being reassigned.
    public static let reassignmentInProgress = ErrorCode(rawValue: 60)
    /// Delegation tokens are not switched on.
    public static let delegationTokenAuthDisabled = ErrorCode(rawValue: 61)
    /// There is no such delegation token.
    public static let delegationTokenNotFound = ErrorCode(rawValue: 62)
    /// The principal is neither the token's owner nor a renewer.
    public static let delegationTokenOwnerMismatch = ErrorCode(rawValue: 63)
    /// Delegation tokens are not handled over this kind of connection.
    public static let delegationTokenRequestNotAllowed = ErrorCode(rawValue: 64)
    /// Not authorised for the delegation token.
    public static let delegationTokenAuthorizationFailed = ErrorCode(rawValue: 65)
    /// The delegation token has expired.
    public static let delegationTokenExpired = ErrorCode(rawValue: 66)
    /// The principal's type is not supported.
    public static let invalidPrincipalType = ErrorCode(rawValue: 67)
    /// The group still has members.
    public static let nonEmptyGroup = ErrorCode(rawValue: 68)
    /// There is no such group.
    public static let groupIdNotFound = ErrorCode(rawValue: 69)
    /// There is no such fetch session. A client may retry.
    public static let fetchSessionIdNotFound = ErrorCode(rawValue: 70)
    /// The fetch session is at another epoch. A client may retry.
    public static let invalidFetchSessionEpoch = ErrorCode(rawValue: 71)
    /// The leader has no listener like the one asked. A client may retry.
    public static let listenerNotFound = ErrorCode(rawValue: 72)
    /// Topics cannot be deleted here.
    public static let topicDeletionDisabled = ErrorCode(rawValue: 73)
    /// The leader epoch in the request is older than the broker's. A client may retry.
    public static let fencedLeaderEpoch = ErrorCode(rawValue: 74)
    /// The leader epoch in the request is newer than the broker's. A client may retry.
    public static let unknownLeaderEpoch = ErrorCode(rawValue: 75)
    /// The client's version cannot read this compression.
    public static let unsupportedCompressionType = ErrorCode(rawValue: 76)
    /// The broker's epoch is out of date.
    public static let staleBrokerEpoch = ErrorCode(rawValue: 77)
    /// The new leader does not know its high watermark yet. A client may retry.
    public static let offsetNotAvailable = ErrorCode(rawValue: 78)
    /// Join again with the member id given here.
    public static let memberIdRequired = ErrorCode(rawValue: 79)
    /// The preferred leader is not available. A client may retry.
    public static let preferredLeaderNotAvailable = ErrorCode(rawValue: 80)
    /// The group is full.
    public static let groupMaxSizeReached = ErrorCode(rawValue: 81)
    /// Another member has taken over the static instance id.
    public static let fencedInstanceId = ErrorCode(rawValue: 82)
    /// No replica that may lead is available. A client may retry.
    public static let eligibleLeadersNotAvailable = ErrorCode(rawValue: 83)
    /// The partition has the leader it should have. A client may retry.
    public static let electionNotNeeded = ErrorCode(rawValue: 84)
    /// No reassignment is running.
    public static let noReassignmentInProgress = ErrorCode(rawValue: 85)
    /// The group is subscribed to the topic.
    public static let groupSubscribedToTopic = ErrorCode(rawValue: 86)
    /// A record does not fit its topic's rules.
    public static let invalidRecord = ErrorCode(rawValue: 87)
    /// A transaction with offsets of this partition is open. A client may retry.
    public static let unstableOffsetCommit = ErrorCode(rawValue: 88)
    /// A quota is used up. A client may retry.
    public static let throttlingQuotaExceeded = ErrorCode(rawValue: 89)
    /// A newer producer with the same transactional id has taken over.
    public static let producerFenced = ErrorCode(rawValue: 90)
    /// There is no such resource.
    public static let resourceNotFound = ErrorCode(rawValue: 91)
    /// The request names a resource twice, or it exists.
    public static let duplicateResource = ErrorCode(rawValue: 92)
    /// The credential does not meet the rules.
    public static let unacceptableCredential = ErrorCode(rawValue: 93)
    /// The sets of voters differ.
    public static let inconsistentVoterSet = ErrorCode(rawValue: 94)
    /// The version of the update is invalid.
    public static let invalidUpdateVersion = ErrorCode(rawValue: 95)
    /// The features could not be updated.
    public static let featureUpdateFailed = ErrorCode(rawValue: 96)
    /// The forwarded principal cannot be read.
    public static let principalDeserializationFailure = ErrorCode(rawValue: 97)
    /// There is no such snapshot.
    public static let snapshotNotFound = ErrorCode(rawValue: 98)
    /// The position is outside the snapshot.
    public static let positionOutOfRange = ErrorCode(rawValue: 99)
    /// There is no topic of that id here. A client may retry.
    public static let unknownTopicId = ErrorCode(rawValue: 100)
    /// A broker of that id is registered.
    public static let duplicateBrokerRegistration = ErrorCode(rawValue: 101)
    /// No broker of that id is registered.
    public static let brokerIdNotRegistered = ErrorCode(rawValue: 102)
    /// The topic's id in the log differs from that in the request. A client may retry.
    public static let inconsistentTopicId = ErrorCode(rawValue: 103)
    /// The request is meant for another cluster.
    public static let inconsistentClusterId = ErrorCode(rawValue: 104)
    /// There is no such transactional id.
    public static let transactionalIdNotFound = ErrorCode(rawValue: 105)
    /// The fetch session was begun with another use of topic ids. A client may retry.
    public static let fetchSessionTopicIdError = ErrorCode(rawValue: 106)
    /// The replica may not be in sync.
    public static let ineligibleReplica = ErrorCode(rawValue: 107)
    /// The partition has a new leader.
    public static let newLeaderElected = ErrorCode(rawValue: 108)
    /// The offset has moved to tiered storage.
    public static let offsetMovedToTieredStorage = ErrorCode(rawValue: 109)
    /// The member's epoch is not the one the coordinator has.
    public static let fencedMemberEpoch = ErrorCode(rawValue: 110)
    /// The static instance id is still in use.
    public static let unreleasedInstanceId = ErrorCode(rawValue: 111)
    /// The assignor is not supported.
    public static let unsupportedAssignor = ErrorCode(rawValue: 112)
    /// The member's epoch is out of date: ask for the new one.
    public static let staleMemberEpoch = ErrorCode(rawValue: 113)
    /// The request was sent to the wrong kind of endpoint.
    public static let mismatchedEndpointType = ErrorCode(rawValue: 114)
    /// The kind of endpoint is unknown.
    public static let unsupportedEndpointType = ErrorCode(rawValue: 115)
    /// There is no controller of that id.
    public static let unknownControllerId = ErrorCode(rawValue: 116)
    /// The telemetry subscription is out of date.
    public static let unknownSubscriptionId = ErrorCode(rawValue: 117)
    /// The telemetry is above the limit.
    public static let telemetryTooLarge = ErrorCode(rawValue: 118)
    /// The registration is invalid.
    public static let invalidRegistration = ErrorCode(rawValue: 119)
    /// The transaction must be aborted.
    public static let transactionAbortable = ErrorCode(rawValue: 120)
    /// The record's state does not allow this acknowledgement.
    public static let invalidRecordState = ErrorCode(rawValue: 121)
    /// There is no such share session. A client may retry.
    public static let shareSessionNotFound = ErrorCode(rawValue: 122)
    /// The share session is at another epoch. A client may retry.
    public static let invalidShareSessionEpoch = ErrorCode(rawValue: 123)
    /// The share coordinator's state has a newer epoch.
    public static let fencedStateEpoch = ErrorCode(rawValue: 124)
    /// The voter's key does not fit.
    public static let invalidVoterKey = ErrorCode(rawValue: 125)
    /// The voter is in the set already.
    public static let duplicateVoter = ErrorCode(rawValue: 126)
    /// The voter is not in the set.
    public static let voterNotFound = ErrorCode(rawValue: 127)
    /// The regular expression is invalid.
    public static let invalidRegularExpression = ErrorCode(rawValue: 128)
    /// The client must begin again from its bootstrap servers.
    public static let rebootstrapRequired = ErrorCode(rawValue: 129)
    /// The topology is invalid.
    public static let streamsInvalidTopology = ErrorCode(rawValue: 130)
    /// The topology's epoch is invalid.
    public static let streamsInvalidTopologyEpoch = ErrorCode(rawValue: 131)
    /// The topology's epoch is out of date.
    public static let streamsTopologyFenced = ErrorCode(rawValue: 132)
    /// The limit of share sessions is reached. A client may retry.
    public static let shareSessionLimitReached = ErrorCode(rawValue: 133)
}
