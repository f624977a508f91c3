/// Names a request that waits for its answer, for whoever finds the answer on another core: sent there and back, it is redeemed with
/// ``CoreDoor/answer(_:_:)`` on ``ConnectionID/core``.
public struct RequestTicket: Hashable, Sendable {
    public let connection: ConnectionID
    public let slot: AnswerSlot

    public init(connection: ConnectionID, slot: AnswerSlot) {
        self.connection = connection
        self.slot = slot
    }
}
