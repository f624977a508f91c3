import ClusterMetadata
import Environment
import KafkaProtocol

/// One resource of a request that alters settings, and what became of it: what AlterConfigs and IncrementalAlterConfigs have in common.
struct AlteredResource {
    var type: Int8
    var name: String
    /// The change, or why it cannot even be asked for.
    var alteration: Result<ConfigAlteration, OperationError>

    init(type: Int8, name: String, replacesAll: Bool, operations: () throws(OperationError) -> [ConfigOperation]) {
        self.type = type
        self.name = name
        do throws(OperationError) {
            let resource = try ConfigResource(type: type, name: name)
            alteration = .success(ConfigAlteration(resource: resource, operations: try operations(), replacesAll: replacesAll))
        } catch {
            alteration = .failure(error)
        }
    }

    fileprivate var key: [String] { ["\(type)", name] }
}

extension GatewayCore {
    /// Lets the controller decide; `done` gets code and message for each resource, in order.
    func alterConfigs(_ resources: [AlteredResource], validateOnly: Bool, done: @escaping ([(ErrorCode, String?)]) -> Void) {
        let times = Dictionary(resources.map { ($0.key, 1) }, uniquingKeysWith: +)
        var outcomes: [(ErrorCode, String?)] = []
        var wanted: [(place: Int, alteration: ConfigAlteration)] = []
        for (place, resource) in resources.enumerated() {
            outcomes.append((.none, nil))
            if times[resource.key] != 1 {
                outcomes[place] = (.invalidRequest, "the request names the resource '\(resource.name)' more than once")
                continue
            }
            switch resource.alteration {
            case .success(let alteration): wanted.append((place, alteration))
            case .failure(let error): outcomes[place] = (ErrorCode(error.kind), error.message)
            }
        }
        guard !wanted.isEmpty else { return done(outcomes) }
        let alterations = wanted.map(\.alteration)
        let (node, statics, limits) = (shared.node, shared.staticConfigs, shared.limits.metadata)
        onController({ image in
            image.alterConfigs(alterations, node: node, staticConfigs: statics, limits: limits, validateOnly: validateOnly)
        }) { result in
            for (position, wanted) in wanted.enumerated() {
                switch result {
                case .failure(let error): outcomes[wanted.place] = (ErrorCode(error), ErrorCode(error).message)
                case .success(let errors):
                    guard let error = errors[position] else { continue }
                    outcomes[wanted.place] = (ErrorCode(error.kind), error.message)
                }
            }
            done(outcomes)
        }
    }
}
