import Environment
import Glibc

/// Reading directories.
enum PosixDirectory {
    /// The names in a directory but `.` and `..`, sorted by bytes.
    static func names(in directory: String, below root: Int32) throws(DiskError) -> [String] {
        let number = try PosixDescriptor.openNumber(directory, below: root, O_RDONLY | O_DIRECTORY, operation: "list")
        guard let stream = fdopendir(number) else {
            let error = DiskError.last("list", directory)
            close(number)
            throw error
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        if errno != 0 { throw .last("list", directory) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
