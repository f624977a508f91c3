/// The type of a field's value, without its nullability.
public enum FieldType: Hashable, Sendable {
    case scalar(Scalar)
    /// A struct of the same message, by name.
    case structure(String)
    case scalars(Scalar)
    case structures(String)

    /// What has no parts.
    public enum Scalar: String, CaseIterable, Hashable, Sendable {
        case bool, int8, int16, uint16, int32, int64, float64, uuid, string, bytes
        /// Record batches; on the wire like `bytes`.
        case records
        /// An error code; on the wire like `int16`.
        case error
    }

    /// The name of the struct this is, or is an array of.
    public var structureName: String? {
        switch self {
        case .structure(let name), .structures(let name): name
        case .scalar, .scalars: nil
        }
    }

    public var isArray: Bool {
        switch self {
        case .scalars, .structures: true
        case .scalar, .structure: false
        }
    }
}
