import Environment
import KafkaProtocol
import NIOCore
import Testing

@testable import ClusterMetadata

struct ImageTests {
    @Test("an image, its checkpoint and the replay of its log are the same bytes", arguments: 0..<40)
    func imageIsItsLog(seed: UInt64) throws {
        var life = RandomLife(seed: seed)
        var log: [ByteBuffer] = []
        var restored = MetadataImage()
        for step in 0..<200 {
            for command in life.next() {
                log.append(command.encoded)
                life.image.replay(command)
                restored.replay(try MetadataCommand(decoding: command.encoded))
            }
            #expect(restored.encoded == life.image.encoded, "seed \(seed), step \(step)")
            // Goes on from its own checkpoint every now and then.
            if step % 17 == 0 { restored = try MetadataImage(decoding: restored.encoded) }
        }
        var replayed = MetadataImage()
        for entry in log { replayed.replay(try MetadataCommand(decoding: entry)) }
        #expect(replayed.encoded == life.image.encoded, "seed \(seed)")
        #expect(replayed.partitionCount == life.image.topics.values.map(\.partitions.count).reduce(0, +), "seed \(seed)")
        #expect(!log.isEmpty)
    }

    @Test("a delta tells exactly the groups that came and went", arguments: 0..<40)
    func deltaIsTheDifference(seed: UInt64) {
        var life = RandomLife(seed: seed)
        func groups(_ image: MetadataImage) -> Set<GroupID> { Set(image.topics.values.flatMap { $0.partitions.map(\.group) }) }
        for _ in 0..<60 {
            let before = groups(life.image)
            var delta = MetadataDelta()
            for _ in 0..<4 {
                for command in life.next() {
                    delta.note(command, before: life.image)
                    life.image.replay(command)
                }
            }
            let after = groups(life.image)
            #expect(Set(delta.created.map(\.record.group)) == after.subtracting(before), "seed \(seed)")
            #expect(Set(delta.removed).isSuperset(of: before.subtracting(after)), "seed \(seed)")
            #expect(Set(delta.removed).isDisjoint(with: after), "seed \(seed)")
        }
    }

    @Test("a group's number is never given out twice", arguments: 0..<20)
    func groupsAreNew(seed: UInt64) {
        var life = RandomLife(seed: seed)
        var seen: Set<GroupID> = []
        for _ in 0..<200 {
            for command in life.next() {
                var delta = MetadataDelta()
                delta.note(command, before: life.image)
                for created in delta.created { #expect(seen.insert(created.record.group).inserted, "seed \(seed)") }
                life.image.replay(command)
            }
        }
    }

    @Test("cut or foreign bytes are an error, never a trap", arguments: 0..<20)
    func hostileBytes(seed: UInt64) {
        var life = RandomLife(seed: seed)
        for _ in 0..<60 {
            for command in life.next() {
                let bytes = command.encoded
                for length in 0..<bytes.readableBytes {
                    guard let cut = bytes.getSlice(at: bytes.readerIndex, length: length) else { continue }
                    #expect(throws: MetadataCodingError.self) { try MetadataCommand(decoding: cut) }
                }
                var foreign = bytes
                let place = Int.random(in: 0..<foreign.readableBytes, using: &life.random)
                foreign.setInteger(UInt8.random(in: 0...255, using: &life.random), at: place)
                do throws(MetadataCodingError) {
                    _ = try MetadataCommand(decoding: foreign)
                } catch {
                    // Some bytes may change without harm; what counts is that none trap and that an error says what it is.
                    #expect(!error.description.isEmpty)
                }
                life.image.replay(command)
            }
        }
        let image = life.image.encoded
        for length in stride(from: 0, to: image.readableBytes, by: 7) {
            guard let cut = image.getSlice(at: image.readerIndex, length: length) else { continue }
            #expect(throws: MetadataCodingError.self) { try MetadataImage(decoding: cut) }
        }
    }
}
