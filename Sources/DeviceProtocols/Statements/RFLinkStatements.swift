/// RFLink: measured values, batteries, and the two alarms that say what they are.
enum RFLinkStatements {
    static func read(_ frame: DecodedValue, into list: inout StatementList) {
        // What we sent or made up, come back.
        guard frame["node"]?.text != "echo" else { return }
        list.number("temperature", frame["temperature"], unit: "Cel")
        list.number("humidity", frame["humidity"], unit: "%")
        list.state("battery_low", frame["battery"]?.text.flatMap { ["low": true, "ok": false][$0] })
        list.state("smoke", frame["smokealert"]?.isOn)
        list.state("motion", frame["pir"]?.isOn)
    }
}
