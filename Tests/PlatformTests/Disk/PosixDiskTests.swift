import Environment
import Foundation
import Platform
import Testing

@Suite struct PosixDiskTests {
    let temporary: TemporaryDirectory
    let disk: PosixDisk

    init() throws {
        temporary = try TemporaryDirectory()
        disk = try PosixDisk(directory: temporary.path + "/a/data")
    }

    private func write(_ bytes: [UInt8], at offset: Int64, to file: any DiskFile) throws {
        try bytes.withUnsafeBytes { try file.write(at: offset, [$0]) }
    }

    private func contents(_ file: any DiskFile) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Int(try file.size()) + 16)
        let count = try bytes.withUnsafeMutableBytes { try file.read(at: 0, into: $0) }
        return Array(bytes[..<count])
    }

    @Test func piecesAreWrittenInOrderWhateverTheirNumberAndSize() throws {
        let file = try disk.open("pieces", .create)
        var all: [UInt8] = []
        // More pieces than one system call takes, some of them empty.
        let sizes = (0..<2500).map { $0 % 7 == 0 ? 0 : ($0 * 37) % 300 }
        for (number, size) in sizes.enumerated() { all += [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size) }
        try all.withUnsafeBytes { bytes in
            var pieces: [UnsafeRawBufferPointer] = []
            var from = 0
            for size in sizes {
                pieces.append(UnsafeRawBufferPointer(rebasing: bytes[from..<from + size]))
                from += size
            }
            try file.write(at: 0, pieces)
        }
        #expect(try contents(file) == all)
        try file.write(at: 5, [])
        #expect(try contents(file) == all)
    }

    @Test func aReadEndsAtTheEndOfTheFile() throws {
        let file = try disk.open("short", .create)
        try write([1, 2, 3], at: 2, to: file)
        #expect(try contents(file) == [0, 0, 1, 2, 3])
        var bytes = [UInt8](repeating: 9, count: 4)
        #expect(try bytes.withUnsafeMutableBytes { try file.read(at: 4, into: $0) } == 1)
        #expect(try bytes.withUnsafeMutableBytes { try file.read(at: 50, into: $0) } == 0)
        try file.truncate(to: 3)
        try file.sync()
        #expect(try contents(file) == [0, 0, 1])
    }

    @Test func aMissingFileIsNotMadeByReading() throws {
        #expect { try disk.open("missing", .read) } throws: { ($0 as? DiskError)?.kind == .notFound }
        #expect { try disk.open("missing", .readWrite) } throws: { ($0 as? DiskError)?.kind == .notFound }
        #expect(try !disk.exists("missing"))
        #expect { try disk.remove("missing") } throws: { ($0 as? DiskError)?.kind == .notFound }
    }

    @Test func namesAreMadeListedRenamedAndRemoved() throws {
        try disk.createDirectory("x/y/z")
        try disk.createDirectory("x/y/z")
        for name in ["b", "a", "c"] { _ = try disk.open("x/y/\(name)", .create) }
        #expect(try disk.list("x/y") == ["a", "b", "c", "z"])
        try write([7], at: 0, to: disk.open("x/y/a", .readWrite))
        try disk.rename("x/y/a", to: "x/y/c")
        try disk.syncDirectory("x/y")
        #expect(try contents(disk.open("x/y/c", .read)) == [7])
        try disk.remove("x/y/z")
        try disk.remove("x/y/b")
        #expect(try disk.list("x/y") == ["c"])
        #expect(throws: DiskError.self) { try disk.remove("x/y") }
        #expect(try disk.exists("x/y/c"))
    }

    @Test func theEmptyPathIsTheDataDirectory() throws {
        _ = try disk.open("file", .create)
        #expect(try disk.list("") == ["file", "lock"])
        #expect(try disk.exists(""))
        try disk.createDirectory("")
        try disk.syncDirectory("")
    }

    @Test func aRemovedFileIsReadableAsLongAsItIsOpen() throws {
        let file = try disk.open("gone", .create)
        try write([1, 2], at: 0, to: file)
        try disk.remove("gone")
        #expect(try contents(file) == [1, 2])
    }

    @Test func aFullDeviceIsToldApartFromOtherErrors() throws {
        // /dev/full refuses every write with ENOSPC.
        try FileManager.default.createSymbolicLink(atPath: disk.directory + "/full", withDestinationPath: "/dev/full")
        let file = try disk.open("full", .readWrite)
        #expect { try write([1], at: 0, to: file) } throws: { ($0 as? DiskError)?.kind == .noSpace }
        #expect {
            try [1, 2].withUnsafeBytes { try file.write(at: 0, [$0, $0]) }
        } throws: { ($0 as? DiskError)?.kind == .noSpace }
        #expect(try disk.freeBytes() > 0)
    }

    @Test func aDirectoryInUseIsRefusedByName() throws {
        #expect {
            _ = try PosixDisk(directory: disk.directory)
        } throws: { error in
            guard case .locked(let directory)? = error as? DataDirectoryError else { return false }
            return directory == disk.directory && "\(error)".contains(directory)
        }
    }

    @Test func aDirectoryIsFreeAgainWhenItsLastUserIsGone() throws {
        let path = temporary.path + "/again"
        var first: PosixDisk? = try PosixDisk(directory: path)
        var file: (any DiskFile)? = try first?.open("f", .create)
        first = nil
        #expect(throws: DataDirectoryError.self) { _ = try PosixDisk(directory: path) }
        #expect(file != nil)
        file = nil
        _ = try PosixDisk(directory: path)
    }

    @Test func aFileInTheWayOfADirectoryIsRefused() throws {
        _ = try disk.open("file", .create)
        #expect(throws: DataDirectoryError.self) { _ = try PosixDisk(directory: disk.directory + "/file") }
    }
}
