import ClusterMetadata
import Environment
import Testing

@testable import martlet

struct ConfigurationTests {
    private func file(_ text: String) throws -> [Setting] { try ConfigFile.parse(text, path: "m.yaml") }
    private func flag(_ key: String, _ value: String) -> Setting { Setting(key: key, value: value, source: .flag("--\(key)")) }

    @Test func nothingGivenIsOneNodeOnLoopback() throws {
        let options = try ServeOptions(layers: [])
        #expect(options.listen == HostPort(host: "127.0.0.1", port: 9092))
        #expect(options.dataDirectory == "./martlet-data")
        #expect(options.node.settings.isEmpty)
        #expect(options.advertisedAddress(hostName: "never").address == options.listen)
    }

    @Test func flagsWinOverTheEnvironmentAndThatOverTheFile() throws {
        let layers = [
            try file("listen: a:1\ndata-dir: /file\nnum.partitions: 2\ncores: 1"),
            try EnvironmentSettings.read(["MARTLET_LISTEN": "b:2", "MARTLET_DATA_DIR": "/env", "MARTLET_SET_num_partitions": "3"]).settings,
            [flag("listen", "c:3"), flag("num.partitions", "4")],
        ]
        let options = try ServeOptions(layers: layers)
        #expect(options.listen == HostPort(host: "c", port: 3))
        #expect(options.dataDirectory == "/env")
        #expect(options.node.settings["num.partitions"] == "4")
        #expect(options.cores == 1)
    }

    @Test func theFileHasNestedKeysAndLists() throws {
        let settings = try file(
            "limits:\n  journal.total-bytes-max: 2GiB\n  connections:\n    connections-max: 7\nlog.cleanup.policy: [compact, delete]")
        #expect(settings.map(\.key) == ["limits.journal.total-bytes-max", "limits.connections.connections-max", "log.cleanup.policy"])
        let options = try ServeOptions(layers: [settings])
        #expect(options.node.limits.journal.totalBytesMax == 2 << 30)
        #expect(options.node.limits.connections.connectionsMax == 7)
        #expect(options.node.settings["log.cleanup.policy"] == "compact,delete")
    }

    @Test func kafkasNamesMeanTheSame() throws {
        let options = try ServeOptions(layers: [
            try file(
                """
                node.id: 3
                broker.rack: a
                listeners: PLAINTEXT://:9192
                advertised.listeners: PLAINTEXT://broker.example.com:9092
                log.dirs: /var/lib/martlet
                socket.request.max.bytes: 1000000
                connections.max.idle.ms: 5000
                """)
        ])
        #expect(options.node.id == NodeID(3))
        #expect(options.node.rack == "a")
        #expect(options.listen == HostPort(host: "0.0.0.0", port: 9192))
        #expect(options.advertised == HostPort(host: "broker.example.com", port: 9092))
        #expect(options.dataDirectory == "/var/lib/martlet")
        #expect(options.node.limits.connections.frameBytesMax == 1_000_000)
        #expect(options.node.limits.connections.idleMax == .milliseconds(5000))
    }

    @Test(arguments: [
        ("num.partitions: zero", "m.yaml: num.partitions=zero is not valid: allowed is at least 1"),
        ("nun.partitions: 1", "m.yaml: nun.partitions is no setting that Martlet knows"),
        ("num_partitions: 1", "m.yaml: num_partitions is no setting that Martlet knows; did you mean num.partitions?"),
        ("listen: 0.0.0.0", "m.yaml: listen=0.0.0.0 is not valid: allowed is HOST:PORT, for instance 0.0.0.0:9092"),
        ("cores: 0", "m.yaml: cores=0 is not valid: allowed is 1 to 256"),
        ("log-level: loud", "m.yaml: log-level=loud is not valid: allowed is debug, info, warning or error"),
        (
            "limits.journal.total-bytes-max: much",
            "m.yaml: limits.journal.total-bytes-max=much is not valid: allowed is bytes, for instance 65536 or 64MiB"
        ),
        ("data-dir: a\nlog.dir: b", "m.yaml: data-dir and log.dir mean the same: give one of them"),
        ("cores:", "m.yaml: cores has no value; leave the line out for the default"),
        ("- a", "m.yaml: expected lines of KEY: VALUE"),
    ])
    func aWrongSettingIsNamedWithItsPlaceAndWhatIsAllowed(text: String, message: String) throws {
        let error = #expect(throws: ConfigurationError.self) { _ = try ServeOptions(layers: [try file(text)]) }
        #expect(error?.description == message)
    }

    @Test func aKeyMayNotStandTwice() {
        #expect(throws: ConfigurationError.self) { _ = try file("cores: 1\ncores: 2") }
        #expect(throws: ConfigurationError.self) { _ = try file("cores: 1\nlimits: {x: 1}\nlimits.x: 2") }
        #expect(throws: ConfigurationError.self) { _ = try ServeOptions(layers: [[flag("cores", "1"), flag("cores", "2")]]) }
    }

    @Test func anEmptyFileSetsNothing() throws {
        #expect(try file("").isEmpty)
        #expect(try file("# only this\n").isEmpty)
    }

    @Test func anUnknownVariableIsToldAndAnUnknownKeyInOneIsAnError() throws {
        #expect(
            try EnvironmentSettings.read(["MARTLET_DATADIR": "x", "PATH": "y", "MARTLET_BOOTSTRAP": "z"]).unknown == ["MARTLET_DATADIR"])
        #expect(throws: ConfigurationError.self) { _ = try EnvironmentSettings.read(["MARTLET_SET_nothing_like_it": "1"]) }
        let limit = try EnvironmentSettings.read(["MARTLET_SET_LIMITS_JOURNAL_SEGMENT_BYTES": "1MiB"]).settings
        #expect(limit.map(\.key) == ["limits.journal.segment-bytes"])
    }

    @Test func everyLimitThatIsNamedCanBeSet() throws {
        for key in LimitKeys.all.keys.sorted() {
            var limits = Limits()
            #expect(try LimitKeys.set(flag(key, "12345"), in: &limits))
            #expect("\(limits)" != "\(Limits())", "\(key) changes nothing")
            #expect(throws: ConfigurationError.self) { _ = try LimitKeys.set(flag(key, "0"), in: &limits) }
        }
    }

    @Test func aListenerOnAllAddressesAdvertisesTheMachinesNameAndSaysSo() throws {
        let options = try ServeOptions(layers: [[flag("listen", "0.0.0.0:9092")]])
        let told = options.advertisedAddress(hostName: "here")
        #expect(told.address == HostPort(host: "here", port: 9092))
        #expect(told.warning?.contains("here:9092") ?? false)
        let given = try ServeOptions(layers: [[flag("listen", "0.0.0.0:9092"), flag("advertised", "broker")]])
        #expect(given.advertisedAddress(hostName: "here").address == HostPort(host: "broker", port: 9092))
        #expect(given.advertisedAddress(hostName: "here").warning == nil)
    }

    @Test func addressesAreReadAsPeopleWriteThem() {
        #expect(HostPort("[::1]:9092") == HostPort(host: "::1", port: 9092))
        #expect("\(HostPort(host: "::1", port: 1))" == "[::1]:1")
        for wrong in ["", "a", ":1", "a:b", "a:99999", "::1:9092"] { #expect(HostPort(wrong) == nil) }
    }
}
