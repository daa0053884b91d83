internal import GatewayCore

/// `secrets.yaml` of a new home, for its owner's eyes alone.
struct SecretsFile {
    static let deskSecret = "desk_secret"
    static let brokerPassword = "broker_password"

    private(set) var lines = SettingsLines()

    var text: String { lines.text }

    init(_ proposal: Proposal) {
        lines.add(
            """
            # What nobody else may read: keep it at `chmod 600 secrets.yaml`, owned by whoever runs the gateway.

            # Signs what goes to the desk; `pullcord init` made it by chance. The desk wants it too, in a file of its
            # own: pullcord desk --secret-file FILE. Another one: echo whsec_$(head -c 32 /dev/urandom | base64)
            """, indent: 0)
        lines.add(Self.deskSecret, proposal.answers.deskSecret.exposed, indent: 0)
        if let password = proposal.answers.broker?.password {
            lines.add(Self.brokerPassword, password.exposed, indent: 0)
        }
        lines.add(
            """
            # key_safe: Key safe left of the door, code 0000
            # centre_key: from the receiving centre
            """, indent: 0)
    }
}
