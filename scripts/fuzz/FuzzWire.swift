import KafkaMessages
import KafkaProtocol
import NIOCore

/// What libFuzzer calls: two bytes choose the message, one its version, the rest is decoded. What decodes must be written and read again to
/// the same bytes; any trap is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWire(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard input.count >= 3 else { return 0 }
    let codec = MessageTable.all[(Int(input[0]) << 8 | Int(input[1])) % MessageTable.all.count]
    let version = codec.versions.lowerBound + Int16(Int(input[2]) % codec.versions.count)
    do throws(ProtocolError) {
        let message = try codec.decode(ByteBuffer(bytes: input[3...]), version: version)
        do throws(ProtocolError) {
            guard let written = try message.encode(version: version).joined(),
                let again = try codec.decodeAndEncode(written, version: version).joined(), again == written
            else { fatalError("\(codec.name) v\(version): written differs when read and written again") }
        } catch {
            fatalError("\(codec.name) v\(version): what was decoded cannot be written and read again: \(error)")
        }
    } catch {
        // Refused, as most inputs are.
    }
    return 0
}
