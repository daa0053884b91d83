/// A topic on which many devices publish, told apart by what their messages say of themselves.
struct SharedTopic: Sendable {
    /// One way to say it: the members that name a device, and the devices so named.
    private struct Form: Sendable {
        var pointers: [String]
        var plan: FieldPlan
        var devices: [[String]: Int] = [:]
    }

    private var forms: [Form] = []
    private let name: String

    init(_ name: String) {
        self.name = name
    }

    mutating func add(_ identity: [String], named pointers: [String], device: Int) {
        let place = forms.firstIndex { $0.pointers == pointers } ?? forms.count
        if place == forms.count {
            var plan = FieldPlan([], naming: pointers.map(FieldPlan.tokens))
            plan.countsUnmapped = false
            forms.append(Form(pointers: pointers, plan: plan))
        }
        forms[place].devices[identity] = device
    }

    enum Found {
        case device(Int)
        /// Nobody enrolled it; with its address, if it says who it is.
        case stranger(String?)
    }

    /// What a message says of its sender by these members; nil where one of them is missing.
    static func identity(_ pointers: [String], in bytes: [UInt8]) -> [String]? {
        let identity = values(pointers, in: bytes).compactMap { $0?.identity }
        return identity.count == pointers.count ? identity : nil
    }

    /// What stands in a message at these places; empty for what is no JSON object.
    static func values(_ pointers: [String], in bytes: [UInt8]) -> [Scalar?] {
        let plan = FieldPlan([], naming: pointers.map(FieldPlan.tokens))
        return (try? JSONReader().message(bytes, for: .profile(plan)))?.values ?? []
    }

    /// Whose message it is.
    func sender(_ bytes: [UInt8], _ reader: JSONReader) throws(JSONReader.Refusal) -> Found {
        var address: String?
        for form in forms {
            let message = try reader.message(bytes, for: .profile(form.plan))
            let identity = message.values.compactMap { $0?.identity }
            guard identity.count == form.pointers.count else { continue }
            if let device = form.devices[identity] { return .device(device) }
            if address == nil { address = ([name] + identity).joined(separator: " ") }
        }
        return .stranger(address)
    }
}
