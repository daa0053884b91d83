/// A pulse oximeter's sample, where it has measured.
package enum OximeterStatements {
    package static func read(_ frame: DecodedValue, into list: inout StatementList) {
        let idle = ["finger_out", "probe_error", "searching", "searching_too_long"]
        guard !idle.contains(where: { frame[$0]?.isOn == true }) else { return }
        // 0 and 255, and 127 for the saturation, mean that there is none.
        if let pulse = frame["pulse_bpm"]?.number, pulse > 0, pulse < 255 {
            list.number("heart_rate", frame["pulse_bpm"], unit: "/min")
        }
        if let saturation = frame["spo2_pct"]?.number, saturation > 0, saturation <= 100 {
            list.number("spo2", frame["spo2_pct"], unit: "%")
        }
    }
}
