import SchemaModel

extension MessageSchema {
    /// The Swift condition for "this version has it"; nil if all versions of the message do.
    func condition(for range: VersionRange) -> String? {
        var parts: [String] = []
        if range.lowest > versions.lowerBound { parts.append("version >= \(range.lowest)") }
        if range.highest < versions.upperBound { parts.append("version <= \(range.highest)") }
        return parts.isEmpty ? nil : parts.joined(separator: " && ")
    }

    /// Whether any version of the message has it.
    func has(_ range: VersionRange) -> Bool {
        range.lowest <= versions.upperBound && range.highest >= versions.lowerBound
    }

    /// The Swift condition for "null is allowed" in the versions that have the field; nil if in all of them.
    func nullCondition(for field: Field) -> String? {
        guard let nullable = field.nullable else { return nil }
        let lowest = max(field.versions.lowest, versions.lowerBound)
        let highest = min(field.versions.highest, versions.upperBound)
        var parts: [String] = []
        if nullable.lowest > lowest { parts.append("version >= \(nullable.lowest)") }
        if nullable.highest < highest { parts.append("version <= \(nullable.highest)") }
        return parts.isEmpty ? nil : parts.joined(separator: " && ")
    }

    /// The Swift expression for "this version is flexible".
    var flexibleExpression: String {
        guard let firstFlexible else { return "false" }
        return firstFlexible <= versions.lowerBound ? "true" : "flexible"
    }
}
