import CChecksums
import NIOCore
import Testing

struct ChecksumTests {
    @Test("CRC-32C of the check string is that of RFC 3720's polynomial")
    func checkString() {
        let digits = Array("123456789".utf8)
        #expect(digits.withUnsafeBytes { martlet_crc32c(0, $0.baseAddress, $0.count) } == 0xE306_9283)
        #expect(digits.withUnsafeBytes { martlet_crc32c_portable(0, $0.baseAddress, $0.count) } == 0xE306_9283)
        // RFC 3720 §B.4: 32 bytes of zeros, of ones.
        let zeros = [UInt8](repeating: 0, count: 32)
        #expect(zeros.withUnsafeBytes { martlet_crc32c(0, $0.baseAddress, $0.count) } == 0x8A91_36AA)
        let ones = [UInt8](repeating: 0xFF, count: 32)
        #expect(ones.withUnsafeBytes { martlet_crc32c(0, $0.baseAddress, $0.count) } == 0x62A8_AB43)
    }

    @Test("The instructions and the tables give the same checksum for every length and alignment")
    func pathsAgree() {
        var random = TestRandom(seed: 7)
        let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        bytes.withUnsafeBytes { bytes in
            for length in Array(0...1600) + [6143, 6144, 6145, 6912, 12_288, 19_990] {
                let start = length % 9
                let seed = UInt32(truncatingIfNeeded: random.next())
                let run = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)])
                #expect(
                    martlet_crc32c(seed, run.baseAddress, length) == martlet_crc32c_portable(seed, run.baseAddress, length),
                    "length \(length)")
            }
        }
    }

    @Test("A checksum can be continued where another ended")
    func continues() {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            let whole = martlet_crc32c(0, start, bytes.count)
            for cut in stride(from: 0, through: bytes.count, by: 613) {
                #expect(martlet_crc32c(martlet_crc32c(0, start, cut), start + cut, bytes.count - cut) == whole)
            }
        }
    }
}
