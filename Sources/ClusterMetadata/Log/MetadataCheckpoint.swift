import CChecksums
public import Environment
import NIOCore
public import Raft

/// The metadata image in a file, so that the journal may forget the entries before it: magic, length, CRC-32C, then index, term and members of
/// the last entry in it, and the image.
public struct MetadataCheckpoint: Sendable {
    /// The last entry in it, and the members in force there.
    public var mark: SnapshotMark
    public var image: MetadataImage

    public init(mark: SnapshotMark, image: MetadataImage) {
        self.mark = mark
        self.image = image
    }

    private static let magic: UInt64 = 0x4D41_5254_4C45_544D  // "MARTLETM"

    /// Writes it beside the old one and puts it in its place; durable when it returns.
    public func write(to disk: any Disk, directory: String) throws(DiskError) {
        var body = ByteBuffer()
        body.writeInteger(mark.index.rawValue)
        body.writeInteger(mark.term.rawValue)
        mark.configuration.encode(into: &body)
        body.writeImmutableBuffer(image.encoded)
        var bytes = ByteBuffer()
        bytes.writeInteger(Self.magic)
        bytes.writeInteger(UInt32(body.readableBytes))
        bytes.writeInteger(Self.checksum(body))
        bytes.writeImmutableBuffer(body)
        let temporary = directory + "/checkpoint.tmp"
        try disk.createDirectory(directory)
        let file = try disk.open(temporary, .create)
        try file.truncate(to: 0)
        try Self.write(bytes, to: file)
        try file.sync()
        try disk.rename(temporary, to: Self.path(directory))
        try disk.syncDirectory(directory)
        // The directory itself may be new: without this its name could be lost with the power, and the checkpoint with it.
        try disk.syncDirectory("")
    }

    /// - Returns: nil if there is none.
    public static func read(from disk: any Disk, directory: String) throws(MetadataCheckpointError) -> MetadataCheckpoint? {
        let path = Self.path(directory)
        var bytes: ByteBuffer
        do throws(DiskError) {
            guard try disk.exists(path) else { return nil }
            let file = try disk.open(path, .read)
            bytes = ByteBuffer()
            try Self.read(file, into: &bytes)
        } catch {
            throw .disk(error)
        }
        guard bytes.readInteger(as: UInt64.self) == Self.magic, let (length, crc) = bytes.readMultipleIntegers(as: (UInt32, UInt32).self),
            Int(length) == bytes.readableBytes, crc == checksum(bytes),
            let (index, term) = bytes.readMultipleIntegers(as: (UInt64, UInt64).self), let configuration = Configuration(reading: &bytes)
        else { throw .damaged(path) }
        do throws(MetadataCodingError) {
            let mark = SnapshotMark(index: LogIndex(index), term: Term(term), configuration: configuration)
            return MetadataCheckpoint(mark: mark, image: try MetadataImage(decoding: bytes))
        } catch {
            throw .unreadable(path, error)
        }
    }

    private static func path(_ directory: String) -> String { directory + "/checkpoint" }

    private static func checksum(_ body: ByteBuffer) -> UInt32 {
        body.withUnsafeReadableBytes { martlet_crc32c(0, $0.baseAddress, $0.count) }
    }

    private static func write(_ bytes: ByteBuffer, to file: any DiskFile) throws(DiskError) {
        let result = bytes.withUnsafeReadableBytes { pointer -> Result<Void, DiskError> in
            do throws(DiskError) {
                return .success(try file.write(at: 0, [pointer]))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    private static func read(_ file: any DiskFile, into bytes: inout ByteBuffer) throws(DiskError) {
        let size = Int(try file.size())
        var failure: DiskError?
        bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { target in
            do throws(DiskError) {
                return try file.read(at: 0, into: UnsafeMutableRawBufferPointer(rebasing: target[..<size]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
    }
}

public enum MetadataCheckpointError: Error, Sendable, CustomStringConvertible {
    case disk(DiskError)
    case damaged(String)
    case unreadable(String, MetadataCodingError)

    public var description: String {
        switch self {
        case .disk(let error): error.description
        case .damaged(let path):
            "\(path): the metadata checkpoint is damaged; restore it from a backup, or rebuild this node with `martlet repair --rejoin`"
        case .unreadable(let path, let error): "\(path): \(error)"
        }
    }
}
