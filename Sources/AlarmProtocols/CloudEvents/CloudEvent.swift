import GatewayCore

/// A CloudEvents 1.0 event in structured JSON, with the attributes that our alerts carry.
///
/// CloudEvents 1.0.2 section 3: `source` and `id` together name an event for all time, so a receiver drops
/// what it has seen. The id is the delivery's, the same on each attempt.
struct CloudEvent: Codable {
    /// `specversion` of every event of CloudEvents 1.0.
    static let version = "1.0"
    private static let typePrefix = "org.pullcord.alert."

    var specversion: String
    var id: String
    var source: String
    var type: String
    var subject: String
    var time: String
    var datacontenttype: String
    var data: AlertEventData

    init(id: String, kind: MessageKind, data: AlertEventData) {
        specversion = Self.version
        self.id = id
        source = "/homes/" + data.home.percentEncodedForPath
        type = Self.type(of: kind)
        subject = data.alert
        time = data.happened
        datacontenttype = "application/json"
        self.data = data
    }

    static func type(of kind: MessageKind) -> String { typePrefix + kind.rawValue }
}
