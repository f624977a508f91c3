extension ErrorCode: CustomStringConvertible {
    /// The name Kafka's documents use, for instance `NOT_COORDINATOR`; `ERROR_n` for a number unknown here.
    public var name: String { entry?.name ?? "ERROR_\(rawValue)" }

    /// What it means, in a few words.
    public var message: String { entry?.message ?? "error \(rawValue)" }

    /// Whether clients may send the same request again and hope for another answer (Kafka's `RetriableException`).
    public var retriable: Bool { entry?.retriable ?? false }

    public var description: String { name }

    /// All codes known by name, in ascending order.
    public static var known: [ErrorCode] {
        Entry.table.indices.map { ErrorCode(rawValue: Int16($0 - 1)) }
    }

    private var entry: Entry? {
        let index = Int(rawValue) + 1
        return Entry.table.indices.contains(index) ? Entry.table[index] : nil
    }

    private struct Entry {
        var name: String
        var retriable: Bool
        var message: String

        init(_ name: String, _ message: String, retriable: Bool = false) {
            self.name = name
            self.retriable = retriable
            self.message = message
        }

        /// In the order of the codes, from -1 on.
        static let table: [Entry] = [
            Entry("UNKNOWN_SERVER_ERROR", "the server met an error it did not expect"),
            Entry("NONE", "no error"),
            Entry("OFFSET_OUT_OF_RANGE", "the offset is outside the partition's log"),
            Entry("CORRUPT_MESSAGE", "a record fails its checksum, its size, or its form", retriable: true),
            Entry("UNKNOWN_TOPIC_OR_PARTITION", "no such topic or partition here", retriable: true),
            Entry("INVALID_FETCH_SIZE", "the fetch size is invalid"),
            Entry("LEADER_NOT_AVAILABLE", "the partition has no leader at the moment", retriable: true),
            Entry("NOT_LEADER_OR_FOLLOWER", "this node is not the partition's leader, or holds no replica of it", retriable: true),
            Entry("REQUEST_TIMED_OUT", "the request was not finished in its time", retriable: true),
            Entry("BROKER_NOT_AVAILABLE", "the broker is not available"),
            Entry("REPLICA_NOT_AVAILABLE", "the replica is not available", retriable: true),
            Entry("MESSAGE_TOO_LARGE", "a record batch is above the topic's limit"),
            Entry("STALE_CONTROLLER_EPOCH", "the controller's epoch is out of date"),
            Entry("OFFSET_METADATA_TOO_LARGE", "the metadata of a committed offset is above the limit"),
            Entry("NETWORK_EXCEPTION", "the connection broke before an answer came", retriable: true),
            Entry("COORDINATOR_LOAD_IN_PROGRESS", "the coordinator is still loading", retriable: true),
            Entry("COORDINATOR_NOT_AVAILABLE", "there is no coordinator at the moment", retriable: true),
            Entry("NOT_COORDINATOR", "this node is not the coordinator", retriable: true),
            Entry("INVALID_TOPIC_EXCEPTION", "the topic cannot be used in this way, or its name is invalid"),
            Entry("RECORD_LIST_TOO_LARGE", "the record batches are larger than a segment may be"),
            Entry("NOT_ENOUGH_REPLICAS", "too few replicas are in sync; nothing was written", retriable: true),
            Entry("NOT_ENOUGH_REPLICAS_AFTER_APPEND", "too few replicas are in sync; the records were written on some", retriable: true),
            Entry("INVALID_REQUIRED_ACKS", "acks must be -1, 0 or 1"),
            Entry("ILLEGAL_GENERATION", "the group's generation is another one"),
            Entry("INCONSISTENT_GROUP_PROTOCOL", "the member's protocols do not fit those of its group"),
            Entry("INVALID_GROUP_ID", "the group's id is invalid"),
            Entry("UNKNOWN_MEMBER_ID", "the group has no such member"),
            Entry("INVALID_SESSION_TIMEOUT", "the session timeout is outside the permitted range"),
            Entry("REBALANCE_IN_PROGRESS", "the group is rebalancing: join again"),
            Entry("INVALID_COMMIT_OFFSET_SIZE", "the committed offset's data is too large"),
            Entry("TOPIC_AUTHORIZATION_FAILED", "not authorised for the topic"),
            Entry("GROUP_AUTHORIZATION_FAILED", "not authorised for the group"),
            Entry("CLUSTER_AUTHORIZATION_FAILED", "not authorised for the cluster"),
            Entry("INVALID_TIMESTAMP", "a record's timestamp is outside the permitted range"),
            Entry("UNSUPPORTED_SASL_MECHANISM", "the SASL mechanism is not offered"),
            Entry("ILLEGAL_SASL_STATE", "this request does not fit the state of authentication"),
            Entry("UNSUPPORTED_VERSION", "the version of the API is not served"),
            Entry("TOPIC_ALREADY_EXISTS", "there is a topic of that name"),
            Entry("INVALID_PARTITIONS", "the number of partitions is invalid"),
            Entry("INVALID_REPLICATION_FACTOR", "the replication factor is invalid or above the number of brokers"),
            Entry("INVALID_REPLICA_ASSIGNMENT", "the replica assignment is invalid"),
            Entry("INVALID_CONFIG", "the configuration is invalid"),
            Entry("NOT_CONTROLLER", "this node is not the controller", retriable: true),
            Entry("INVALID_REQUEST", "the request contradicts itself or the protocol"),
            Entry("UNSUPPORTED_FOR_MESSAGE_FORMAT", "the records' format on disk does not allow this"),
            Entry("POLICY_VIOLATION", "the request is against a policy"),
            Entry("OUT_OF_ORDER_SEQUENCE_NUMBER", "the producer's sequence number does not follow its last"),
            Entry("DUPLICATE_SEQUENCE_NUMBER", "the producer's sequence number was seen before"),
            Entry("INVALID_PRODUCER_EPOCH", "the producer's epoch is out of date"),
            Entry("INVALID_TXN_STATE", "the transaction's state does not allow this"),
            Entry("INVALID_PRODUCER_ID_MAPPING", "the producer id does not belong to the transactional id"),
            Entry("INVALID_TRANSACTION_TIMEOUT", "the transaction timeout is above the limit"),
            Entry("CONCURRENT_TRANSACTIONS", "the producer's last transaction is still being finished", retriable: true),
            Entry("TRANSACTION_COORDINATOR_FENCED", "another transaction coordinator has taken over"),
            Entry("TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "not authorised for the transactional id"),
            Entry("SECURITY_DISABLED", "security is not switched on"),
            Entry("OPERATION_NOT_ATTEMPTED", "not tried, since another part of the request failed"),
            Entry("KAFKA_STORAGE_ERROR", "the disk failed", retriable: true),
            Entry("LOG_DIR_NOT_FOUND", "there is no such log directory"),
            Entry("SASL_AUTHENTICATION_FAILED", "authentication failed"),
            Entry("UNKNOWN_PRODUCER_ID", "nothing is known of the producer id"),
            Entry("REASSIGNMENT_IN_PROGRESS", "the partition is being reassigned"),
            Entry("DELEGATION_TOKEN_AUTH_DISABLED", "delegation tokens are not switched on"),
            Entry("DELEGATION_TOKEN_NOT_FOUND", "there is no such delegation token"),
            Entry("DELEGATION_TOKEN_OWNER_MISMATCH", "the principal is neither the token's owner nor a renewer"),
            Entry("DELEGATION_TOKEN_REQUEST_NOT_ALLOWED", "delegation tokens are not handled over this kind of connection"),
            Entry("DELEGATION_TOKEN_AUTHORIZATION_FAILED", "not authorised for the delegation token"),
            Entry("DELEGATION_TOKEN_EXPIRED", "the delegation token has expired"),
            Entry("INVALID_PRINCIPAL_TYPE", "the principal's type is not supported"),
            Entry("NON_EMPTY_GROUP", "the group still has members"),
            Entry("GROUP_ID_NOT_FOUND", "there is no such group"),
            Entry("FETCH_SESSION_ID_NOT_FOUND", "there is no such fetch session", retriable: true),
            Entry("INVALID_FETCH_SESSION_EPOCH", "the fetch session is at another epoch", retriable: true),
            Entry("LISTENER_NOT_FOUND", "the leader has no listener like the one asked", retriable: true),
            Entry("TOPIC_DELETION_DISABLED", "topics cannot be deleted here"),
            Entry("FENCED_LEADER_EPOCH", "the leader epoch in the request is older than the broker's", retriable: true),
            Entry("UNKNOWN_LEADER_EPOCH", "the leader epoch in the request is newer than the broker's", retriable: true),
            Entry("UNSUPPORTED_COMPRESSION_TYPE", "the client's version cannot read this compression"),
            Entry("STALE_BROKER_EPOCH", "the broker's epoch is out of date"),
            Entry("OFFSET_NOT_AVAILABLE", "the new leader does not know its high watermark yet", retriable: true),
            Entry("MEMBER_ID_REQUIRED", "join again with the member id given here"),
            Entry("PREFERRED_LEADER_NOT_AVAILABLE", "the preferred leader is not available", retriable: true),
            Entry("GROUP_MAX_SIZE_REACHED", "the group is full"),
            Entry("FENCED_INSTANCE_ID", "another member has taken over the static instance id"),
            Entry("ELIGIBLE_LEADERS_NOT_AVAILABLE", "no replica that may lead is available", retriable: true),
            Entry("ELECTION_NOT_NEEDED", "the partition has the leader it should have", retriable: true),
            Entry("NO_REASSIGNMENT_IN_PROGRESS", "no reassignment is running"),
            Entry("GROUP_SUBSCRIBED_TO_TOPIC", "the group is subscribed to the topic"),
            Entry("INVALID_RECORD", "a record does not fit its topic's rules"),
            Entry("UNSTABLE_OFFSET_COMMIT", "a transaction with offsets of this partition is open", retriable: true),
            Entry("THROTTLING_QUOTA_EXCEEDED", "a quota is used up", retriable: true),
            Entry("PRODUCER_FENCED", "a newer producer with the same transactional id has taken over"),
            Entry("RESOURCE_NOT_FOUND", "there is no such resource"),
            Entry("DUPLICATE_RESOURCE", "the request names a resource twice, or it exists"),
            Entry("UNACCEPTABLE_CREDENTIAL", "the credential does not meet the rules"),
            Entry("INCONSISTENT_VOTER_SET", "the sets of voters differ"),
            Entry("INVALID_UPDATE_VERSION", "the version of the update is invalid"),
            Entry("FEATURE_UPDATE_FAILED", "the features could not be updated"),
            Entry("PRINCIPAL_DESERIALIZATION_FAILURE", "the forwarded principal cannot be read"),
            Entry("SNAPSHOT_NOT_FOUND", "there is no such snapshot"),
            Entry("POSITION_OUT_OF_RANGE", "the position is outside the snapshot"),
            Entry("UNKNOWN_TOPIC_ID", "there is no topic of that id here", retriable: true),
            Entry("DUPLICATE_BROKER_REGISTRATION", "a broker of that id is registered"),
            Entry("BROKER_ID_NOT_REGISTERED", "no broker of that id is registered"),
            Entry("INCONSISTENT_TOPIC_ID", "the topic's id in the log differs from that in the request", retriable: true),
            Entry("INCONSISTENT_CLUSTER_ID", "the request is meant for another cluster"),
            Entry("TRANSACTIONAL_ID_NOT_FOUND", "there is no such transactional id"),
            Entry("FETCH_SESSION_TOPIC_ID_ERROR", "the fetch session was begun with another use of topic ids", retriable: true),
            Entry("INELIGIBLE_REPLICA", "the replica may not be in sync"),
            Entry("NEW_LEADER_ELECTED", "the partition has a new leader"),
            Entry("OFFSET_MOVED_TO_TIERED_STORAGE", "the offset has moved to tiered storage"),
            Entry("FENCED_MEMBER_EPOCH", "the member's epoch is not the one the coordinator has"),
            Entry("UNRELEASED_INSTANCE_ID", "the static instance id is still in use"),
            Entry("UNSUPPORTED_ASSIGNOR", "the assignor is not supported"),
            Entry("STALE_MEMBER_EPOCH", "the member's epoch is out of date: ask for the new one"),
            Entry("MISMATCHED_ENDPOINT_TYPE", "the request was sent to the wrong kind of endpoint"),
            Entry("UNSUPPORTED_ENDPOINT_TYPE", "the kind of endpoint is unknown"),
            Entry("UNKNOWN_CONTROLLER_ID", "there is no controller of that id"),
            Entry("UNKNOWN_SUBSCRIPTION_ID", "the telemetry subscription is out of date"),
            Entry("TELEMETRY_TOO_LARGE", "the telemetry is above the limit"),
            Entry("INVALID_REGISTRATION", "the registration is invalid"),
            Entry("TRANSACTION_ABORTABLE", "the transaction must be aborted"),
            Entry("INVALID_RECORD_STATE", "the record's state does not allow this acknowledgement"),
            Entry("SHARE_SESSION_NOT_FOUND", "there is no such share session", retriable: true),
            Entry("INVALID_SHARE_SESSION_EPOCH", "the share session is at another epoch", retriable: true),
            Entry("FENCED_STATE_EPOCH", "the share coordinator's state has a newer epoch"),
            Entry("INVALID_VOTER_KEY", "the voter's key does not fit"),
            Entry("DUPLICATE_VOTER", "the voter is in the set already"),
            Entry("VOTER_NOT_FOUND", "the voter is not in the set"),
            Entry("INVALID_REGULAR_EXPRESSION", "the regular expression is invalid"),
            Entry("REBOOTSTRAP_REQUIRED", "the client must begin again from its bootstrap servers"),
            Entry("STREAMS_INVALID_TOPOLOGY", "the topology is invalid"),
            Entry("STREAMS_INVALID_TOPOLOGY_EPOCH", "the topology's epoch is invalid"),
            Entry("STREAMS_TOPOLOGY_FENCED", "the topology's epoch is out of date"),
            Entry("SHARE_SESSION_LIMIT_REACHED", "the limit of share sessions is reached", retriable: true),
        ]
    }
}
