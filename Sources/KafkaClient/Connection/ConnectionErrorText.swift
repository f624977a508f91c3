import Glibc
import NIOCore
import NIOPosix

/// Errors of sockets in words that say what to do.
enum ConnectionErrorText {
    static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: text(error.errnoCode)
        case let error as NIOConnectionError: connecting(error)
        case let error as ChannelError: channel(error)
        default: "\(error)"
        }
    }

    private static func connecting(_ error: NIOConnectionError) -> String {
        if let last = error.connectionErrors.last { return reason(last.error) }
        if error.dnsAError != nil || error.dnsAAAAError != nil { return "the host name \(error.host) is not known here" }
        return "no address of \(error.host) could be reached"
    }

    private static func channel(_ error: ChannelError) -> String {
        switch error {
        case .connectTimeout(let amount):
            "no answer within \(amount.nanoseconds / 1_000_000) ms; is the address right, and no firewall between?"
        case .ioOnClosedChannel, .alreadyClosed, .eof: "the connection is closed"
        default: "\(error)"
        }
    }

    private static func text(_ code: CInt) -> String {
        switch code {
        case ECONNREFUSED: "connection refused; is a node running there?"
        case ECONNRESET, EPIPE: "the connection was reset"
        case EHOSTUNREACH, ENETUNREACH: "there is no route to it"
        case ETIMEDOUT: "no answer; is the address right, and no firewall between?"
        default: String(cString: strerror(code))
        }
    }
}
