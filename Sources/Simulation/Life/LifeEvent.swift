internal import GatewayCore

/// One thing that happens on a simulated day.
package struct LifeEvent: Hashable, Sendable {
    /// After the day's midnight by the clock on the wall; a day goes on until its last night ends, so it may
    /// pass 24 hours.
    package var milliseconds: Int64
    /// The place in `HomeCharacter.residents` of whom it concerns; the first for pets and visitors.
    package var person: UInt8
    package var what: LifeHappening

    package init(milliseconds: Int64, person: UInt8, what: LifeHappening) {
        self.milliseconds = milliseconds
        self.person = person
        self.what = what
    }

    package var at: Duration { .milliseconds(milliseconds) }
}
