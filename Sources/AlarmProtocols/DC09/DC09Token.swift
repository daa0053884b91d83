/// What a frame is: the word in its quotation marks, without the `*` of encryption.
package enum DC09Token: Hashable, Sendable {
    /// A supervision poll.
    case null
    case siaDCS
    /// Contact ID (DC-05) events.
    case admCID
    case ack
    /// The time stamp was outside the receiver's window.
    case nak
    /// The frame was read, and the receiver cannot process what it says.
    case duh
    /// An ACK with data.
    case rsp
    case other(String)

    package init(word: String) {
        self =
            switch word {
            case "NULL": .null
            case "SIA-DCS": .siaDCS
            case "ADM-CID": .admCID
            case "ACK": .ack
            case "NAK": .nak
            case "DUH": .duh
            case "RSP": .rsp
            default: .other(word)
            }
    }

    package var word: String {
        switch self {
        case .null: "NULL"
        case .siaDCS: "SIA-DCS"
        case .admCID: "ADM-CID"
        case .ack: "ACK"
        case .nak: "NAK"
        case .duh: "DUH"
        case .rsp: "RSP"
        case .other(let word): word
        }
    }
}
