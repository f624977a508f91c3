import KafkaProtocol

// Fetches that wait: found again by a ticket when a partition has news, and dropped with their connection.

extension GatewayCore {
    func fetchTicket(for fetch: PendingFetch) -> UInt64 {
        nextFetchTicket += 1
        fetchesByTicket[nextFetchTicket] = fetch
        return nextFetchTicket
    }

    func dropFetchTicket(_ ticket: UInt64) { fetchesByTicket[ticket] = nil }

    /// From whichever core owns the partition. A ticket that is gone belonged to a wait that has ended.
    func fetchNews(_ ticket: UInt64) { fetchesByTicket[ticket]?.news() }

    func noteWaiting(_ fetch: PendingFetch, on connection: Connection) { waitingFetches[connection.id, default: []].append(fetch) }

    func noteDone(_ fetch: PendingFetch, on connection: Connection) {
        waitingFetches[connection.id]?.removeAll { $0 === fetch }
        if waitingFetches[connection.id]?.isEmpty ?? false { waitingFetches[connection.id] = nil }
    }

    func abandonFetches(of connection: Connection) {
        for fetch in waitingFetches.removeValue(forKey: connection.id) ?? [] { fetch.abandon() }
    }

    /// Begins to stop: no further requests, long polls are answered, each connection closes when its last answer has left.
    public func drain() {
        door.drain(.shutdown)
        for (_, fetches) in waitingFetches.sorted(by: { $0.key < $1.key }) { for fetch in fetches { fetch.answerNow() } }
    }
}
