/// What can be wrong with record data, with the answer Kafka has for it.
///
/// Closed: the door turns it into a wire code through ``errorCode``, ``message`` and ``faults``, nothing else decides.
public enum RecordsError: Error, Hashable, Sendable {
    /// There are fewer bytes than the data says it has: read more, or it was cut. `needed` is how many there must be at least.
    case incomplete(needed: Int)
    /// The bytes are not what was sent: a checksum or a length that cannot be.
    case corrupt(String)
    /// The bytes arrived well, but what they say is not allowed.
    case invalid(String)
    /// Good or not, this version of the request must not carry it: a format, or a number of batches.
    case misplaced(String)
    /// Single records break a rule of the topic. Never empty.
    case rejected([RecordFault])
    /// Single records have a timestamp too far from now. Never empty.
    case timestampsOutOfRange([RecordFault])
    /// A batch has more bytes than the topic takes, or decompresses to more than the limit.
    case tooLarge(size: Int, limit: Int)
    /// A codec that does not exist, or that the client's version must not use.
    case unsupportedCompression(String)
    /// A message format that cannot carry the data.
    case unsupportedFormat(String)
}

/// A record of a batch that was refused (KIP-467).
public struct RecordFault: Hashable, Sendable {
    /// Which record, from 0 in the order of the batch.
    public var index: Int32
    public var message: String

    public init(index: Int32, message: String) {
        self.index = index
        self.message = message
    }
}

extension RecordsError {
    /// Kafka's error code for a produce request with this fault.
    public var errorCode: Int16 {
        switch self {
        case .corrupt: 2  // CORRUPT_MESSAGE
        case .incomplete, .invalid, .misplaced, .rejected: 87  // INVALID_RECORD
        case .timestampsOutOfRange: 32  // INVALID_TIMESTAMP
        case .tooLarge: 10  // MESSAGE_TOO_LARGE
        case .unsupportedCompression: 76  // UNSUPPORTED_COMPRESSION_TYPE
        case .unsupportedFormat: 43  // UNSUPPORTED_FOR_MESSAGE_FORMAT
        }
    }

    /// Whether the request was well formed and what it says is at fault: Kafka looks at the log before it tells so, and answers with the log's start.
    public var isOfRecords: Bool {
        switch self {
        case .invalid, .rejected, .timestampsOutOfRange: true
        case .incomplete, .corrupt, .misplaced, .tooLarge, .unsupportedCompression, .unsupportedFormat: false
        }
    }

    /// The records refused one by one (Produce v8, `RecordErrors`); empty if the batch as a whole is.
    public var faults: [RecordFault] {
        switch self {
        case .rejected(let faults), .timestampsOutOfRange(let faults): faults
        case .incomplete, .corrupt, .invalid, .misplaced, .tooLarge, .unsupportedCompression, .unsupportedFormat: []
        }
    }

    /// What to tell a person (Produce v8, `ErrorMessage`).
    public var message: String {
        switch self {
        case .incomplete(let needed): "The record data is cut short: at least \(needed) bytes are needed"
        case .corrupt(let why), .invalid(let why), .misplaced(let why), .unsupportedCompression(let why), .unsupportedFormat(let why): why
        case .rejected(let faults): "\(faults.count) record(s) have been rejected: \(faults.first?.message ?? "")"
        case .timestampsOutOfRange: "One or more records have been rejected due to invalid timestamp"
        case .tooLarge(let size, let limit): "The record batch has \(size) bytes, but \(limit) is the maximum"
        }
    }
}

extension RecordsError: CustomStringConvertible {
    public var description: String { message }
}
