import Glibc
import NIOCore
import NIOPosix

/// Errors of sockets in words an operator can act on.
enum NetworkErrorText {
    static func advice(_ error: any Error) -> String {
        guard let code = (error as? IOError)?.errnoCode else {
            return error is SocketAddressError ? "the host name is not known here: \(error)" : "\(error)"
        }
        return switch code {
        case EADDRINUSE: "the address is in use: is another node running? Stop it, or choose another address with --listen"
        case EADDRNOTAVAIL: "this machine has no such address: choose one of its own, or 0.0.0.0 for all, with --listen"
        case EACCES: "not permitted: ports below 1024 need a privilege; choose a higher one with --listen"
        default: "\(error)"
        }
    }

    /// Whether an error on a connection is only the peer's way of ending it.
    static func isDisconnect(_ error: any Error) -> Bool {
        guard let code = (error as? IOError)?.errnoCode else { return false }
        return code == ECONNRESET || code == EPIPE
    }
}
