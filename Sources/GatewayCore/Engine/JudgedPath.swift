/// A path that brings enough supervised devices to tell its own silence from theirs.
struct JudgedPath: Sendable {
    let path: Path
    /// Places of its supervised devices in the home's list.
    let devices: [Int]
    /// The shortest silence at which one of them is missed.
    let promised: Duration
    /// When any of them was last heard.
    var heard: BootTime

    /// Of one device or two, each has its own fault.
    static let fewestDevices = 3
}
