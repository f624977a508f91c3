import SchemaModel

/// Writes the table of all messages, for tests and tools.
enum TableEmitter {
    static func source(of messages: [MessageSchema]) -> String {
        var out = SourceText()
        out.line("// Made by schema-compiler from Schemas. Do not edit: change the schemas and run it again.")
        out.line()
        out.line("public import KafkaProtocol")
        out.line()
        out.documentation("Every message by its name, for tests and tools.")
        out.block("public enum MessageTable") { out in
            out.line("/// In the order of their names.")
            out.line("public static let all: [MessageCodec] = [")
            out.indented { out in
                for message in messages.sorted(by: { $0.name < $1.name }) {
                    out.line("MessageCodec(\"\(message.name)\", \(message.name).self),")
                }
            }
            out.line("]")
        }
        return out.text
    }
}
