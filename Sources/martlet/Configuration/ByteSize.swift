/// A number of bytes as people write it: `65536`, `64KiB`, `128MiB`, `2GiB`.
struct ByteSize: Hashable {
    var bytes: Int

    /// Nil for anything else, for 0, and for more than an Int holds.
    init?(_ text: String) {
        let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40)]
        let unit = units.first { text.hasSuffix($0.0) }
        guard let count = Int(unit == nil ? text[...] : text.dropLast(3)), count >= 1 else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit?.1 ?? 1)
        guard !overflow else { return nil }
        self.bytes = bytes
    }
}
