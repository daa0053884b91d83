internal import GatewayCore

struct ExpectedShape: Shape {
    let about = ShapeHeading("expected", "What a sample tells, by capability.")

    let readings: [Setting<Value.Pair?>]

    /// - Parameter capabilities: what the profile tells.
    init(_ capabilities: [Capability]) {
        readings = capabilities.map { capability in
            Setting.own(capability.rawValue, Self.form(of: capability), "The \(capability.kind.rawValue) that is told.")
        }
    }

    private static func form(of capability: Capability) -> Form {
        switch capability.kind {
        case .state: .flag
        case .number: .quantity
        case .event: .words(["happened"])
        }
    }
}
