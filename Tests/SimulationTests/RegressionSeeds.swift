/// Every seed that found something, with its story.
enum RegressionSeeds {
    static let all = [
        RegressionSeed(
            seed: 9, days: 2,
            story: "The second frame of a press was acknowledged to the broker before anything of it was on disk."),
        RegressionSeed(
            seed: 1_804, days: 7,
            story: "Two presses that waited at the broker arrived in one moment; the later one was taken for a "
                + "frame of the earlier, and would have been so even after a cancel in between."),
        RegressionSeed(
            seed: 1_854, days: 7,
            story: "A rule was removed and came back after days: it went on with the cold it remembered from then."),
        RegressionSeed(
            seed: 1_004, days: 4,
            story: "Two faults went in one message, and whoever closed the first left the second open for ever."),
    ]
}
