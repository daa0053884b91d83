internal import GatewayCore

struct AlertsShape: Shape {
    let about = ShapeHeading("alerts", "What all alerts have in common. None of it keeps an emergency back.")

    let tellCancelled = Setting.flag("tell_cancelled", "The first rung learns of what the person withdrew in time.")
        .usually(false)
    let faultAfter = Setting.duration(
        "fault_after", SettingsLimits.faultWaits, "How long a connection may be down before people are told."
    ).usually(Plan.defaultFaultAfter)
    let quietHours = Setting.window("quiet_hours", "Messages about faults and notices wait for its end.")
    let groupWait = Setting.duration(
        "group_wait", SettingsLimits.groupWaits,
        "How long the first message about something below urgent waits for others to the same contact."
    ).usually(Plan.defaultGroupWait)
    let messagesPerHour = Setting.integer(
        "messages_per_hour", SettingsLimits.messagesPerHour,
        "For one contact, below emergency; what is beyond is told in one summary."
    ).usually(Plan.defaultMessagesPerHour)
}
