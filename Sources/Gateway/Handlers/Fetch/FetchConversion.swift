import Environment
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage

struct FetchConversionError: Error {
    var code: ErrorCode
}

/// Records for clients that do not know the format in which they are stored.
enum FetchConversion {
    /// Bytes that the records of one batch may decompress to.
    private static let decompressedMax = 128 << 20

    struct Outcome {
        var records: RecordData
        /// Where the batches end, if nothing of them is in ``records``: markers of transactions, which message sets cannot carry.
        var leftOutEnd: Int64?
    }

    /// Records for a client of Fetch v0-v3; later ones read batches as they are stored.
    ///
    /// - Parameters:
    ///   - format: the message set that the client's version reads.
    ///   - offset: where the client fetches from.
    static func convert(
        _ records: RecordData, to format: MessageSet.Format, from offset: Int64
    ) throws(FetchConversionError) -> Outcome {
        let bytes = try materialised(records)
        do throws(RecordsError) {
            let set = try MessageSet.downConverted(bytes, to: format, from: offset, limit: decompressedMax)
            let end = set.readableBytes == 0 ? try RecordBatch.all(in: bytes).last?.header.nextOffset : nil
            return Outcome(records: .bytes(set), leftOutEnd: end)
        } catch {
            throw FetchConversionError(code: ErrorCode(error))
        }
    }

    private static func materialised(_ records: RecordData) throws(FetchConversionError) -> ByteBuffer {
        if let bytes = records.buffer { return bytes }
        guard case .pieces(let pieces) = records else { return ByteBuffer() }
        var all = ByteBuffer()
        all.reserveCapacity(records.count)
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): all.writeImmutableBuffer(bytes)
            case .file(let region):
                guard let region = region as? DiskRegion else { violated("a file piece of an answer is a DiskRegion") }
                do throws(DiskError) {
                    all.writeImmutableBuffer(try region.read())
                } catch {
                    throw FetchConversionError(code: .kafkaStorageError)
                }
            }
        }
        return all
    }
}
