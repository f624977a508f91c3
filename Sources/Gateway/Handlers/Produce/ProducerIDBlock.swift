import ClusterMetadata
import Environment
import KafkaProtocol

/// The producer ids that this core may give out: taken from the controller in blocks (KIP-98), so that most requests need no log entry. What is left
/// of a block at a restart is never used.
final class ProducerIDBlock {
    private static let size: Int64 = 1000

    private var ids: Range<Int64> = 0..<0
    private var waiting: [(Result<Int64, ErrorCode>) -> Void] = []
    private var isAsking = false

    func next(on core: GatewayCore, _ done: @escaping (Result<Int64, ErrorCode>) -> Void) {
        if let id = ids.popFirst() { return done(.success(id)) }
        waiting.append(done)
        ask(core)
    }

    private func ask(_ core: GatewayCore) {
        guard !isAsking else { return }
        isAsking = true
        let node = core.shared.node
        core.onController { image in
            // No producer gets 0: some clients and tools take it for a field that was never set.
            let first = max(1, image.nextProducerID)
            return MetadataDecision([.allocateProducerIDs(node: node, next: first + Self.size)], first)
        } done: { [weak core] result in
            guard let core else { return }
            self.isAsking = false
            switch result {
            case .success(let first): self.ids = first..<first + Self.size
            case .failure(let error):
                let waiting = self.waiting
                self.waiting = []
                // NOT_CONTROLLER means nothing to a producer; this one makes it try again.
                let code = ErrorCode(error) == .notController ? ErrorCode.coordinatorLoadInProgress : ErrorCode(error)
                for done in waiting { done(.failure(code)) }
                return
            }
            let waiting = self.waiting
            self.waiting = []
            for done in waiting { self.next(on: core, done) }
        }
    }
}
