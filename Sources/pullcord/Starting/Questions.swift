import Foundation
import Glibc

/// Asks a person at a terminal, a line for each question.
struct Questions {
    /// Whether somebody is there to answer.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// The answer; what is usual for an empty one, and at the end of the input.
    func ask(_ question: String, usual: String) -> String {
        Output.status(question + (usual.isEmpty ? ": " : " [\(usual)]: "))
        let answer = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
        return answer.isEmpty ? usual : answer
    }

    /// Asks again while the answer cannot be used, as long as somebody tries.
    ///
    /// - Parameter refusal: why an answer cannot be, in a sentence; nil when it can.
    func ask(_ question: String, usual: String, refusal: (String) -> String?) -> String {
        for _ in 0..<5 {
            let answer = ask(question, usual: usual)
            guard let reason = refusal(answer), answer != usual else { return answer }
            Output.status(reason + "\n")
        }
        return usual
    }

    /// An answer that is not shown while it is written.
    func askSecret(_ question: String) -> String {
        Output.status(question + " (not shown): ")
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() ?? "" }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
            Output.status("\n")
        }
        return readLine() ?? ""
    }
}
