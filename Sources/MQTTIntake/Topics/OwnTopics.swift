internal import GatewayCore

/// The topics below the gateway's own.
struct OwnTopics {
    let root: String
    private let prefix: [UInt8]

    init(_ root: String) {
        self.root = root
        prefix = Array((root + "/").utf8)
    }

    /// Retained: `online`, `stopping`, or by the broker's hand `offline`.
    var status: String { root + "/status" }

    func canary(_ session: SessionKind) -> String { "\(root)/canary/\(session.rawValue)" }

    /// Where contacts acknowledge.
    var acknowledgeFilter: String { root + "/acknowledge/+" }

    func contains(_ topic: String) -> Bool { topic.utf8.starts(with: prefix) }

    /// The contact in the last level of an acknowledgement's topic; nil when it is not one.
    func acknowledgingContact(_ topic: String) -> ContactID? {
        let start = root + "/acknowledge/"
        guard topic.hasPrefix(start) else { return nil }
        let name = topic.dropFirst(start.count)
        let isAllowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
            default: false
            }
        }
        guard isAllowed, !name.isEmpty, name.utf8.count <= Limits.identifierLength else { return nil }
        return ContactID(String(name))
    }
}
