/// Who makes a request, as ACLs name them (`User:alice`). Every request carries one.
public struct Principal: Hashable, Sendable, CustomStringConvertible {
    public var type: String
    public var name: String

    public init(type: String = "User", name: String) {
        self.type = type
        self.name = name
    }

    /// A client that has not said who it is.
    public static let anonymous = Principal(name: "ANONYMOUS")

    public var description: String { "\(type):\(name)" }
}
