internal import Glibc

/// The process's environment.
package enum Environment {
    /// The value of a variable; nil when it is not set.
    package static func value(of name: String) -> String? {
        // Safe: nothing in this program changes the environment, so the string stays while it is copied.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
