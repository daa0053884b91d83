import Hummingbird
import NIOCore

/// What a page's handler knows besides the request: the address that it came from.
struct PageContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The numeric address without its port; "unknown" for a connection that has none.
    var address: String { remoteAddress?.ipAddress ?? "unknown" }
}
