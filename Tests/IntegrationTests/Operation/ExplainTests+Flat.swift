extension ExplainTests {
    static let pressAtNight = ""
    static let doorAtNight = ""
}
