/// Which columns of a recording say what.
package struct ActivityColumns: Hashable, Sendable {
    /// Nil where all lines are of one home.
    package var home: String?
    package var place: String
    package var time: String
    /// Nil where a line says by itself that something happened.
    package var value: String?

    /// As TIHM names them.
    package static let tihm = ActivityColumns(home: "patient_id", place: "location_name", time: "date")

    package init(home: String?, place: String, time: String, value: String? = nil) {
        self.home = home
        self.place = place
        self.time = time
        self.value = value
    }
}
