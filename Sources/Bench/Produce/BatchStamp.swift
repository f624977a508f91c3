import KafkaRecords
import NIOCore

/// Writes what differs between two sends of a batch into it where it lies, and its checksum anew.
enum BatchStamp {
    /// - Parameters:
    ///   - batch: one batch from its reader index on, with no other owner (else all of it is copied).
    ///   - timestamp: of all its records, in milliseconds since the epoch.
    static func write(
        into batch: inout ByteBuffer, timestamp: Int64, producerID: Int64 = -1, producerEpoch: Int16 = -1, baseSequence: Int32 = -1
    ) {
        batch.withUnsafeMutableReadableBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count >= RecordBatchHeader.byteCount else { return }
            base.storeBytes(of: timestamp.bigEndian, toByteOffset: 27, as: Int64.self)
            base.storeBytes(of: timestamp.bigEndian, toByteOffset: 35, as: Int64.self)
            base.storeBytes(of: producerID.bigEndian, toByteOffset: 43, as: Int64.self)
            base.storeBytes(of: producerEpoch.bigEndian, toByteOffset: 51, as: Int16.self)
            base.storeBytes(of: baseSequence.bigEndian, toByteOffset: 53, as: Int32.self)
            let checksum = RecordBatchHeader.checksum(of: UnsafeRawBufferPointer(bytes))
            base.storeBytes(of: checksum.bigEndian, toByteOffset: 17, as: UInt32.self)
        }
    }
}
