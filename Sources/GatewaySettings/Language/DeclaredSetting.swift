/// A setting of whatever content.
protocol DeclaredSetting: Sendable {
    var note: SettingNote { get }
}
