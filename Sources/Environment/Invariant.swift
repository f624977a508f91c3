/// A law of the program: if it does not hold, our state is wrong, and going on could lose data. Prints the law and stops the process, also
/// in release builds (`precondition` loses its message there).
@inline(__always)
public func invariant(
    _ holds: @autoclosure () -> Bool, _ law: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
    if !holds() { violated(law(), file: file, line: line) }
}

/// Stops the process because a law was broken. In the simulator a node's "process" cannot be stopped alone: there it ends the whole run, which
/// is what one wants to see.
@inline(never)
public func violated(_ law: String, file: StaticString = #fileID, line: UInt = #line) -> Never {
    fatalError("invariant violated: \(law) (\(file):\(line))", file: file, line: line)
}
