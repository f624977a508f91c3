import Environment

/// The bytes of one simulated file: as the running system sees them (page cache), as they are known to be on the medium, and the changes between.
struct FileContents: Sendable {
    enum Change: Sendable {
        case write(offset: Int, bytes: [UInt8])
        case truncate(size: Int)
    }

    /// What reads see.
    private(set) var visible: [UInt8] = []
    /// What a crash cannot take.
    private(set) var durable: [UInt8] = []
    /// What was done since the last sync, oldest first. Empty does not mean that `visible` is durable: a failed sync forgets.
    private(set) var pending: [Change] = []
    /// Open handles: the contents of a removed file live until they are closed.
    var handles = 0
    /// Whether a name leads here.
    var linked = true

    init() {}

    /// A file as it stands after a crash: what is visible is what is durable.
    init(recovered bytes: [UInt8]) {
        visible = bytes
        durable = bytes
    }

    mutating func write(at offset: Int, _ bytes: [UInt8]) {
        Self.write(bytes[...], at: offset, to: &visible)
        pending.append(.write(offset: offset, bytes: bytes))
    }

    mutating func truncate(to size: Int) {
        Self.resize(&visible, to: size)
        pending.append(.truncate(size: size))
    }

    mutating func sync() {
        for change in pending {
            switch change {
            case .write(let offset, let bytes): Self.write(bytes[...], at: offset, to: &durable)
            case .truncate(let size): Self.resize(&durable, to: size)
            }
        }
        pending.removeAll()
    }

    /// A failed sync: part of what was pending persists. The system marks all of it clean, so the rest stays visible and is never written again,
    /// whatever later syncs say.
    mutating func failSync(using random: inout SeededRandom) {
        durable = survivors(flipChance: 0, using: &random)
        pending.removeAll()
    }

    /// The medium after a crash: everything synced, and of the rest any part.
    func survivors(flipChance: Double, using random: inout SeededRandom) -> [UInt8] {
        guard !pending.isEmpty else { return durable }
        var bytes = durable
        switch Int.random(in: 0..<6, using: &random) {
        case 0:  // Nothing was written back.
            break
        case 1:  // Everything was.
            for change in pending { Self.apply(change, to: &bytes, flipChance: flipChance, using: &random) }
        case 2, 3:  // In order, up to some byte of some write.
            let whole = Int.random(in: 0..<pending.count, using: &random)
            for change in pending[..<whole] { Self.apply(change, to: &bytes, flipChance: flipChance, using: &random) }
            if case .write(let offset, let piece) = pending[whole], !piece.isEmpty {
                let cut = Int.random(in: 0...piece.count, using: &random)
                Self.apply(.write(offset: offset, bytes: Array(piece[..<cut])), to: &bytes, flipChance: flipChance, using: &random)
            }
        default:  // In any order.
            for change in pending { Self.tear(change, onto: &bytes, flipChance: flipChance, using: &random) }
        }
        // The size may reach the medium before the data does: then the end reads as zeros.
        if bytes.count < visible.count, random.chance(0.25) {
            Self.resize(&bytes, to: Int.random(in: bytes.count...visible.count, using: &random))
        }
        return bytes
    }

    private static let sectorBytes = 512

    /// Applies a change wholly, not at all, up to some byte, or sector by sector as chance has it.
    private static func tear(_ change: Change, onto bytes: inout [UInt8], flipChance: Double, using random: inout SeededRandom) {
        guard case .write(let offset, let piece) = change, !piece.isEmpty else {
            if Bool.random(using: &random) { apply(change, to: &bytes, flipChance: 0, using: &random) }
            return
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: break
        case 1: apply(change, to: &bytes, flipChance: flipChance, using: &random)
        case 2:
            let cut = Int.random(in: 0...piece.count, using: &random)
            apply(.write(offset: offset, bytes: Array(piece[..<cut])), to: &bytes, flipChance: flipChance, using: &random)
        default:
            var position = 0
            while position < piece.count {
                let sectorEnd = ((offset + position) / sectorBytes + 1) * sectorBytes - offset
                let end = min(sectorEnd, piece.count)
                if Bool.random(using: &random) {
                    apply(
                        .write(offset: offset + position, bytes: Array(piece[position..<end])), to: &bytes, flipChance: flipChance,
                        using: &random)
                }
                position = end
            }
        }
    }

    private static func apply(_ change: Change, to bytes: inout [UInt8], flipChance: Double, using random: inout SeededRandom) {
        switch change {
        case .truncate(let size): resize(&bytes, to: size)
        case .write(let offset, let piece):
            guard !piece.isEmpty else { return }
            // A byte that was there before with the same value is not new: writing it again puts it to no risk.
            let flipped = Int.random(in: 0..<piece.count, using: &random)
            let position = offset + flipped
            let isNew = !bytes.indices.contains(position) || bytes[position] != piece[flipped]
            write(piece[...], at: offset, to: &bytes)
            if flipChance > 0, isNew, random.chance(flipChance) { bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        }
    }

    private static func write(_ piece: ArraySlice<UInt8>, at offset: Int, to bytes: inout [UInt8]) {
        if bytes.count < offset + piece.count { resize(&bytes, to: offset + piece.count) }
        guard !piece.isEmpty else { return }
        bytes.withUnsafeMutableBytes { target in
            piece.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + $0.count]).copyMemory(from: $0) }
        }
    }

    private static func resize(_ bytes: inout [UInt8], to size: Int) {
        if size < bytes.count {
            bytes.removeLast(bytes.count - size)
        } else {
            bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        }
    }

    /// Changes bytes on the medium itself, as a failing one would: for tests of damage below the last sync.
    mutating func damage(at offset: Int, xor mask: UInt8) {
        if visible.indices.contains(offset) { visible[offset] ^= mask }
        if durable.indices.contains(offset) { durable[offset] ^= mask }
    }
}
