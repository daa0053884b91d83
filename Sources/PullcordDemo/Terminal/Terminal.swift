import Glibc

/// The terminal of this process.
enum Terminal {
    /// Whether a person can press keys and read.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether what is printed may have colours (https://no-color.org).
    static let hasColour = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil

    /// Columns; 100 where nobody says.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
        return Int(size.ws_col)
    }

    /// Gives each key at once and shows none, for the length of the body; then all is as it was.
    ///
    /// Ctrl-C stays a signal. Ctrl-Z is switched off: it would leave the shell with these settings.
    static func withKeys<Result>(_ body: () async -> Result) async -> Result {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return await body() }
        var keys = before
        keys.c_lflag &= ~tcflag_t(ICANON | ECHO)
        withUnsafeMutableBytes(of: &keys.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
            characters[Int(VSUSP)] = 0
        }
        // Keys that were pressed during the build are forgotten.
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &keys)
        let result = await body()
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        return result
    }
}
