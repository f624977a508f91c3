import Environment

// The weather.

extension SimulatedWorld {
    /// Lets something happen, and plans the next.
    func misfortune() {
        guard !isCalm, let pause = profile.faultPause else { return }
        queue.post(after: Int64.random(in: 1...pause.nanosecondsSaturating, using: &faultRandom), .fault)
        let index = Int.random(in: 0..<nodes.count, using: &faultRandom)
        let node = nodes[index]
        let kind = profile.misfortunes.randomElement(using: &faultRandom) ?? .kill
        trace.note("\(queue.now) misfortune: \(kind) of node \(index)")
        switch kind {
        case .kill: end(index, power: false)
        case .powerLoss: end(index, power: true)
        case .powerLossWhileWriting:
            guard node.alive != nil else { return }
            node.disk.stop(afterChanges: Int.random(in: 0...20, using: &faultRandom))
            queue.post(after: Int64.random(in: 1...500_000_000, using: &faultRandom), .powerLoss(node.key))
        case .everybody: for other in nodes.indices { end(other, power: true) }
        case .pause: self.pause(node, for: Int64.random(in: 1...profile.pauseMax.nanosecondsSaturating, using: &faultRandom))
        case .cut:
            let other = Int.random(in: 0..<nodes.count, using: &faultRandom)
            if other != index { cut(index, other) }
        case .isolate:
            for other in nodes.indices where other != index {
                cut(index, other)
                if faultRandom.chance(0.7) { cut(other, index) }
            }
        case .clockJump:
            node.clock.jump(by: Int64.random(in: 1...2_000_000_000, using: &faultRandom))
            wakeAll(node)
        case .wallJump: node.clock.setWall(by: Int64.random(in: -3_600_000_000_000...3_600_000_000_000, using: &faultRandom))
        case .checkpoint:
            // Nodes of a cluster keep their logs until a lagging one can be given a snapshot.
            if nodes.count == 1 { node.alive?.node.checkpointAll {} }
        }
    }

    private func cut(_ from: Int, _ to: Int) {
        network.cut(from: from, to: to)
        queue.post(
            after: Int64.random(in: 1...profile.cutMax.nanosecondsSaturating, using: &faultRandom), .mend(from: from, to: to))
    }

    private func wakeAll(_ node: SimulatedNode) {
        guard let alive = node.alive else { return }
        for core in alive.cores.indices { alive.environment.cores.wake(core: core) }
    }

    /// All faults stop; who is down starts.
    func calm() {
        queue.isCalm = true
        trace.note("\(queue.now) calm")
        network.calm()
        for node in nodes {
            node.disk.faults = DiskFaults()
            release(node)
            if node.disk.isDead, node.alive != nil { end(node.index, power: true) }
            if node.alive == nil { start(node.index) }
            wakeAll(node)
        }
    }
}
