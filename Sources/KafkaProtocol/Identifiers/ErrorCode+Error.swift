/// A code can be the failure of a `Result`: what a handler will answer with.
extension ErrorCode: Error {}
