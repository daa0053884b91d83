internal import Foundation

extension SightingLog {
    /// Waits until a program works, for as long as it runs.
    ///
    /// - Throws: `HomeFailure` with what the program printed last.
    func program(_ name: String, _ child: HomeProgram, since mark: Int, logFile: String) async throws {
        // Its end is waited for as well, so that a program that cannot start is not waited out.
        let watch = Task {
            let ending = await child.end(within: DemoLimits.start)
            if let ending, !Task.isCancelled { add(.program(name, ended: ending)) }
        }
        defer { watch.cancel() }
        let seen = try await first("\(name) to begin to work", since: mark, within: DemoLimits.start) { sighting in
            if case .program(name, _) = sighting.what { true } else { false }
        }
        guard case .program(_, let ending?) = seen.what else { return }
        let text = (try? String(contentsOfFile: logFile, encoding: .utf8)) ?? ""
        let tail = text.split(separator: "\n").suffix(12).joined(separator: "\n")
        throw HomeFailure("\(name) ended with \(ending) instead of beginning to work:\n\(tail)")
    }
}
