import Environment

extension DiskImage {
    /// The disk as the next incarnation sees it after the power went: of every directory's pending changes a prefix, of every file's pending
    /// writes any part.
    mutating func afterPowerLoss() -> DiskImage {
        dead = true
        // Sorted: a seed must give the same disk in every process.
        for directory in directories.keys.sorted() {
            let count = directories[directory]?.pending.count ?? 0
            guard count > 0 else { continue }
            switch Int.random(in: 0..<3, using: &random) {
            case 0: break
            case 1: settle(directory, count: count)
            default: settle(directory, count: Int.random(in: 0...count, using: &random))
            }
        }
        var next = DiskImage(faults: faults, random: random.fork())
        next.nextNode = nextNode
        next.nextMove = nextMove
        var waiting = [0]
        while let node = waiting.popLast() {
            let names = directories[node]?.durable ?? [:]
            next.directories[node] = DirectoryContents(recovered: names)
            for (_, child) in names.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                if directories[child] != nil {
                    waiting.append(child)
                } else if let contents = files[child] {
                    let bytes = contents.survivors(flipChance: faults.flipChance, using: &random)
                    next.files[child] = FileContents(recovered: bytes)
                    next.usedBytes += Int64(bytes.count)
                }
            }
        }
        return next
    }

    /// The disk after the process was killed and the machine stayed up: everything visible is there, and what was pending still is.
    mutating func afterKill() -> DiskImage {
        var next = self
        dead = true
        next.dead = false
        next.changesLeft = nil
        next.syncsLeft = nil
        next.statistics = DiskStatistics()
        next.random = random.fork()
        for node in files.keys { next.files[node]?.handles = 0 }
        return next
    }
}
