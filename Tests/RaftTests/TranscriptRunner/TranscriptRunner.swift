import Environment
import NIOCore
import Raft

/// Carries out a transcript's commands on a group's members, one small step at a time, and writes down what they do.
///
/// Messages wait in the receiver's mailbox until `deliver` (or `drop`); journal writes wait until `sync`. `settle` does all of it until nothing is
/// left, in the order of the members' numbers (`only=` some of them).
struct TranscriptRunner {
    struct Member {
        var group: RaftGroup?
        var writes: [(ready: Ready, token: PersistToken)] = []
        var mailbox: [RaftMessage] = []
        var hardState = HardState.initial
        var mark: SnapshotMark
        var entries: [LogEntry] = []
    }

    private(set) var members: [Int: Member] = [:]
    private var limits = RaftLimits()
    private var mutant: Mutant?
    private var cut: Set<[Int]> = []
    private var output: [String] = []
    private var ready = Ready()
    private var order: [Int] { members.keys.sorted() }

    mutating func run(_ line: String) throws -> [String] {
        output = []
        let command = try TranscriptCommand(line)
        switch command.verb {
        case "group": try makeGroup(command)
        case "settle": try settle(command)
        case "cut":
            let a = try command.number(0), b = try command.number(1)
            cut.insert([a, b])
            cut.insert([b, a])
        case "heal": cut = []
        case "status": for id in order { status(id) }
        default: try onMember(command)
        }
        return output.isEmpty ? ["ok"] : output
    }

    private mutating func onMember(_ command: TranscriptCommand) throws {
        let id = try command.number(0)
        guard members[id] != nil else { throw TranscriptCommand.Malformed(description: "no member in: \(command.line)") }
        switch command.verb {
        case "ready": takeReady(id)
        case "sync": sync(id, count: command.arguments.count > 1 ? try command.number(1) : .max)
        case "deliver": deliver(id, from: command.option("from"), count: command.option("count") ?? .max)
        case "drop":
            let from = command.option("from")
            members[id]?.mailbox.removeAll { from == nil || Int($0.from.node.rawValue) == from }
        case "crash":
            members[id]?.group = nil
            members[id]?.writes = []
            members[id]?.mailbox = []
        case "restart": try start(id)
        case "progress": progress(id)
        case "log": log(id)
        default:
            guard members[id]?.group != nil else { throw TranscriptCommand.Malformed(description: "member is down: \(command.line)") }
            do { try ask(command, id) } catch let error as TranscriptCommand.Malformed { throw error } catch {
                output.append("refused: \(error)")
            }
        }
    }

    /// What a host may call.
    private mutating func ask(_ command: TranscriptCommand, _ id: Int) throws {
        func member(_ place: Int) throws -> VoterID { VoterID(node: NodeID(Int32(try command.number(place))), directory: 0) }
        switch command.verb {
        case "campaign": members[id]?.group?.campaign(prompt: command.arguments.contains("prompt"))
        case "forget": members[id]?.group?.forgetLeader()
        case "tick": for _ in 0..<(command.arguments.count > 1 ? try command.number(1) : 1) { members[id]?.group?.tick() }
        case "propose":
            for text in command.arguments.dropFirst() { _ = try members[id]?.group?.propose(ByteBuffer(string: text)) }
        case "configure":
            _ = try members[id]?.group?.proposeConfiguration(voters: command.members("voters"), learners: command.members("learners"))
        case "cancel": _ = try members[id]?.group?.cancelConfigurationChange()
        case "transfer": try members[id]?.group?.transferLeadership(to: try member(1))
        case "read": try members[id]?.group?.readIndex(token: UInt64(try command.number(1)))
        case "unreachable": members[id]?.group?.reportUnreachable(try member(1))
        case "compact": members[id]?.group?.compact(to: LogIndex(UInt64(try command.number(1))))
        case "quiesce":
            if members[id]?.group?.canQuiesce == true { members[id]?.group?.quiesce() } else { output.append("cannot sleep") }
        case "wake": members[id]?.group?.wake()
        case "fetchfailed": members[id]?.group?.reportSnapshotFailed()
        case "install":
            let source = members[command.option("from") ?? 0]?.group
            guard let mark = source.flatMap({ $0.mark(at: command.option("at").map { LogIndex(UInt64($0)) } ?? $0.applied) }) else {
                throw TranscriptCommand.Malformed(description: "no snapshot: \(command.line)")
            }
            if members[id]?.group?.installSnapshot(mark) == false { output.append("not needed") }
        default: throw TranscriptCommand.Malformed(description: "unknown: \(command.line)")
        }
    }

    // MARK: Hosting

    private mutating func makeGroup(_ command: TranscriptCommand) throws {
        if let ticks = command.option("election") { limits.electionTicks = ticks }
        if let bytes = command.option("append") { limits.appendBytesMax = bytes }
        if let count = command.option("inflight") { limits.inFlightAppendsMax = count }
        if let bytes = command.option("uncommitted") { limits.uncommittedBytesMax = bytes }
        mutant = command.arguments.first.flatMap { Mutant(rawValue: $0) }
        let configuration = Configuration(voters: command.members("voters"), learners: command.members("learners"))
        for id in configuration.voters + configuration.learners { try add(id, configuration) }
        for id in command.members("newcomers") { try add(id, Configuration(voters: [])) }
    }

    private mutating func add(_ id: VoterID, _ configuration: Configuration) throws {
        members[Int(id.node.rawValue)] = Member(mark: .initial(configuration))
        try start(Int(id.node.rawValue))
    }

    private mutating func start(_ id: Int) throws {
        guard let member = members[id] else { return }
        let recovered = Recovered(hardState: member.hardState, mark: member.mark, entries: member.entries)
        members[id]?.group = try RaftGroup(
            id: VoterID(node: NodeID(Int32(id)), directory: 0), recovered: recovered, limits: limits,
            random: SeededRandom(seed: UInt64(id)),
            mutant: mutant)
    }

    private mutating func takeReady(_ id: Int) {
        members[id]?.group?.takeReady(into: &ready)
        output += ready.lines.map { "\(id)  \($0)" }
        post(ready.messages)
        if let token = ready.token { members[id]?.writes.append((ready, token)) }
        if let last = ready.committed.last { members[id]?.group?.applied(through: last.index) }
    }

    private mutating func sync(_ id: Int, count: Int) {
        for _ in 0..<min(count, members[id]?.writes.count ?? 0) {
            guard let write = members[id]?.writes.removeFirst() else { return }
            if let installed = write.ready.installed {
                members[id]?.mark = installed.mark
                if installed.keepsSuffix {
                    members[id]?.entries.removeAll { $0.index <= installed.mark.index }
                } else {
                    members[id]?.entries = []
                }
            }
            if let hardState = write.ready.hardState { members[id]?.hardState = hardState }
            if let first = write.ready.entries.first {
                members[id]?.entries.removeAll { $0.index >= first.index }
                members[id]?.entries += write.ready.entries
            }
            output.append("\(id)  durable #\(write.token.sequence)")
            post(write.ready.messagesAfterPersist)
            members[id]?.group?.persisted(write.token)
        }
    }

    private mutating func post(_ messages: [RaftMessage]) {
        for message in messages where !cut.contains([Int(message.from.node.rawValue), Int(message.to.node.rawValue)]) {
            members[Int(message.to.node.rawValue)]?.mailbox.append(message)
        }
    }

    private mutating func deliver(_ id: Int, from: Int?, count: Int) {
        var left = count
        let mailbox = members[id]?.mailbox ?? []
        members[id]?.mailbox = []
        for message in mailbox {
            if left > 0 && (from == nil || Int(message.from.node.rawValue) == from) {
                left -= 1
                output.append("\(id)  got \(message.short)")
                members[id]?.group?.step(message)
            } else {
                members[id]?.mailbox.append(message)
            }
        }
    }

    private mutating func settle(_ command: TranscriptCommand) throws {
        let kept = output
        let only = Set(command.members("only").map { Int($0.node.rawValue) })
        for _ in 0..<1000 {
            var moved = false
            for id in order where members[id]?.group != nil && (only.isEmpty || only.contains(id)) {
                if members[id]?.mailbox.isEmpty == false {
                    deliver(id, from: nil, count: .max)
                    moved = true
                }
                if members[id]?.group?.hasReady == true {
                    takeReady(id)
                    moved = true
                }
                if members[id]?.writes.isEmpty == false {
                    sync(id, count: .max)
                    moved = true
                }
            }
            if !moved {
                if command.arguments.contains("quietly") { output = kept }
                return
            }
        }
        throw TranscriptCommand.Malformed(description: "does not settle")
    }

    // MARK: Looking

    private mutating func status(_ id: Int) {
        guard let group = members[id]?.group else { return output.append("\(id)  down") }
        output.append(
            "\(id)  \(group.role) term \(group.term)\(group.leader.map { " leader \($0.short)" } ?? "") commit \(group.commit) last \(group.last) \(group.configuration.short)\(group.isQuiescent ? " asleep" : "")"
        )
    }

    private mutating func progress(_ id: Int) {
        for replica in members[id]?.group?.replicas ?? [] {
            output.append(
                "\(id)  \(replica.id.short): \(replica.state) match \(replica.match)\(replica.isVoter ? "" : " learner")\(replica.isActive ? "" : " silent")"
            )
        }
    }

    private mutating func log(_ id: Int) {
        guard let group = members[id]?.group else { return }
        var index = group.logStart.index.next
        output.append("\(id)  after \(group.logStart.position)")
        while let entry = group.entry(at: index) {
            output.append("\(id)  \(entry.short)")
            index = index.next
        }
    }
}
