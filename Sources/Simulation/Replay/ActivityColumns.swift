/// Which columns of a recording say what.
package struct ActivityColumns: Hashable, Sendable {
    package var home: String
    package var place: String
    package var time: String

    /// As TIHM names them.
    package static let tihm = ActivityColumns(home: "patient_id", place: "location_name", time: "date")

    package init(home: String, place: String, time: String) {
        self.home = home
        self.place = place
        self.time = time
    }
}
