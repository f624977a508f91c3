import ClusterMetadata
import KafkaMessages
import KafkaProtocol

/// IncrementalAlterConfigs, v0-v1 (KIP-339): sets, resets, appends to and subtracts from single settings.
///
/// - v1: flexible.
enum IncrementalAlterConfigsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...1

    static func handle(_ message: IncrementalAlterConfigsRequest, _ request: Request, on core: GatewayCore) {
        let resources = message.resources.map { resource in
            AlteredResource(type: resource.resourceType, name: resource.resourceName, replacesAll: false) { () throws(OperationError) in
                var operations: [ConfigOperation] = []
                for config in resource.configs {
                    guard let verb = ConfigOperation.Verb(rawValue: config.configOperation) else {
                        throw OperationError(
                            .invalidRequest, "operation \(config.configOperation) on \(config.name) is unknown: allowed is 0 to 3")
                    }
                    operations.append(ConfigOperation(name: config.name, verb: verb, value: config.value))
                }
                return operations
            }
        }
        core.alterConfigs(resources, validateOnly: message.validateOnly) { outcomes in
            request.respond(
                IncrementalAlterConfigsResponse.with {
                    $0.responses = zip(message.resources, outcomes).map { resource, outcome in
                        .with {
                            $0.errorCode = outcome.0
                            $0.errorMessage = outcome.1
                            $0.resourceType = resource.resourceType
                            $0.resourceName = resource.resourceName
                        }
                    }
                })
        }
    }
}
