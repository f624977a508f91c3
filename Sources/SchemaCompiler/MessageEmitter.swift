import SchemaModel

/// Writes the Swift source of one message: a struct, its nested structs, and for each of them reading and writing, a statement a field.
struct MessageEmitter {
    let message: MessageSchema
    /// The schema file's name.
    let origin: String
    private var out = SourceText()

    private init(message: MessageSchema, origin: String) {
        self.message = message
        self.origin = origin
    }

    static func source(of message: MessageSchema, origin: String) -> String {
        var emitter = MessageEmitter(message: message, origin: origin)
        emitter.emit()
        return emitter.out.text
    }

    private mutating func emit() {
        out.line("// Made by schema-compiler from Schemas/\(origin). Do not edit: change the schema and run it again.")
        out.line()
        out.line("public import KafkaProtocol")
        let allFields = message.fields + message.structures.flatMap(\.fields)
        if allFields.contains(where: { $0.type == .scalar(.bytes) }) { out.line("public import NIOCore") }
        out.line()
        out.documentation(message.comment)
        out.line("///")
        out.documentation(summary)
        out.block("public struct \(message.name): \(protocolName)") { out in
            if message.kind == .request { out.line("public typealias Response = \(message.api ?? "")Response") }
            if let api = message.api { out.line("public static let apiKey = ApiKey.\(SwiftNames.property(api))") }
            out.line("public static let versions: ClosedRange<Int16> = \(message.versions.lowerBound)...\(message.versions.upperBound)")
            out.line("public static let firstFlexibleVersion: Int16 = \(message.firstFlexible.map(String.init) ?? ".max")")
            out.line()
            StructEmitter(message: message, fields: message.fields).emit(into: &out)
        }
        for structure in message.structures {
            out.line()
            out.block("extension \(message.name)") { out in
                out.documentation("Within ``\(message.name)``.")
                out.block("public struct \(structure.name): WireStruct") { out in
                    StructEmitter(message: message, fields: structure.fields).emit(into: &out)
                    let isTagged = allFields.contains { $0.tag != nil && $0.type == .structure(structure.name) }
                    if isTagged { StructEmitter(message: message, fields: structure.fields).emitIsDefault(into: &out) }
                }
            }
        }
    }

    private var summary: String {
        let kind =
            switch message.kind {
            case .request: "Request"
            case .response: "Response"
            case .header: "Header"
            case .data: "Data"
            }
        let flexible =
            switch message.firstFlexible {
            case nil: "never flexible"
            case message.versions.lowerBound?: "flexible"
            case let first?: "flexible from v\(first) on"
            }
        let (low, high) = (message.versions.lowerBound, message.versions.upperBound)
        return "\(kind), \(low == high ? "v\(low)" : "v\(low) to v\(high)"), \(flexible)."
    }

    private var protocolName: String {
        switch message.kind {
        case .request: "RequestMessage"
        case .response: "ResponseMessage"
        case .header, .data: "WireMessage"
        }
    }
}
