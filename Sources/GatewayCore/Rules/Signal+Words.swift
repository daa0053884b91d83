extension Signal {
    /// For people, with the name of its device: "the door: open", "the bed: not bed occupied".
    func words(_ name: String) -> String {
        let word = capability.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
        if capability.kind == .event || isOn { return "\(name): \(word)" }
        return capability == .open ? "\(name): closed" : "\(name): not \(word)"
    }
}
