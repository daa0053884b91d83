/// One topic of a device, and how to read what comes there.
struct TopicPlan: Sendable {
    /// How its messages are written.
    enum Form: Hashable, Sendable {
        case written(PayloadForm)
        /// As Z-Wave JS UI writes: the value alone, or an object with it as `value`.
        case value
    }

    /// Relative to the device's own topic.
    var topic: String
    var form: Form
    var plan: FieldPlan
    /// It only repeats what another topic of the device says.
    var isRepeating = false
}
