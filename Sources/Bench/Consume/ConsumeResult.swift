/// What one worker, or all together, did.
struct ConsumeResult: Sendable {
    var records = 0
    var bytes = 0
    var requests = 0
    var emptyAnswers = 0
    var retries = 0
    var damagedBatches = 0
    var gaveUp = false
    var firstError: String?
    var latencies = LatencyHistogram()
    /// From a batch's largest timestamp to its arrival.
    var ages = LatencyHistogram()

    mutating func merge(_ other: ConsumeResult) {
        records += other.records
        bytes += other.bytes
        requests += other.requests
        emptyAnswers += other.emptyAnswers
        retries += other.retries
        damagedBatches += other.damagedBatches
        gaveUp = gaveUp || other.gaveUp
        firstError = firstError ?? other.firstError
        latencies.merge(other.latencies)
        ages.merge(other.ages)
    }
}
