import Foundation
import SchemaModel

/// `schema-compiler [--check] SCHEMAS OUTPUT`: writes the message types that the schemas describe; with `--check` it only compares them with
/// the files there, and fails if any differs.
@main
struct SchemaCompiler {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isCheck = arguments.first == "--check"
        if isCheck { arguments.removeFirst() }
        guard arguments.count == 2 else { return exit(2, "usage: schema-compiler [--check] SCHEMAS OUTPUT") }
        do {
            let files = try compile(directory: arguments[0])
            if isCheck {
                try check(files, against: arguments[1])
            } else {
                try write(files, to: arguments[1])
            }
        } catch {
            exit(1, "schema-compiler: \(error)")
        }
    }

    /// The source files by their paths below the output directory.
    private static func compile(directory: String) throws -> [String: String] {
        var files: [String: String] = [:]
        var messages: [MessageSchema] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted() where name.hasSuffix(".schema") {
            let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
            do {
                for message in try SchemaParser.parse(text) {
                    messages.append(message)
                    // Headers are written by hand, in KafkaProtocol, since they must be readable before the message is known.
                    if message.kind == .header { continue }
                    files["\(folder(message))/\(message.name).swift"] = MessageEmitter.source(of: message, origin: name)
                }
            } catch {
                throw Failure(description: "\(directory)/\(name): \(error)")
            }
        }
        if messages.isEmpty { throw Failure(description: "no schemas in \(directory)") }
        files["MessageTable.swift"] = TableEmitter.source(of: messages)
        return files
    }

    private static func folder(_ message: MessageSchema) -> String {
        switch message.kind {
        case .request: "Requests"
        case .response: "Responses"
        case .header, .data: "Data"
        }
    }

    private static func write(_ files: [String: String], to directory: String) throws {
        for path in existing(in: directory) where files[path] == nil {
            try FileManager.default.removeItem(atPath: directory + "/" + path)
        }
        for (path, source) in files.sorted(by: { $0.key < $1.key }) {
            let target = directory + "/" + path
            // An unchanged file keeps its date, so that the build need not look at it again.
            if let old = FileManager.default.contents(atPath: target), old == Data(source.utf8) { continue }
            let folder = (target as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(source.utf8).write(to: URL(fileURLWithPath: target))
            print("wrote \(target)")
        }
    }

    private static func check(_ files: [String: String], against directory: String) throws {
        var differences: [String] = []
        for (path, source) in files.sorted(by: { $0.key < $1.key }) {
            guard let old = FileManager.default.contents(atPath: directory + "/" + path) else {
                differences.append("missing: \(path)")
                continue
            }
            if old == Data(source.utf8) { continue }
            let (was, new) = (lines(String(decoding: old, as: UTF8.self)), lines(source))
            let first = zip(was, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(was.count, new.count)
            differences.append("differs: \(path), from line \(first + 1) on (has \(was.count) lines, should have \(new.count))")
        }
        for path in existing(in: directory) where files[path] == nil { differences.append("not from any schema: \(path)") }
        if differences.isEmpty { return print("\(files.count) files are as the schemas say") }
        throw Failure(description: differences.joined(separator: "\n") + "\nrun: swift run schema-compiler Schemas \(directory)")
    }

    private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The Swift files below the directory, sorted.
    private static func existing(in directory: String) -> [String] {
        (FileManager.default.subpaths(atPath: directory) ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    }

    private static func exit(_ status: Int32, _ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        Foundation.exit(status)
    }
}
