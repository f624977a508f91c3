/// What a client may do, as bits numbered like ACL operations (KIP-430). Without an authorizer everybody may do everything.
enum AuthorizedOperations {
    /// Read, write, create, delete, alter, describe, describe and alter configs.
    static let topic: Int32 = bits(3, 4, 5, 6, 7, 8, 10, 11)
    /// Create, alter, describe, cluster action, describe and alter configs, idempotent write.
    static let cluster: Int32 = bits(5, 7, 8, 9, 10, 11, 12)

    private static func bits(_ operations: Int32...) -> Int32 { operations.reduce(0) { $0 | 1 << $1 } }
}
