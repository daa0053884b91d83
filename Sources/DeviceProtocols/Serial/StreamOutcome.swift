import GatewayCore

/// What a piece of a byte stream completed.
package struct StreamOutcome: Sendable {
    /// In the order in which they ended.
    package var frames: [DeviceFrame] = []
    /// For each run of bytes or frame that is not what the protocol allows, one sentence that says why.
    package var refusals: [String] = []

    package init() {}

    /// Adds the frame of a line of named values.
    mutating func add(_ values: NamedValues, describedAs decoded: DecodedValue? = nil, _ moment: Moment) {
        guard let device = values.device else {
            refusals.append("The line does not say which device it is from.")
            return
        }
        frames.append(
            DeviceFrame(
                moment: moment, identities: [device.lowercased()], values: values.values,
                decoded: decoded ?? values.described))
    }

    static let notText = "A line is not UTF-8 text."

    /// - Parameter broken: lines that were too long or torn.
    init(broken: Int) {
        let sentence = "A line was torn or is longer than \(DecodingLimits.lineBytes) bytes."
        refusals = Array(repeating: sentence, count: broken)
    }
}
