extension WireReader {
    /// The count of an array that may not be null.
    ///
    /// - Parameters:
    ///   - wireBytes: the fewest bytes one element takes on the wire, at least 1. The rest of the frame must hold `count` of them.
    ///   - memoryBytes: the bytes one element takes in memory, charged to the frame's limit.
    /// - Returns: a count for which memory may be reserved.
    public mutating func arrayCount(_ flexible: Bool, wireBytes: Int, memoryBytes: Int) throws(ProtocolError) -> Int {
        guard let count = try nullableArrayCount(flexible, wireBytes: wireBytes, memoryBytes: memoryBytes) else { throw .unexpectedNull }
        return count
    }

    /// The count of an array, nil for null. See ``arrayCount(_:wireBytes:memoryBytes:)``.
    ///
    /// - Parameter nullable: whether this version has a null; if not, one is an error.
    public mutating func nullableArrayCount(
        _ flexible: Bool, nullable: Bool = true, wireBytes: Int, memoryBytes: Int
    ) throws(ProtocolError) -> Int? {
        let announced: Int
        if flexible {
            announced = try compactLength() ?? -1
        } else {
            announced = Int(try int32())
        }
        guard announced >= 0 else {
            if announced != -1 { throw .invalidLength(announced) }
            if !nullable { throw .unexpectedNull }
            return nil
        }
        if announced == 0 { return 0 }
        // Counts have at most 32 bits and element sizes are small constants, so the products fit in 64 bits.
        guard announced <= bytesLeft / max(wireBytes, 1) else { throw .tooManyElements(announced) }
        arrayBytesLeft -= announced * memoryBytes + 32
        guard arrayBytesLeft >= 0 else { throw .tooMuchMemory }
        return announced
    }

    public mutating func int8s(_ flexible: Bool) throws(ProtocolError) -> [Int8] {
        guard let values = try nullableInt8s(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableInt8s(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [Int8]? {
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: 1, memoryBytes: 1) else { return nil }
        var values: [Int8] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try int8()) }
        return values
    }

    public mutating func int16s(_ flexible: Bool) throws(ProtocolError) -> [Int16] {
        guard let values = try nullableInt16s(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableInt16s(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [Int16]? {
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: 2, memoryBytes: 2) else { return nil }
        var values: [Int16] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try int16()) }
        return values
    }

    public mutating func int32s(_ flexible: Bool) throws(ProtocolError) -> [Int32] {
        guard let values = try nullableInt32s(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableInt32s(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [Int32]? {
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: 4, memoryBytes: 4) else { return nil }
        var values: [Int32] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try int32()) }
        return values
    }

    public mutating func int64s(_ flexible: Bool) throws(ProtocolError) -> [Int64] {
        guard let values = try nullableInt64s(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableInt64s(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [Int64]? {
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: 8, memoryBytes: 8) else { return nil }
        var values: [Int64] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try int64()) }
        return values
    }

    public mutating func uuids(_ flexible: Bool) throws(ProtocolError) -> [KafkaUUID] {
        guard let values = try nullableUUIDs(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableUUIDs(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [KafkaUUID]? {
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: 16, memoryBytes: 16) else { return nil }
        var values: [KafkaUUID] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try uuid()) }
        return values
    }

    public mutating func strings(_ flexible: Bool) throws(ProtocolError) -> [String] {
        guard let values = try nullableStrings(flexible, nullable: false) else { throw .unexpectedNull }
        return values
    }

    public mutating func nullableStrings(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> [String]? {
        let wireBytes = flexible ? 1 : 2
        guard let count = try nullableArrayCount(flexible, nullable: nullable, wireBytes: wireBytes, memoryBytes: 16) else { return nil }
        var values: [String] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try string(flexible)) }
        return values
    }
}
