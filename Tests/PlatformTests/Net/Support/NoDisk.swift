import Environment

/// For nodes that keep nothing.
struct NoDisk: Disk {
    private func none(_ path: String) -> DiskError { DiskError(.notFound, operation: "use", path: path) }
    func createDirectory(_ path: String) throws(DiskError) { throw none(path) }
    func list(_ directory: String) throws(DiskError) -> [String] { throw none(directory) }
    func exists(_ path: String) throws(DiskError) -> Bool { throw none(path) }
    func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile { throw none(path) }
    func remove(_ path: String) throws(DiskError) { throw none(path) }
    func rename(_ from: String, to: String) throws(DiskError) { throw none(from) }
    func syncDirectory(_ path: String) throws(DiskError) { throw none(path) }
    func freeBytes() throws(DiskError) -> Int64 { throw none("") }
}
