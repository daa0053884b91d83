internal import GatewayCore

/// A serial port of a new home as the settings of an intake.
enum ReceiverLines {
    static func add(_ receiver: Proposal.Receiver, to lines: inout SettingsLines) {
        let port = receiver.port
        lines.comment("Found at \(QuotedText.comment(port.node)).", indent: 2)
        lines.add("\(receiver.id):\n  serial:\n    protocol: \(receiver.serialProtocol.rawValue)", indent: 2)
        if let serial = port.serial {
            lines.add("usb_serial", serial, indent: 6)
        } else if let path = port.path {
            lines.add("usb_path", path, indent: 6, remark: "the socket: two such receivers have no number of their own")
        }
    }
}
