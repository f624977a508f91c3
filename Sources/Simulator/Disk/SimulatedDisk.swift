public import Environment
import Synchronization

/// A disk in memory that keeps exactly what ``Environment/Disk`` promises and no more, as a seed has it.
///
/// At a ``crash()`` of a file's bytes written since its last successful sync any part survives, torn anywhere; of a directory's changes since
/// its last `syncDirectory` a prefix. A failed sync persists part of the data, and what it lost is never written by later syncs, though it stays
/// visible. A full disk takes what fits and fails. Thread-safe; the same calls in the same order give the same disk in every process.
public final class SimulatedDisk: Disk {
    let image: Mutex<DiskImage>

    public convenience init(seed: UInt64, faults: DiskFaults = .none) {
        self.init(DiskImage(faults: faults, random: SeededRandom(seed: seed)))
    }

    private init(_ image: DiskImage) { self.image = Mutex(image) }

    // MARK: The seam

    public func createDirectory(_ path: String) throws(DiskError) {
        try image.withLock { image throws(DiskError) in try image.createDirectory(path) }
    }

    public func list(_ directory: String) throws(DiskError) -> [String] {
        try image.withLock { image throws(DiskError) in try image.list(directory) }
    }

    public func exists(_ path: String) throws(DiskError) -> Bool {
        try image.withLock { image throws(DiskError) in try image.exists(path) }
    }

    public func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile {
        let node = try image.withLock { image throws(DiskError) in try image.open(path, mode) }
        let writable = if case .read = mode { false } else { true }
        return SimulatedFile(disk: self, node: node, path: path, writable: writable)
    }

    public func remove(_ path: String) throws(DiskError) {
        try image.withLock { image throws(DiskError) in try image.remove(path) }
    }

    public func rename(_ from: String, to: String) throws(DiskError) {
        try image.withLock { image throws(DiskError) in try image.rename(from, to: to) }
    }

    public func syncDirectory(_ path: String) throws(DiskError) {
        try image.withLock { image throws(DiskError) in try image.syncDirectory(path) }
    }

    public func freeBytes() throws(DiskError) -> Int64 {
        try image.withLock { image throws(DiskError) in
            try image.requireAlive("statvfs", "")
            return max(0, image.faults.capacity - image.usedBytes)
        }
    }

    func close(_ node: Int) { image.withLock { $0.close(node) } }

    // MARK: What befalls it

    /// The power goes. Every later call on this disk and its files fails.
    /// - Returns: the disk as the node's next incarnation finds it.
    public func crash() -> SimulatedDisk { SimulatedDisk(image.withLock { $0.afterPowerLoss() }) }

    /// The process dies (SIGKILL) and the machine stays up: all that was written is visible, and what was not synced can still be lost. Every
    /// later call on this disk and its files fails.
    /// - Returns: the disk as the node's next incarnation finds it.
    public func kill() -> SimulatedDisk { SimulatedDisk(image.withLock { $0.afterKill() }) }

    /// Cuts the power in the midst of a change: `count` changes (writes, syncs, name changes) still succeed, the next one fails half-way, and then
    /// everything fails until ``crash()``.
    public func stop(afterChanges count: Int) { image.withLock { $0.changesLeft = count } }

    /// Lets `count` syncs (of files or directories) succeed and the next one fail.
    public func failSync(after count: Int) { image.withLock { $0.syncsLeft = count } }

    /// What goes wrong from now on; also the way to fill the disk (``DiskFaults/capacity``).
    public var faults: DiskFaults {
        get { image.withLock { $0.faults } }
        set { image.withLock { $0.faults = newValue } }
    }

    /// Flips bits of a byte on the medium, synced or not, as a failing one would. No effect beyond the end of the file.
    public func damage(_ path: String, at offset: Int64, xor mask: UInt8) {
        image.withLock { image in
            guard let node = image.node(at: path), let position = Int(exactly: offset) else { return }
            image.files[node]?.damage(at: position, xor: mask)
        }
    }

    /// Whether the power has gone (see ``stop(afterChanges:)``) or the next incarnation was made.
    public var isDead: Bool { image.withLock { $0.dead } }

    public var statistics: DiskStatistics { image.withLock { $0.statistics } }

    /// Bytes of all files that have a name.
    public var usedBytes: Int64 { image.withLock { $0.usedBytes } }
}
