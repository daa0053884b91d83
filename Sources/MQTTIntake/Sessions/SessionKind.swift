/// The two sessions with one broker. The broker queues for each alone, so a chatty sensor cannot push a press
/// out of the alarm session's queue.
enum SessionKind: String {
    case alarm
    case readings
}
