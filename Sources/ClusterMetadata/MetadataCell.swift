import Synchronization

/// The newest metadata image, published by the core that replays it and read by every core. Readers keep a copy and look at ``version`` (one atomic
/// load) to see whether it is still the newest.
public final class MetadataCell: Sendable {
    private let image = Mutex(MetadataImage())
    private let newest = Atomic<UInt64>(0)

    public init() {}

    public var version: UInt64 { newest.load(ordering: .acquiring) }

    public var current: MetadataImage { image.withLock { $0 } }

    public func publish(_ next: MetadataImage) {
        image.withLock { $0 = next }
        newest.store(next.version, ordering: .releasing)
    }
}
