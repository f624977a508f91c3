import Environment
import Gateway
import KafkaProtocol
import NIOCore
import Storage

/// The node's end of a client's connection: a stream of bytes each way, in order, some time on the way.
final class SimulatedSocket: ConnectionOutput {
    let number: UInt64
    let client: Int
    let core: Int
    weak var connection: Connection?
    private let environment: SimulatedEnvironment
    private let queue: EventQueue
    private let network: SimulatedNetwork
    private var unsent = ByteBuffer()
    private var lastArrival: Int64 = 0
    private var isReading = true
    /// Came while the connection did not want to read.
    private var unread = ByteBuffer()
    private(set) var isClosed = false

    init(number: UInt64, client: Int, core: Int, environment: SimulatedEnvironment, queue: EventQueue, network: SimulatedNetwork) {
        self.number = number
        self.client = client
        self.core = core
        self.environment = environment
        self.queue = queue
        self.network = network
    }

    func write(_ piece: WirePiece) {
        switch piece {
        case .bytes(let bytes): unsent.writeImmutableBuffer(bytes)
        case .file(let region):
            guard let region = region as? DiskRegion else { violated("a simulated node's files are its disk's") }
            do throws(DiskError) {
                unsent.writeImmutableBuffer(try region.read())
            } catch {
                environment.crash("a file that is being sent cannot be read: \(error)")
            }
        }
    }

    func flush() {
        guard unsent.readableBytes > 0 else { return }
        post(.toClient(client, connection: number, unsent))
        unsent = ByteBuffer()
    }

    func setReading(_ reading: Bool) {
        isReading = reading
        // Not from within this call: the connection may be in the midst of something.
        if reading, unread.readableBytes > 0 { queue.post(after: 1, .toNode(environment.key, connection: number, ByteBuffer())) }
    }

    func close(afterSending: Bool) {
        if afterSending { flush() }
        isClosed = true
        post(.closed(client, connection: number))
    }

    /// Bytes from the client.
    func receive(_ bytes: ByteBuffer, at now: Instant) {
        unread.writeImmutableBuffer(bytes)
        guard isReading, !isClosed, unread.readableBytes > 0, let connection else { return }
        let all = unread
        unread = ByteBuffer()
        connection.received(all, at: now)
    }

    /// In order, since it is a stream; nothing once the process has ended.
    private func post(_ event: Event) {
        guard environment.crashReason == nil, !environment.simulatedDisk.isDead else { return }
        lastArrival = max(lastArrival, queue.now + network.clientDelay())
        queue.post(at: lastArrival, event)
    }
}
