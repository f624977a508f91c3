/// Which partition a key belongs to: as Kafka's Java client decides, so that the same key lands in the same partition whoever sends it.
public enum Partitioner {
    /// - Parameter count: partitions of the topic, at least 1.
    public static func partition(of key: some Sequence<UInt8>, count: Int32) -> Int32 {
        Int32(bitPattern: murmur2(Array(key)) & 0x7FFF_FFFF) % count
    }

    /// MurmurHash2 of 32 bits by Austin Appleby (public domain), with the seed Kafka uses.
    static func murmur2(_ bytes: [UInt8]) -> UInt32 {
        let factor: UInt32 = 0x5BD1_E995
        var hash: UInt32 = 0x9747_B28C ^ UInt32(truncatingIfNeeded: bytes.count)
        var position = 0
        while bytes.count - position >= 4 {
            var word: UInt32 = 0
            for index in (0..<4).reversed() { word = word << 8 | UInt32(bytes[position + index]) }
            word &*= factor
            word ^= word >> 24
            hash = (hash &* factor) ^ (word &* factor)
            position += 4
        }
        if position < bytes.count {
            for index in (0..<bytes.count - position).reversed() { hash ^= UInt32(bytes[position + index]) << UInt32(8 * index) }
            hash &*= factor
        }
        hash ^= hash >> 13
        hash &*= factor
        return hash ^ (hash >> 15)
    }
}
