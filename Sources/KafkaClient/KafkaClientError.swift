public import KafkaProtocol

/// Why something asked of a cluster was not done. Each says where it happened and, where there is something to do about it, what.
public enum KafkaClientError: Error, Hashable, Sendable {
    /// No connection came about; nothing was sent.
    case cannotConnect(to: String, reason: String)
    /// The connection ended before the answer came: the request may have been carried out.
    case closed(by: String, reason: String)
    /// No answer in time: the request may have been carried out. The connection is closed, since a late answer would be taken for another.
    case timedOut(at: String, waitingFor: ApiKey, milliseconds: Int64)
    /// The node answered with bytes that are not what was asked for.
    case badAnswer(from: String, to: ApiKey, ProtocolError)
    /// The request cannot be written in the version that the node serves, for instance a name that is too long.
    case unwritable(ApiKey, ProtocolError)
    /// The node has no version of the API that this client has.
    case unsupported(ApiKey, at: String)
    /// The cluster refused it.
    case refused(ErrorCode, about: String, detail: String?)
    /// What was asked cannot be right, whatever the cluster says.
    case invalid(String)

    /// Whether the same may succeed later.
    public var isRetriable: Bool {
        switch self {
        case .cannotConnect, .closed, .timedOut: true
        case .refused(let code, _, _): code.retriable
        case .badAnswer, .unwritable, .unsupported, .invalid: false
        }
    }

    /// The server's code, if it gave one.
    public var code: ErrorCode? {
        if case .refused(let code, _, _) = self { code } else { nil }
    }
}

extension KafkaClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotConnect(let address, let reason): "cannot connect to \(address): \(reason)"
        case .closed(let address, let reason): "\(address) ended the connection before it answered: \(reason)"
        case .timedOut(let address, let api, let milliseconds):
            "\(address) gave no answer to \(api) within \(milliseconds) ms; it may still carry it out. Is it overloaded, or without a leader?"
        case .badAnswer(let address, let api, let error):
            "\(address) answered \(api) with bytes that cannot be read (\(error)); is that port a Kafka listener without TLS?"
        case .unwritable(let api, let error): "the \(api) request cannot be written: \(error)"
        case .unsupported(let api, let address): "\(address) serves no version of \(api) that this client has"
        case .refused(let code, let about, let detail):
            "\(about): \(detail.flatMap { $0.isEmpty ? nil : $0 } ?? code.message) (\(code.name))"
        case .invalid(let why): why
        }
    }
}
