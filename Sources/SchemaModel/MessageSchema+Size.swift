extension MessageSchema {
    /// The fewest bytes that a struct takes on the wire in any of the message's versions that has `field`, where it stands.
    public func smallestElementSize(of field: Field) -> Int {
        guard let structure = field.type.structureName else { return 0 }
        let fields = fields(of: structure)
        return versions.filter(field.versions.contains).map { smallestSize(of: fields, in: $0) }.min() ?? 0
    }

    private func smallestSize(of fields: [Field], in version: Int16) -> Int {
        let flexible = isFlexible(version)
        let present = fields.filter { $0.tag == nil && $0.versions.contains(version) }
        return present.reduce(flexible ? 1 : 0) { $0 + smallestSize(of: $1, in: version, flexible: flexible) }
    }

    private func smallestSize(of field: Field, in version: Int16, flexible: Bool) -> Int {
        switch field.type {
        case .scalars, .structures: flexible ? 1 : 4
        case .structure(let name): field.isNullable(in: version) ? 1 : smallestSize(of: self.fields(of: name), in: version)
        case .scalar(let scalar): scalar.smallestSize(flexible: flexible && !field.isClassic)
        }
    }
}

extension FieldType.Scalar {
    /// The fewest bytes a value takes on the wire.
    public func smallestSize(flexible: Bool) -> Int {
        switch self {
        case .bool, .int8: 1
        case .int16, .uint16, .error: 2
        case .int32: 4
        case .int64, .float64: 8
        case .uuid: 16
        case .string: flexible ? 1 : 2
        case .bytes, .records: flexible ? 1 : 4
        }
    }
}
