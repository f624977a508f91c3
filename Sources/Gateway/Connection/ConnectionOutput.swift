public import KafkaProtocol

/// The way out of a connection: a socket, or the simulator's. Confined to the connection's core.
///
/// Its other direction are calls on ``Connection``: `received`, `closedByPeer`, `writabilityChanged`.
public protocol ConnectionOutput: AnyObject {
    /// Adds a piece behind those before it. It need not leave before ``flush()``.
    ///
    /// When more than `ConnectionLimits.answerBytesMax` bytes are written and not taken by the socket, the output calls
    /// ``Connection/writabilityChanged(_:)`` with false, and with true when half of it is left; it may do so from within this call.
    func write(_ piece: WirePiece)

    /// Sends what was written, as far as the peer takes it; the rest follows by itself.
    func flush()

    /// Whether the connection wants to receive. Bytes already on the way may still come after false.
    func setReading(_ reading: Bool)

    /// Ends the connection, once.
    /// - Parameter afterSending: whether what was written is sent first. If the peer does not take it, the connection stays until it breaks
    ///   or the output's own patience ends; no further call is made on either side.
    func close(afterSending: Bool)
}
