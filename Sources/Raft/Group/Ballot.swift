import Environment

/// A voter's answer in the election under way.
struct Ballot: Sendable {
    var voter: VoterID
    var isGranted: Bool
}
