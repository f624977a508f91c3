import Environment
import NIOCore
import Raft

// How transcripts write things: members by their node number, entries as `index@term"payload"`.

extension VoterID { var short: String { "\(node)" } }

extension Configuration {
    var short: String {
        func list(_ ids: [VoterID]) -> String { "(" + ids.map(\.short).joined(separator: " ") + ")" }
        return list(voters) + (isJoint ? "&&" + list(outgoing) : "") + (learners.isEmpty ? "" : " learners" + list(learners))
    }
}

extension LogEntry {
    var short: String {
        switch kind {
        case .empty: "\(position)"
        case .normal: "\(position)\"\(String(buffer: payload))\""
        case .configuration: "\(position)\(Configuration(decoding: payload)?.short ?? "?")"
        }
    }
}

extension RaftMessage {
    var short: String { "\(from.short)->\(to.short) t\(term) \(kind.short)" }
}

extension RaftMessage.Kind {
    var short: String {
        switch self {
        case .preVote(let last): "pre-vote? log ends \(last)"
        case .preVoteResponse(let granted): granted ? "pre-vote granted" : "pre-vote refused"
        case .vote(let last, let transfer): "vote? log ends \(last)\(transfer ? ", by transfer" : "")"
        case .voteResponse(let granted): granted ? "vote granted" : "vote refused"
        case .append(let append):
            "append after \(append.previous), commit \(append.commit): [\(append.entries.map(\.short).joined(separator: " "))]"
        case .appendResponse(.accepted(let match)): "accepted through \(match)"
        case .appendResponse(.rejected(let previous, let hint)): "rejected after \(previous), hint \(hint)"
        case .heartbeat(let heartbeat):
            "heartbeat commit \(heartbeat.commit)\(heartbeat.readRound == 0 ? "" : " round \(heartbeat.readRound)")\(heartbeat.quiesce ? " sleep" : "")"
        case .heartbeatResponse(let round): "heard\(round == 0 ? "" : " round \(round)")"
        case .snapshotOffer(let mark): "snapshot offered at \(mark.position) \(mark.configuration.short)"
        case .snapshotResponse(.fetching): "snapshot being fetched"
        case .snapshotResponse(.failed): "snapshot failed"
        case .timeoutNow: "campaign now"
        }
    }
}

extension Ready {
    /// One line for each thing to do.
    var lines: [String] {
        var lines: [String] = []
        if let violation { lines.append("VIOLATION \(violation)") }
        if let leadership {
            lines.append("\(leadership.role) in term \(leadership.term)\(leadership.leader.map { ", leader \($0.short)" } ?? "")")
        }
        for message in messages { lines.append("send \(message.short)") }
        if let token {
            var parts: [String] = []
            if let installed {
                parts.append(
                    "mark \(installed.mark.position) \(installed.mark.configuration.short)\(installed.keepsSuffix ? ", log kept" : "")")
            }
            if let hardState { parts.append("term \(hardState.term)\(hardState.vote.map { " vote \($0.short)" } ?? "")") }
            if !entries.isEmpty { parts.append("[\(entries.map(\.short).joined(separator: " "))]") }
            lines.append("journal #\(token.sequence) \(parts.isEmpty ? "nothing new" : parts.joined(separator: ", "))")
            for message in messagesAfterPersist { lines.append("  then \(message.short)") }
        }
        if !committed.isEmpty { lines.append("apply \(committed.map(\.short).joined(separator: " "))") }
        if let offer { lines.append("fetch snapshot \(offer.mark.position) from \(offer.from.short)") }
        for read in reads { lines.append("read \(read.token): \(read.index.map { "index \($0)" } ?? "failed")") }
        return lines
    }
}
