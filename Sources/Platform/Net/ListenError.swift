/// A listener that could not be opened, and what to do about it.
public struct ListenError: Error, CustomStringConvertible {
    public let host: String
    public let port: Int
    public let cause: any Error

    public var description: String {
        let address = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        return "cannot listen on \(address): \(NetworkErrorText.advice(cause))"
    }
}
