public import KafkaMessages
public import KafkaProtocol

/// Which versions of which APIs a node serves, as it told in ApiVersions.
public struct ServedVersions: Sendable {
    private var ranges: [ApiKey: ClosedRange<Int16>] = [:]

    public init(_ response: ApiVersionsResponse) {
        for api in response.apiKeys {
            // What is unknown here is never asked for; a range that ends before it begins is none.
            guard let key = ApiKey(rawValue: api.apiKey), api.minVersion <= api.maxVersion else { continue }
            ranges[key] = api.minVersion...api.maxVersion
        }
    }

    /// The highest version that both sides have; nil if there is none.
    public func highest<Request: RequestMessage>(_: Request.Type) -> Int16? {
        guard let served = ranges[Request.apiKey] else { return nil }
        let low = max(served.lowerBound, Request.versions.lowerBound)
        let high = min(served.upperBound, Request.versions.upperBound)
        return low <= high ? high : nil
    }

    /// The versions that the node serves of an API; nil if it does not.
    public subscript(_ api: ApiKey) -> ClosedRange<Int16>? { ranges[api] }
}
