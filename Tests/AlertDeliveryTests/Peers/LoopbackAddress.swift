import Synchronization

/// An address of this machine that no other peer of the tests listens on.
///
/// A peer that stops gives its port back, and another test's may be given it before this one starts again; on
/// an address of its own nobody answers in between.
enum LoopbackAddress {
    private static let count = Atomic(0)

    static func next() -> String {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return "127.77.\(number / 250 % 250).\(number % 250 + 1)"
    }
}
