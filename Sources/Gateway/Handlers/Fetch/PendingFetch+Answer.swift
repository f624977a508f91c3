import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

// The answer of a fetch, made of what was read.

extension PendingFetch {
    /// What is to be told now: of a session only what changed since it was last told.
    func makeResponse() -> FetchResponse {
        var response = FetchResponse()
        var named: Set<FetchTarget.Key>?
        if let session {
            response.sessionId = session.id
            var byKey: [FetchTarget.Key: PartitionData] = [:]
            var known: Set<FetchTarget.Key> = []
            for (position, target) in targets.enumerated() {
                byKey[target.key] = answers[position]
                if case .success = places[position] { known.insert(target.key) }
            }
            let news = core.shared.fetchSessions.note(session.id, byKey, known: known)
            if !isFull { named = news }
        }
        for (position, target) in targets.enumerated() where named?.contains(target.key) ?? true {
            let isSameTopic = response.responses.last.map { $0.topic == target.key.topic && $0.topicId == target.key.topicID } ?? false
            if !isSameTopic {
                response.responses.append(
                    .with {
                        $0.topic = target.key.topic
                        $0.topicId = target.key.topicID
                    })
            }
            response.responses[response.responses.count - 1].partitions.append(answers[position])
        }
        if request.version >= 16 { response.nodeEndpoints = endpoints() }
        return response
    }

    private func endpoints() -> [FetchResponse.NodeEndpoint] {
        let nodes = Set(answers.map(\.currentLeader.leaderId).filter { $0 >= 0 })
        return nodes.sorted().compactMap { id in
            guard let node = core.metadata.nodes[NodeID(id)],
                let endpoint = node.endpoint(listener: request.connection.listener.rawValue)
            else { return nil }
            return .with {
                $0.nodeId = id
                $0.host = endpoint.host
                $0.port = Int32(endpoint.port)
                $0.rack = node.rack
            }
        }
    }
}
