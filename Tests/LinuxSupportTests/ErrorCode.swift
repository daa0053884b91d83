import LinuxSupport

/// The error number that the body ends with; nil when it succeeds or fails otherwise.
func errorCode(_ body: () throws -> Void) -> Int32? {
    do {
        try body()
        return nil
    } catch {
        return (error as? SystemError)?.code
    }
}
