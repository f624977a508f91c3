/// Swift source being written, a line at a time.
struct SourceText {
    /// The formatter's limit.
    static let lineLength = 140

    private(set) var text = ""
    private var depth = 0

    mutating func line(_ content: String = "") {
        if !content.isEmpty { text += String(repeating: "    ", count: depth) + content }
        text += "\n"
    }

    /// A block: `head {`, what `body` writes, `}`.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// Lines one step further in.
    mutating func indented(_ body: (inout SourceText) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// A comment, broken where it gets too long.
    mutating func documentation(_ comment: String) {
        var current = "///"
        for word in comment.split(separator: " ") {
            if 4 * depth + current.count + 1 + word.count > Self.lineLength {
                line(current)
                current = "///"
            }
            current += " " + word
        }
        line(current)
    }

    /// A statement, under a condition if there is one.
    mutating func statement(_ content: String, when condition: String?) {
        if let condition { loop("if \(condition)", content) } else { line(content) }
    }

    /// `head { content }`, on three lines if one is too short.
    mutating func loop(_ head: String, _ content: String) {
        let short = "\(head) { \(content) }"
        if fits(short) { line(short) } else { block(head) { $0.line(content) } }
    }

    /// A call, its arguments on a line of their own if it is too long.
    mutating func call(_ head: String, _ arguments: String, _ tail: String) {
        if fits(head + arguments + tail) { return line(head + arguments + tail) }
        line(head)
        indented { $0.line(arguments + (tail.first == ")" && tail.count == 1 ? tail : "")) }
        if tail.count > 1 { line(tail) }
    }

    private func fits(_ content: String) -> Bool { 4 * depth + content.count <= Self.lineLength }

    /// Statements, in a block under a condition if there is one.
    mutating func statements(when condition: String?, _ body: (inout SourceText) -> Void) {
        if let condition { block("if \(condition)", body) } else { body(&self) }
    }
}
