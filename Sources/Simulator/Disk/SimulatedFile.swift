import Environment
import Synchronization

/// An open file of a ``SimulatedDisk``. Its calls fail once the disk's incarnation has ended.
final class SimulatedFile: DiskFile {
    let path: String
    private let disk: SimulatedDisk
    private let node: Int
    private let writable: Bool

    init(disk: SimulatedDisk, node: Int, path: String, writable: Bool) {
        self.disk = disk
        self.node = node
        self.path = path
        self.writable = writable
    }

    deinit { disk.close(node) }

    var descriptor: Int32? { nil }

    func size() throws(DiskError) -> Int64 {
        try disk.image.withLock { image throws(DiskError) in try image.size(node, path) }
    }

    func read(at offset: Int64, into target: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        try disk.image.withLock { image throws(DiskError) in try image.read(node, path, at: offset, into: target) }
    }

    func write(at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) throws(DiskError) {
        try requireWritable("write")
        try disk.image.withLock { image throws(DiskError) in try image.write(node, path, at: offset, pieces) }
    }

    func truncate(to size: Int64) throws(DiskError) {
        try requireWritable("truncate")
        try disk.image.withLock { image throws(DiskError) in try image.truncate(node, path, to: size) }
    }

    func sync() throws(DiskError) {
        try disk.image.withLock { image throws(DiskError) in try image.sync(node, path) }
    }

    private static let badDescriptor: Int32 = 9

    private func requireWritable(_ operation: String) throws(DiskError) {
        if !writable { throw DiskError(.io(Self.badDescriptor), operation: operation, path: path) }
    }
}
