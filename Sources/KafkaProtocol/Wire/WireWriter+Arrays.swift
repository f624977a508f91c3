extension WireWriter {
    /// The count that leads an array.
    public mutating func arrayCount(_ count: Int, _ flexible: Bool) {
        if flexible { return compactLength(count) }
        guard let short = Int32(exactly: count) else { return fail() }
        int32(short)
    }

    /// An array that is null.
    public mutating func nullArray(_ flexible: Bool) {
        if flexible { unsignedVarint(0) } else { int32(-1) }
    }

    public mutating func int8s(_ values: [Int8], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { int8(value) }
    }

    public mutating func nullableInt8s(_ values: [Int8]?, _ flexible: Bool) {
        if let values { int8s(values, flexible) } else { nullArray(flexible) }
    }

    public mutating func int16s(_ values: [Int16], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { int16(value) }
    }

    public mutating func nullableInt16s(_ values: [Int16]?, _ flexible: Bool) {
        if let values { int16s(values, flexible) } else { nullArray(flexible) }
    }

    public mutating func int32s(_ values: [Int32], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { int32(value) }
    }

    public mutating func nullableInt32s(_ values: [Int32]?, _ flexible: Bool) {
        if let values { int32s(values, flexible) } else { nullArray(flexible) }
    }

    public mutating func int64s(_ values: [Int64], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { int64(value) }
    }

    public mutating func nullableInt64s(_ values: [Int64]?, _ flexible: Bool) {
        if let values { int64s(values, flexible) } else { nullArray(flexible) }
    }

    public mutating func uuids(_ values: [KafkaUUID], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { uuid(value) }
    }

    public mutating func nullableUUIDs(_ values: [KafkaUUID]?, _ flexible: Bool) {
        if let values { uuids(values, flexible) } else { nullArray(flexible) }
    }

    public mutating func strings(_ values: [String], _ flexible: Bool) {
        arrayCount(values.count, flexible)
        for value in values { string(value, flexible) }
    }

    public mutating func nullableStrings(_ values: [String]?, _ flexible: Bool) {
        if let values { strings(values, flexible) } else { nullArray(flexible) }
    }
}
