import DequeModule
public import Environment
import NIOCore
public import Raft
public import Replication

/// The metadata group's state machine. Confined to the core that owns the group.
///
/// While this node leads it is the controller: operations are decided on the image as it will be once everything proposed is committed, and answered
/// when it is.
public final class MetadataMachine: StateMachine {
    public static let directory = "metadata"

    /// Set once, right after the replica was added to its core; the replica owns this.
    public unowned var replica: Replica!
    public private(set) var image: MetadataImage
    private let cell: MetadataCell
    private let environment: any NodeEnvironment
    private let changed: (MetadataDelta, MetadataImage) -> Void
    private let roleChange: (GroupRole) -> Void
    private var leadership: Leadership?

    private struct Leadership {
        /// The image once all that was proposed is committed.
        var pending: MetadataImage
        var lastProposed: LogIndex
        var waiting = Deque<(index: LogIndex, done: (Result<Void, MetadataError>) -> Void)>()
    }

    /// - Parameters:
    ///   - cell: every new image is published there.
    ///   - changed: told what each run of entries changed, after it was published.
    ///   - roleChange: told when this node became or ceased to be the controller.
    public init(
        image: MetadataImage, cell: MetadataCell, environment: any NodeEnvironment,
        changed: @escaping (MetadataDelta, MetadataImage) -> Void, roleChange: @escaping (GroupRole) -> Void
    ) {
        self.image = image
        self.cell = cell
        self.environment = environment
        self.changed = changed
        self.roleChange = roleChange
        cell.publish(image)
    }

    public var isLeading: Bool { leadership != nil }

    // MARK: - Operations

    /// Decides on an operation, replicates its commands, and answers once they and everything that the decision saw are committed.
    public func perform<Value>(
        _ decide: (MetadataImage) -> MetadataDecision<Value>, done: @escaping (Result<Value, MetadataError>) -> Void
    ) {
        guard let image = leadership?.pending else { return done(.failure(.notController(leader: replica.leader?.node))) }
        let decision = decide(image)
        do throws(ProposalRefused) {
            for command in decision.commands { try propose(command) }
        } catch {
            return done(.failure(.refused(error)))
        }
        guard let last = leadership?.lastProposed, last > replica.applied else { return done(.success(decision.value)) }
        leadership?.waiting.append((last, { result in done(result.map { decision.value }) }))
    }

    private func propose(_ command: MetadataCommand) throws(ProposalRefused) {
        // Deleting a topic must work on a full disk; the other commands are small and few.
        let index = try replica.propose(command.encoded, onFullDisk: true)
        leadership?.pending.replay(command)
        leadership?.lastProposed = index
    }

    // MARK: - StateMachine

    public func replay(_ entries: [LogEntry], at now: Instant) -> Int {
        var delta = MetadataDelta()
        let version = image.version
        for entry in entries where entry.kind == .normal {
            do throws(MetadataCodingError) {
                let command = try MetadataCommand(decoding: entry.payload)
                delta.note(command, before: image)
                image.replay(command)
            } catch {
                environment.crash("metadata entry \(entry.index): \(error)")
                return 0
            }
        }
        if image.version != version { cell.publish(image) }
        if !delta.isEmpty { changed(delta, image) }
        if let last = entries.last { answer(through: last.index) }
        return entries.count
    }

    private func answer(through index: LogIndex) {
        while let first = leadership?.waiting.first, first.index <= index {
            leadership?.waiting.removeFirst()
            first.done(.success(()))
        }
    }

    public func roleChanged(_ role: GroupRole, at now: Instant) {
        let lost = leadership
        leadership = nil
        if case .leader = role { leadership = Leadership(pending: image, lastProposed: replica.applied) }
        for waiting in lost?.waiting ?? [] { waiting.done(.failure(.outcomeUnknown)) }
        roleChange(role)
    }

    public func beginCheckpoint(_ mark: SnapshotMark) -> Checkpoint? {
        let checkpoint = MetadataCheckpoint(mark: mark, image: image)
        let disk = environment.disk
        return Checkpoint(work: {
            CheckpointOutcome { () throws(DiskError) in try checkpoint.write(to: disk, directory: Self.directory) }
        })
    }

    public func finishCheckpoint(_ mark: SnapshotMark, _ outcome: CheckpointOutcome) {}

    public func remove(at now: Instant) { violated("the metadata group is never removed") }
}

/// What an operation came to: commands to be replicated (none: nothing to change), and the value to answer with.
public struct MetadataDecision<Value> {
    public var commands: [MetadataCommand]
    public var value: Value

    public init(_ commands: [MetadataCommand], _ value: Value) {
        self.commands = commands
        self.value = value
    }
}

extension MetadataDecision: Sendable where Value: Sendable {}

public enum MetadataError: Error, Sendable {
    /// Another node is the controller, or none is known.
    case notController(leader: NodeID?)
    case refused(ProposalRefused)
    /// Leadership was lost before the outcome was known.
    case outcomeUnknown
}
