internal import GatewayCore
internal import Simulation

/// Follows one person through their days and notes what cannot be: somebody asleep in bed who opens a door,
/// somebody who comes home without having been out.
struct PersonState {
    private(set) var wrong: [String] = []
    private var isInBed = true
    private var isOut = false
    private var isDown = false
    private var open: Set<LifeContact> = []
    private var isStoveOn = false
    private var newest = Int64.min

    mutating func take(_ event: LifeEvent, day: Int) {
        if case .petMoves = event.what { return }
        let time = Int64(day) * 86_400_000 + event.milliseconds
        func note(_ what: String) -> String { "day \(day), \(event.at.inWords): \(what) at \(event.what)" }
        if time < newest { wrong.append(note("back in time")) }
        newest = time
        switch event.what {
        case .entersBed:
            if isInBed { wrong.append(note("in bed twice")) }
            isInBed = true
        case .leavesBed:
            // Who comes home in the night from far away has not gone to bed.
            isInBed = false
        case .goesOut, .wandersOut:
            if isOut { wrong.append(note("out twice")) }
            isOut = true
        case .comesHome:
            if !isOut { wrong.append(note("home without having been out")) }
            isOut = false
            isInBed = false
        case .falls:
            if isDown || isOut { wrong.append(note("cannot fall")) }
            isDown = true
        case .standsUpAgain:
            if !isDown { wrong.append(note("was not down")) }
            isDown = false
        case .opens(let contact):
            if !open.insert(contact).inserted { wrong.append(note("open twice")) }
        case .closes(let contact):
            if open.remove(contact) == nil { wrong.append(note("closed twice")) }
        case .stove(let isOn):
            if isOn == isStoveOn { wrong.append(note("stove twice")) }
            isStoveOn = isOn
        case .movesIn(let room):
            if isOut || isDown { wrong.append(note("cannot move")) }
            if isInBed, room != .bedroom { wrong.append(note("moves in bed")) }
        case .kettle, .takesMedicine, .sitsDown, .getsUp:
            if isOut || isDown || isInBed { wrong.append(note("cannot")) }
        default: break
        }
    }
}
