import Environment

extension Disk {
    /// A small file as a whole; nil if it has more than `max` bytes.
    func contents(_ path: String, max: Int) throws(DiskError) -> [UInt8]? {
        let file = try open(path, .read)
        let size = try file.size()
        guard size <= Int64(max) else { return nil }
        var failure: DiskError?
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { space, count in
            do throws(DiskError) {
                count = try file.read(
                    at: 0, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(space)[..<Int(size)]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
