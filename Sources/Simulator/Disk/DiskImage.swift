import Environment

/// The whole state of a ``SimulatedDisk``: a tree of directories and files, each with what is visible, what is durable, and what is pending.
///
/// Nodes are numbered; the root is 0. Everything is a value, so that the disk's lock guards all of it.
struct DiskImage: Sendable {
    var directories: [Int: DirectoryContents] = [0: DirectoryContents()]
    var files: [Int: FileContents] = [:]
    var nextNode = 1
    var nextMove = 0
    /// Bytes of all files that have a name.
    var usedBytes: Int64 = 0
    var faults: DiskFaults
    var random: SeededRandom
    var statistics = DiskStatistics()
    /// Changes that still succeed before the power goes; nil if it stays.
    var changesLeft: Int?
    /// Syncs that still succeed before one fails; nil if chance alone decides.
    var syncsLeft: Int?
    /// The power has gone, or the node was killed: this incarnation's calls all fail.
    var dead = false

    init(faults: DiskFaults, random: SeededRandom) {
        self.faults = faults
        self.random = random
    }

    private static let inputOutputError: Int32 = 5
    private static let notADirectory: Int32 = 20
    private static let isADirectory: Int32 = 21
    private static let invalidArgument: Int32 = 22
    private static let notEmpty: Int32 = 39

    func failure(_ operation: String, _ path: String) -> DiskError {
        DiskError(.io(Self.inputOutputError), operation: operation, path: path)
    }

    func requireAlive(_ operation: String, _ path: String) throws(DiskError) {
        if dead { throw failure(operation, path) }
    }

    /// Counts a change; at the one that ``SimulatedDisk/stop(afterChanges:)`` names, the power goes while it is under way.
    mutating func powerGoes() -> Bool {
        guard let left = changesLeft else { return false }
        changesLeft = left - 1
        if left <= 0 { dead = true }
        return dead
    }

    // MARK: Names

    private static func components(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }

    private func node(_ components: ArraySlice<Substring>) -> Int? {
        var node = 0
        for name in components {
            guard let next = directories[node]?.visible[String(name)] else { return nil }
            node = next
        }
        return node
    }

    /// The directory that holds (or would hold) the last component, and that component.
    private func place(_ operation: String, _ path: String) throws(DiskError) -> (directory: Int, name: String) {
        let components = Self.components(path)
        guard let name = components.last else { throw DiskError(.io(Self.invalidArgument), operation: operation, path: path) }
        guard let directory = node(components.dropLast()) else { throw DiskError(.notFound, operation: operation, path: path) }
        guard directories[directory] != nil else { throw DiskError(.io(Self.notADirectory), operation: operation, path: path) }
        return (directory, String(name))
    }

    private func directory(_ operation: String, _ path: String) throws(DiskError) -> Int {
        guard let node = node(Self.components(path)[...]) else { throw DiskError(.notFound, operation: operation, path: path) }
        guard directories[node] != nil else { throw DiskError(.io(Self.notADirectory), operation: operation, path: path) }
        return node
    }

    private mutating func change(_ directory: Int, _ change: DirectoryContents.Change) { directories[directory]?.make(change) }

    mutating func createDirectory(_ path: String) throws(DiskError) {
        try requireAlive("mkdir", path)
        var parent = 0
        for name in Self.components(path).map(String.init) {
            if let next = directories[parent]?.visible[name] {
                guard directories[next] != nil else { throw DiskError(.io(Self.notADirectory), operation: "mkdir", path: path) }
                parent = next
                continue
            }
            statistics.nameChanges += 1
            let power = powerGoes()
            let node = nextNode
            nextNode += 1
            directories[node] = DirectoryContents()
            change(parent, .link(name: name, node: node))
            parent = node
            if power { throw failure("mkdir", path) }
        }
    }

    func list(_ path: String) throws(DiskError) -> [String] {
        try requireAlive("list", path)
        let names = directories[try directory("list", path)]?.visible.keys ?? [:].keys
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func exists(_ path: String) throws(DiskError) -> Bool {
        try requireAlive("stat", path)
        return node(Self.components(path)[...]) != nil
    }

    /// Opens a file and returns its node, with one handle more.
    mutating func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> Int {
        try requireAlive("open", path)
        let (directory, name) = try place("open", path)
        if let node = directories[directory]?.visible[name] {
            guard files[node] != nil else { throw DiskError(.io(Self.isADirectory), operation: "open", path: path) }
            files[node]?.handles += 1
            return node
        }
        guard case .create = mode else { throw DiskError(.notFound, operation: "open", path: path) }
        statistics.nameChanges += 1
        let power = powerGoes()
        let node = nextNode
        nextNode += 1
        var contents = FileContents()
        contents.handles = power ? 0 : 1
        files[node] = contents
        change(directory, .link(name: name, node: node))
        if power { throw failure("open", path) }
        return node
    }

    mutating func close(_ node: Int) {
        files[node]?.handles -= 1
        forgetIfUnused(node)
    }

    mutating func remove(_ path: String) throws(DiskError) {
        try requireAlive("remove", path)
        let (directory, name) = try place("remove", path)
        guard let node = directories[directory]?.visible[name] else { throw DiskError(.notFound, operation: "remove", path: path) }
        if let contents = directories[node], !contents.visible.isEmpty {
            throw DiskError(.io(Self.notEmpty), operation: "remove", path: path)
        }
        statistics.nameChanges += 1
        let power = powerGoes()
        change(directory, .unlink(name: name))
        unlinked(node)
        if power { throw failure("remove", path) }
    }

    mutating func rename(_ from: String, to: String) throws(DiskError) {
        try requireAlive("rename", from)
        let (oldDirectory, oldName) = try place("rename", from)
        let (newDirectory, newName) = try place("rename", to)
        guard let node = directories[oldDirectory]?.visible[oldName] else { throw DiskError(.notFound, operation: "rename", path: from) }
        let replaced = directories[newDirectory]?.visible[newName]
        if replaced == node { return }
        if let replaced, let contents = directories[replaced], !contents.visible.isEmpty {
            throw DiskError(.io(Self.notEmpty), operation: "rename", path: to)
        }
        statistics.nameChanges += 1
        let power = powerGoes()
        if oldDirectory == newDirectory {
            change(oldDirectory, .rename(from: oldName, to: newName, node: node))
        } else {
            let move = nextMove
            nextMove += 1
            change(oldDirectory, .moveOut(name: oldName, to: newDirectory, move: move))
            change(newDirectory, .moveIn(name: newName, node: node, from: oldDirectory, move: move))
        }
        if let replaced { unlinked(replaced) }
        if power { throw failure("rename", from) }
    }

    mutating func syncDirectory(_ path: String) throws(DiskError) {
        try requireAlive("fsync", path)
        let directory = try directory("fsync", path)
        statistics.directorySyncs += 1
        let count = directories[directory]?.pending.count ?? 0
        if powerGoes() {
            settle(directory, count: Int.random(in: 0...count, using: &random))
            throw failure("fsync", path)
        }
        if syncFails() {
            // Unlike a file's pages, names go through the file system's own journal: what was not written is not forgotten.
            settle(directory, count: Int.random(in: 0...count, using: &random))
            throw DiskError(.syncFailed, operation: "fsync", path: path)
        }
        settle(directory, count: count)
    }

    /// Makes the oldest `count` changes of a directory durable, and with each half of a rename the other half, which drags along what stands before
    /// it in its directory.
    mutating func settle(_ directory: Int, count: Int) {
        for _ in 0..<count {
            guard let change = directories[directory]?.settleOldest() else { return }
            guard let (move, other) = change.move else { continue }
            if let position = directories[other]?.pending.firstIndex(where: { $0.move?.number == move }) {
                settle(other, count: position + 1)
            }
        }
    }

    private mutating func unlinked(_ node: Int) {
        guard let contents = files[node] else { return }
        usedBytes -= Int64(contents.visible.count)
        files[node]?.linked = false
        forgetIfUnused(node)
    }

    /// Contents that no name and no handle leads to are forgotten, unless a crash could bring a name back.
    private mutating func forgetIfUnused(_ node: Int) {
        guard let contents = files[node], contents.handles == 0, !contents.linked else { return }
        let canReturn = directories.values.contains { directory in
            directory.durable.values.contains(node)
                || directory.pending.contains {
                    switch $0 {
                    case .link(_, node), .rename(_, _, node), .moveIn(_, node, _, _): true
                    default: false
                    }
                }
        }
        if !canReturn { files[node] = nil }
    }

    // MARK: Bytes

    func size(_ node: Int, _ path: String) throws(DiskError) -> Int64 {
        try requireAlive("stat", path)
        guard let contents = files[node] else { throw failure("stat", path) }
        return Int64(contents.visible.count)
    }

    mutating func read(_ node: Int, _ path: String, at offset: Int64, into target: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
        try requireAlive("read", path)
        guard offset >= 0 else { throw DiskError(.io(Self.invalidArgument), operation: "read", path: path) }
        guard let contents = files[node] else { throw failure("read", path) }
        statistics.reads += 1
        guard offset < contents.visible.count else { return 0 }
        let count = min(target.count, contents.visible.count - Int(offset))
        contents.visible.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[Int(offset)..<Int(offset) + count])) }
        statistics.bytesRead += Int64(count)
        return count
    }

    mutating func write(_ node: Int, _ path: String, at offset: Int64, _ pieces: [UnsafeRawBufferPointer]) throws(DiskError) {
        try requireAlive("write", path)
        guard offset >= 0, let start = Int(exactly: offset) else {
            throw DiskError(.io(Self.invalidArgument), operation: "write", path: path)
        }
        guard let contents = files[node] else { throw failure("write", path) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { bytes.append(contentsOf: piece) }

        // What fits is written before the error comes, as the system does it.
        let size = Int64(contents.visible.count)
        let free = max(0, faults.capacity - usedBytes)
        let (end, overflow) = Int64(start).addingReportingOverflow(Int64(bytes.count))
        let room = size.addingReportingOverflow(free)
        let full = contents.linked && (overflow || (end > size && !room.overflow && end > room.partialValue))
        if full { bytes.removeLast(bytes.count - Int(max(0, min(Int64(bytes.count), room.partialValue - Int64(start))))) }
        let power = powerGoes()
        let fails = !power && faults.writeFailureChance > 0 && random.chance(faults.writeFailureChance)
        if fails { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }

        statistics.writes += 1
        statistics.bytesWritten += Int64(bytes.count)
        if !bytes.isEmpty { files[node]?.write(at: start, bytes) }
        grew(node, from: size)
        if power || fails { throw failure("write", path) }
        if full { throw DiskError(.noSpace, operation: "write", path: path) }
    }

    mutating func truncate(_ node: Int, _ path: String, to size: Int64) throws(DiskError) {
        try requireAlive("truncate", path)
        guard size >= 0, let target = Int(exactly: size) else {
            throw DiskError(.io(Self.invalidArgument), operation: "truncate", path: path)
        }
        guard let contents = files[node] else { throw failure("truncate", path) }
        let old = Int64(contents.visible.count)
        if contents.linked, size > old, size - old > faults.capacity - usedBytes {
            throw DiskError(.noSpace, operation: "truncate", path: path)
        }
        statistics.nameChanges += 1
        let power = powerGoes()
        files[node]?.truncate(to: target)
        grew(node, from: old)
        if power { throw failure("truncate", path) }
    }

    mutating func sync(_ node: Int, _ path: String) throws(DiskError) {
        try requireAlive("fdatasync", path)
        guard files[node] != nil else { throw failure("fdatasync", path) }
        statistics.syncs += 1
        if powerGoes() {
            throw failure("fdatasync", path)
        }
        if syncFails() {
            files[node]?.failSync(using: &random)
            throw DiskError(.syncFailed, operation: "fdatasync", path: path)
        }
        files[node]?.sync()
    }

    private mutating func syncFails() -> Bool {
        if let left = syncsLeft {
            syncsLeft = left > 0 ? left - 1 : nil
            if left == 0 { return true }
        }
        return faults.syncFailureChance > 0 && random.chance(faults.syncFailureChance)
    }

    private mutating func grew(_ node: Int, from size: Int64) {
        guard let contents = files[node], contents.linked else { return }
        usedBytes += Int64(contents.visible.count) - size
    }

    func node(at path: String) -> Int? { node(Self.components(path)[...]) }
}
