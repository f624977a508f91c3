/// The names of a partition's files.
enum SegmentFiles {
    static let manifest = "manifest"
    static let manifestTemporary = "manifest.tmp"
    static let logSuffix = ".log"
    static let indexSuffix = ".index"

    /// `00000000000000000042.log`, as Kafka names them: in the order of their offsets.
    static func log(_ baseOffset: Int64) -> String { digits(baseOffset) + logSuffix }
    static func index(_ baseOffset: Int64) -> String { digits(baseOffset) + indexSuffix }

    private static func digits(_ offset: Int64) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
    }

    /// Whether a name is one that this room gives.
    static func isOurs(_ name: String) -> Bool {
        name == manifest || name == manifestTemporary || name.hasSuffix(logSuffix) || name.hasSuffix(indexSuffix)
    }
}
