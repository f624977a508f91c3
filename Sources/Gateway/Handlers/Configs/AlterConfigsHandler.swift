import ClusterMetadata
import KafkaMessages
import KafkaProtocol

/// AlterConfigs, v0-v2: the settings named become all that a resource has.
///
/// - v1: throttle time as in v0. v2: flexible.
enum AlterConfigsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ message: AlterConfigsRequest, _ request: Request, on core: GatewayCore) {
        let resources = message.resources.map { resource in
            AlteredResource(type: resource.resourceType, name: resource.resourceName, replacesAll: true) {
                resource.configs.map { ConfigOperation(name: $0.name, verb: .set, value: $0.value) }
            }
        }
        core.alterConfigs(resources, validateOnly: message.validateOnly) { outcomes in
            request.respond(
                AlterConfigsResponse.with {
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
