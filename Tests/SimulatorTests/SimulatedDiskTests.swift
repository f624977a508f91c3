import Environment
import Simulator
import Testing

@Suite struct SimulatedDiskTests {
    private func write(_ file: any DiskFile, at offset: Int64, _ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try file.write(at: offset, [$0]) }
    }

    private func contents(_ disk: SimulatedDisk, _ path: String) throws -> [UInt8]? {
        guard try disk.exists(path) else { return nil }
        let file = try disk.open(path, .read)
        var bytes = [UInt8](repeating: 0, count: Int(try file.size()))
        let count = try bytes.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        #expect(count == bytes.count)
        return bytes
    }

    @Test(arguments: 0..<50 as Range<UInt64>) func whatWasSyncedSurvivesACrash(seed: UInt64) throws {
        let disk = SimulatedDisk(seed: seed)
        try disk.createDirectory("a/b")
        let file = try disk.open("a/b/file", .create)
        try write(file, at: 0, Array(repeating: 7, count: 2000))
        try file.sync()
        for directory in ["a/b", "a", ""] { try disk.syncDirectory(directory) }
        try write(file, at: 2000, Array(repeating: 8, count: 2000))

        let next = disk.crash()
        let bytes = try #require(try contents(next, "a/b/file"))
        #expect(bytes.prefix(2000) == Array(repeating: 7, count: 2000)[...])
        #expect(bytes.count <= 4000)
        #expect(bytes.dropFirst(2000).allSatisfy { $0 == 8 || $0 == 0 })
        #expect(throws: DiskError.self) { try file.size() }
    }

    @Test func whatWasNotSyncedIsLostKeptAndTornAsTheSeedHasIt() throws {
        var sizes: Set<Int> = []
        var holes = 0
        for seed in 0..<200 as Range<UInt64> {
            let disk = SimulatedDisk(seed: seed)
            let file = try disk.open("file", .create)
            try disk.syncDirectory("")
            for index in 0..<4 { try write(file, at: Int64(index) * 3000, Array(repeating: UInt8(index + 1), count: 3000)) }
            let bytes = try #require(try contents(disk.crash(), "file"))
            sizes.insert(bytes.count)
            if let last = bytes.lastIndex(where: { $0 != 0 }), bytes[..<last].contains(0) { holes += 1 }
        }
        #expect(sizes.contains(0))
        #expect(sizes.contains(12_000))
        #expect(sizes.count > 20)
        #expect(holes > 10)
    }

    @Test func ofADirectorysChangesAPrefixSurvives() throws {
        var seen: Set<[String]> = []
        for seed in 0..<100 as Range<UInt64> {
            let disk = SimulatedDisk(seed: seed)
            _ = try disk.open("1", .create)
            _ = try disk.open("2", .create)
            try disk.rename("1", to: "3")
            try disk.remove("2")
            seen.insert(try disk.crash().list(""))
        }
        #expect(seen == [[], ["1"], ["1", "2"], ["2", "3"], ["3"]])
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func aRenameBetweenDirectoriesIsAtomic(seed: UInt64) throws {
        let disk = SimulatedDisk(seed: seed)
        try disk.createDirectory("from")
        try disk.createDirectory("to")
        _ = try disk.open("from/file", .create)
        for directory in ["", "from"] { try disk.syncDirectory(directory) }
        try disk.rename("from/file", to: "to/file")
        let next = disk.crash()
        #expect(try next.list("from").count + next.list("to").count == 1)
    }

    @Test func whatAFailedSyncLostIsNeverWrittenByALaterOne() throws {
        var lost = 0
        for seed in 0..<50 as Range<UInt64> {
            let disk = SimulatedDisk(seed: seed)
            let file = try disk.open("file", .create)
            try disk.syncDirectory("")
            disk.failSync(after: 0)
            try write(file, at: 0, Array(repeating: 1, count: 5000))
            #expect(throws: DiskError.self) { try file.sync() }
            try file.sync()
            #expect(try contents(disk, "file")?.allSatisfy { $0 == 1 } == true)
            let after = try #require(try contents(disk.crash(), "file"))
            if after != Array(repeating: 1, count: 5000) { lost += 1 }
        }
        #expect(lost > 10)
    }

    @Test func aFullDiskTakesWhatFits() throws {
        let disk = SimulatedDisk(seed: 1)
        disk.faults.capacity = 1000
        let file = try disk.open("file", .create)
        try write(file, at: 0, Array(repeating: 1, count: 600))
        #expect(try disk.freeBytes() == 400)
        let error = #expect(throws: DiskError.self) { try write(file, at: 600, Array(repeating: 2, count: 600)) }
        #expect(error?.kind == .noSpace)
        #expect(try file.size() == 1000)
        try disk.remove("file")
        #expect(try disk.freeBytes() == 1000)
    }

    @Test func aKilledProcessLosesNothingUntilThePowerGoes() throws {
        let disk = SimulatedDisk(seed: 3)
        let file = try disk.open("file", .create)
        try write(file, at: 0, [1, 2, 3])
        let next = disk.kill()
        #expect(try contents(next, "file") == [1, 2, 3])
        #expect(throws: DiskError.self) { try disk.list("") }
    }

    @Test func theSameSeedGivesTheSameDisk() throws {
        func run() throws -> [UInt8]? {
            let disk = SimulatedDisk(seed: 99, faults: DiskFaults.none)
            let file = try disk.open("file", .create)
            try disk.syncDirectory("")
            for index in 0..<20 { try write(file, at: Int64(index) * 700, Array(repeating: UInt8(index + 1), count: 700)) }
            return try contents(disk.crash(), "file")
        }
        #expect(try run() == run())
    }

    @Test func thePowerGoesInTheMidstOfAChange() throws {
        let disk = SimulatedDisk(seed: 5)
        let file = try disk.open("file", .create)
        try disk.syncDirectory("")
        disk.stop(afterChanges: 1)
        try write(file, at: 0, [1])
        #expect(throws: DiskError.self) { try write(file, at: 1, [2]) }
        #expect(disk.isDead)
        #expect(throws: DiskError.self) { try file.sync() }
    }
}
