import Environment
import Gateway
import Testing

@Suite struct ConnectionRegistryTests {
    private let limits = {
        var limits = ConnectionLimits()
        limits.connectionsMax = 4
        limits.connectionsPerAddressMax = 2
        return limits
    }()

    @Test func oneAddressCannotTakeMoreThanItsShare() {
        let registry = ConnectionRegistry(limits)
        #expect(registry.admit("a") == .admitted)
        #expect(registry.admit("a") == .admitted)
        #expect(registry.admit("a") == .addressFull(2))
        #expect(registry.admit("b") == .admitted)
        #expect(registry.count == 3)
    }

    @Test func aFullNodeTakesNobodyUntilSomeoneLeaves() {
        let registry = ConnectionRegistry(limits)
        for address in ["a", "b", "c", "d"] { #expect(registry.admit(address) == .admitted) }
        #expect(registry.admit("e") == .nodeFull(4))
        registry.release("b")
        #expect(registry.admit("e") == .admitted)
        #expect(registry.admit("b") == .nodeFull(4))
    }

    @Test func countsEndWhereTheyBegan() {
        var random = SeededRandom(seed: 3)
        let registry = ConnectionRegistry(limits)
        var admitted: [String] = []
        for _ in 0..<2000 {
            if random.chance(0.5) {
                let address = ["a", "b", "c"].randomElement(using: &random) ?? "a"
                if registry.admit(address) == .admitted { admitted.append(address) }
            } else if let index = admitted.indices.randomElement(using: &random) {
                registry.release(admitted.remove(at: index))
            }
            #expect(registry.count == admitted.count)
            #expect(admitted.filter { $0 == "a" }.count <= 2)
        }
        for address in admitted { registry.release(address) }
        #expect(registry.count == 0)
    }
}
