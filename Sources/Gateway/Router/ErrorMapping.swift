import ClusterMetadata
import KafkaProtocol
import KafkaRecords
import Storage

// Where our errors become Kafka's codes: here, and nowhere else.

extension ErrorCode {
    init(_ error: StorageError) {
        self =
            switch error {
            case .notLeader, .outcomeUnknown: .notLeaderOrFollower
            case .unknownPartition: .unknownTopicOrPartition
            case .offsetOutOfRange: .offsetOutOfRange
            case .outOfOrderSequence: .outOfOrderSequenceNumber
            case .staleProducerEpoch: .invalidProducerEpoch
            // Retriable for every client; THROTTLING_QUOTA_EXCEEDED would say more, but old clients give up on it.
            case .overloaded: .notEnoughReplicas
            case .diskFull, .corrupt: .kafkaStorageError
            case .fencedLeaderEpoch: .fencedLeaderEpoch
            case .unknownLeaderEpoch: .unknownLeaderEpoch
            }
    }

    init(_ error: MetadataError) {
        self =
            switch error {
            case .notController: .notController
            case .refused(.diskFull): .kafkaStorageError
            case .refused(.raft(.uncommittedBytesLimit)): .requestTimedOut
            case .refused(.raft(.notLeader)), .refused(.raft(.transferring)): .notController
            case .outcomeUnknown: .requestTimedOut
            }
    }

    init(_ kind: OperationError.Kind) {
        self =
            switch kind {
            case .invalidTopicName: .invalidTopic
            case .topicExists: .topicAlreadyExists
            case .unknownTopic: .unknownTopicOrPartition
            case .unknownTopicID: .unknownTopicId
            case .invalidPartitions: .invalidPartitions
            case .invalidReplicationFactor: .invalidReplicationFactor
            case .invalidAssignment: .invalidReplicaAssignment
            case .invalidConfig: .invalidConfig
            case .invalidRequest: .invalidRequest
            case .deletionDisabled: .topicDeletionDisabled
            case .limitExceeded: .policyViolation
            }
    }

    init(_ error: RecordsError) { self.init(rawValue: error.errorCode) }
}
