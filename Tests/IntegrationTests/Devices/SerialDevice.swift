/// A receiver of one protocol, the device behind it, and how both speak.
struct SerialDevice: Sendable {
    /// The protocol, which is also its intake's name.
    var name: String
    var device: String
    /// Nil for what raises nothing.
    var rule: String?
    /// What the receiver is asked at the start, and says.
    var question: [UInt8]?
    var answer: [UInt8] = []
    /// What comes when the device is pressed, wet or read.
    var call: [UInt8]

    static let all = [
        SerialDevice(
            name: "enocean", device: "{profile: enocean-ptm-rocker, address: fed12a3b, supervision: none}",
            rule: "kind: help_call, pre_alert: 0s", question: bytes("5500010005700838"),
            answer: bytes("5500050002ce00ff800000da"),
            call: bytes("55000707017af610fed12a3b3003ffffffffff00e1")),
        SerialDevice(
            name: "mysensors", device: #"{profile: mysensors-leak, address: "12"}"#, rule: "kind: hazard",
            question: Array("0;255;3;0;2;\n".utf8), answer: Array("0;255;3;0;2;2.3.2\n".utf8),
            call: Array("12;1;1;0;16;1\n".utf8)),
        SerialDevice(
            name: "rflink", device: #"{profile: rflink-button, address: "newkaku:cac142:1", supervision: none}"#,
            rule: "kind: help_call, pre_alert: 0s", question: Array("10;PING;\r\n".utf8),
            answer: Array("20;01;PONG;\r\n".utf8), call: Array("20;E1;NewKaku;ID=cac142;SWITCH=1;CMD=ON;\r\n".utf8)),
        SerialDevice(
            name: "key_value_lines", device: "{profile: lines-help-button, address: button-1}",
            rule: "kind: help_call, pre_alert: 0s", call: Array("device=button-1 event=press battery=97\n".utf8)),
        SerialDevice(
            name: "dsmr", device: "{profile: dsmr-meter}",
            call: Array("/ISk5\\2MT382-1000\r\n\r\n1-0:1.8.1(00000.123*kWh)\r\n1-0:1.7.0(00.244*kW)\r\n!\r\n".utf8)),
    ]

    static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
