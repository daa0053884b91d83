import GatewayCore

/// Every bound of the ledger in one place, each with its reason.
enum LedgerLimits {
    /// Pages in the write-ahead log before SQLite moves them into the database. 1,000 pages of 4 KiB are
    /// 4.1 MB: small enough for any card, large enough that a page written often is moved once.
    static let logPages = 1_000
    /// The log is grown to this and kept there, so that a commit overwrites blocks the file system has
    /// already given (a commit into a growing file costs a second flush). Bytes.
    static let logBytes: Int64 = 4_194_304
    /// Pages after which a routine flush moves the log into the database, so that a call for help
    /// seldom has to.
    static let pagesBeforeEarlyMove = 500
    /// SQLite's page cache in KiB. The ledger reads next to nothing while it runs.
    static let cacheKibibytes = 512
    /// Kept free beside the ledger for the day the disk is full: as much as the log can need. Bytes.
    static let reserveBytes: Int64 = 4_194_304
    /// Free space that must remain after the reserve has been taken again. Bytes.
    static let reserveMargin: Int64 = 8_388_608
    /// Readings kept in memory before they are written by themselves. About 100 KiB.
    static let pendingReadings = 16_384
    /// Readings kept in memory while the disk refuses them. After that the oldest block gives way and is
    /// counted: history is the one thing that may be lost.
    static let pendingReadingsWithoutDisk = 131_072
    /// Readings since the device rows were last written; a start replays at most about this many.
    static let replayedReadings: Int64 = 65_536
    /// Device rows are not written more often than this: history blocks hold the same in fewer bytes.
    static let deviceRowInterval = Duration.minutes(15)
    /// Rows looked for in a damaged ledger before the next one is expected to be past the end.
    static let salvageMisses = 4_096
    /// Rows taken from one table of a damaged ledger, the newest first to be kept. Bounds the time a start
    /// can take.
    static let salvagedRows = 65_536
    /// Rows that one call of `retire` removes from each table, so that a call for help never waits long.
    static let retiredRows = 256
    /// How long closed alerts and their stories are kept.
    static let closedAlertsKept = Duration.days(365)
    /// Sentences about damage; a broken disk has one cause and thousands of effects.
    static let damageSentences = 64
    /// Faults of the story named one by one.
    static let storyFaults = 64
    /// More readings than any block holds: the ordinals left free after a block that cannot be read.
    static let readingsInBlock = 1_048_576
    /// The emergency journal: some hundred alerts with their deliveries. Bytes.
    static let journalBytes = 1_048_576
    /// A disk that has been full is asked again for the reserve after this long.
    static let reserveRetry = Duration.minutes(1)
    /// A settings text kept as the last good one. Bytes.
    static let settingsBytes = 4_194_304
    /// Names of set-aside ledgers that are tried.
    static let setAsideNames = 10_000
    /// A second gateway is refused within half a second; a lock that is only being let go of is waited for.
    static let lockAttempts = 25
    static let lockPauseMicroseconds: UInt32 = 20_000
    /// A gateway that writes begins its log anew every few minutes; a copy takes seconds.
    static let copyAttempts = 5
    /// Read and written at once by a copy. Bytes.
    static let copiedBytes = 1_048_576
    /// Alerts of a copy that are looked at: a year of a home in which something is wrong every hour.
    static let copiedAlerts = 10_000
}
