import Hummingbird

/// A file that pages refer to.
enum PageAsset: String, CaseIterable {
    case style = "/house.css"
    case script = "/desk.js"
    case icon = "/icon.svg"

    /// As the browser needs it.
    var response: Response {
        let (type, bytes) =
            switch self {
            case .style: ("text/css; charset=utf-8", PackageResources.house_css)
            case .script: ("text/javascript; charset=utf-8", PackageResources.desk_js)
            case .icon: ("image/svg+xml", PackageResources.icon_svg)
            }
        return Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Offers the assets that a listener's pages need.
    static func offer(_ assets: [PageAsset], on group: RouterGroup<PageContext>) {
        for asset in assets {
            group.get(RouterPath(asset.rawValue)) { _, _ in asset.response }
        }
    }
}
