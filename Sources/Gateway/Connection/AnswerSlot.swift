/// A request's place in the order of its connection's answers: requests are numbered from 0 as they are read.
public struct AnswerSlot: Hashable, Comparable, Sendable, CustomStringConvertible {
    let rawValue: UInt64

    init(_ rawValue: UInt64) { self.rawValue = rawValue }

    public static func < (a: AnswerSlot, b: AnswerSlot) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(rawValue)" }
}
