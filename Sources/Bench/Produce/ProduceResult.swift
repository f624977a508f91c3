/// What one worker, or all together, did.
struct ProduceResult: Sendable {
    var records = 0
    var bytes = 0
    var requests = 0
    var failedRecords = 0
    /// Requests sent again after a retriable error.
    var retries = 0
    var firstError: String?
    var latencies = LatencyHistogram()
    var probe: LatencyHistogram?

    mutating func merge(_ other: ProduceResult) {
        records += other.records
        bytes += other.bytes
        requests += other.requests
        failedRecords += other.failedRecords
        retries += other.retries
        firstError = firstError ?? other.firstError
        latencies.merge(other.latencies)
        if let probe = other.probe { self.probe = probe }
    }
}
