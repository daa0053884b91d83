import Testing

@testable import HomePages

struct PageTextTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"),
        ("\"quoted\" & 'so'", "&quot;quoted&quot; &amp; &#39;so&#39;"),
        // A combining mark makes one Character of it, but not for a browser.
        ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"),
        ("\r\n", "\u{FFFD}\n"),
        ("a\u{0}b\u{7}c\u{85}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("safe \u{202E}sdrawkcab\u{2069}", "safe \u{FFFD}sdrawkcab\u{FFFD}"),
        ("Zoë, 12 Mühlgasse 🏠", "Zoë, 12 Mühlgasse 🏠"),
    ])
    func `text from outside stays text`(given: String, written: String) {
        // Compared by scalars, for which "\r\n" is two.
        #expect(Array(PageText().escapeText(given).unicodeScalars) == Array(written.unicodeScalars))
    }
}
