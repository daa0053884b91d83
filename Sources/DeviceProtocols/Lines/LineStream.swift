import GatewayCore

/// A stream whose frames are lines of text.
protocol LineStream: SerialStream {
    var framer: LineFramer { get set }

    /// Takes one line without its end.
    mutating func read(line: [UInt8], at moment: Moment, into outcome: inout StreamOutcome)
}

extension LineStream {
    package mutating func take(_ bytes: [UInt8], at moment: Moment) -> StreamOutcome {
        outcome(framer.take(bytes, at: moment.boot), moment)
    }

    package mutating func finish(at moment: Moment) -> StreamOutcome {
        outcome(framer.finish(), moment)
    }

    private mutating func outcome(_ taken: LineFramer.Taken, _ moment: Moment) -> StreamOutcome {
        var outcome = StreamOutcome(broken: taken.broken)
        for line in taken.lines { read(line: line, at: moment, into: &outcome) }
        return outcome
    }
}
