import KafkaMessages
import KafkaProtocol

/// ApiVersions, v0-v4.
///
/// - v3: flexible; the client names its software (KIP-511). A version above ours never arrives here: the connection answers it in v0 form.
/// - v4: as v3.
enum ApiVersionsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...4

    static func handle(_ message: ApiVersionsRequest, _ request: Request, on core: GatewayCore) {
        var response = ApiVersionsResponse()
        if request.version >= 3 {
            guard isValid(message.clientSoftwareName), isValid(message.clientSoftwareVersion) else {
                response.errorCode = .invalidRequest
                return request.respond(response)
            }
            request.connection.clientSoftware = ClientSoftware(name: message.clientSoftwareName, version: message.clientSoftwareVersion)
        }
        response.apiKeys = served
        response.finalizedFeaturesEpoch = request.version >= 3 ? 0 : -1
        request.respond(response)
    }

    /// In order of key, as every client expects.
    private static let served: [ApiVersionsResponse.ApiVersion] = ApiKey.allCases.sorted().compactMap { key in
        Router.versions(of: key).map { versions in
            .with {
                $0.apiKey = key.rawValue
                $0.minVersion = versions.lowerBound
                $0.maxVersion = versions.upperBound
            }
        }
    }

    /// KIP-511: begins and ends with a letter or digit, and has `-` and `.` between.
    private static func isValid(_ text: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
}
