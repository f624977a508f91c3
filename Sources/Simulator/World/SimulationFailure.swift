/// Why a simulated run failed.
public struct SimulationFailure: Error, Sendable, CustomStringConvertible {
    public enum Kind: Int32, Sendable {
        /// Something was lost, changed, doubled, or told wrongly.
        case safety = 1
        /// After all faults had stopped, something did not come back in time.
        case liveness = 2
        /// Our own code gave up without a fault that would explain it.
        case crash = 3
    }

    public var kind: Kind
    public var description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
