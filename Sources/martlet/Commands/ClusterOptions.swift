import ArgumentParser
import Foundation
import KafkaClient

/// Where a cluster is: the options of every command that talks to one.
struct ClusterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A node to ask first, or several with commas between. Default: $MARTLET_BOOTSTRAP, else 127.0.0.1:9092.", valueName: "host:port"
        ))
    var bootstrap: String?

    @Option(help: ArgumentHelp("How long to try before giving up.", valueName: "seconds"))
    var timeout: Double = 30

    func validate() throws {
        guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout \(timeout): expected seconds above 0, at most 86400") }
        _ = try addresses()
    }

    /// The nodes to ask first.
    func addresses(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> [BrokerAddress] {
        let (text, source) =
            if let bootstrap { (bootstrap, "--bootstrap") } else {
                (environment["MARTLET_BOOTSTRAP"] ?? "127.0.0.1:9092", "MARTLET_BOOTSTRAP")
            }
        guard let addresses = BrokerAddress.list(text) else {
            throw ValidationError("\(source) \(text): expected HOST:PORT, for instance 127.0.0.1:9092")
        }
        return addresses
    }

    var client: ClientOptions {
        var options = ClientOptions()
        options.requestTimeout = .seconds(timeout)
        options.retryTimeout = .seconds(timeout)
        return options
    }

    /// Runs `body` with a client, which is closed afterwards.
    func withClient<Value>(_ body: (KafkaClient) async throws -> Value) async throws -> Value {
        let client = KafkaClient(bootstrap: try addresses(), options: client)
        do {
            let value = try await body(client)
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }
}
