/// What the command prints of the example flat, as installers meet it.
extension ExplainTests {
    static let pressAtNight = """
        the bathroom cord: help call
        Saturday 2026-11-28, 03:00:00 (Europe/London), mode night
        supposing that everything arrives, nobody answers, and nothing else happens in the home

        rules that watch this
        └─ bathroom-cord: raises an emergency at once
        watching something else of it: supervision/cord, battery/cord

        emergency: Help call: Bathroom cord (bathroom-cord)
        ├─ 03:00:00  +0s
        │  ├─ noticed
        │  ├─ the person is told "I have heard you, Margaret. I am calling for help." (lamp, voice)
        │  ├─ rung 1 of 2: Anna (daughter) and Mill Valley alarm centre, with 1m to take it
        │  │  ├─ Anna (daughter) over desk: "Help call from Margaret in the bathroom at 03:00."
        │  │  │  ├─ sees what and when, who (Margaret), address (12 Mill Lane, Flat 3, Ashford), room (the bathroom), how to get in, the story
        │  │  │  └─ not readings
        │  │  └─ Mill Valley alarm centre over centre: an event in codes, of device 2
        │  └─ the person is told "Your call has gone out." (lamp, voice)
        ├─ 03:01:00  +1m
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ rung 2 of 2: Mr Okafor next door, with 2m to take it
        │     └─ Mr Okafor next door over desk: "Help call from Margaret in the bathroom at 03:00, 60 seconds ago, sent now."
        │        ├─ sees what and when, who (Margaret), room (the bathroom)
        │        └─ not address, access, readings, story
        ├─ 03:03:00  +3m
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ nobody has taken it: the siren in the hall switched on
        └─ 03:05:00  +5m
           ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
           └─ again from the top, for as long as nobody takes it; the waits grow up to 15m
        """

    static let doorAtNight = """
        the front door: open, for 1m
        Saturday 2026-11-28, 03:00:00 (Europe/London), mode night
        supposing that everything arrives, nobody answers, and nothing else happens in the home

        rules that watch this
        ├─ door-open: raises nothing: it needs "open" for another 10m
        ├─ no-morning: raises an urgent alert in this time whether this happens or not
        ├─ out-at-night: raises an urgent alert after 10m
        └─ not-home: raises an urgent alert after 18h
        watching something else of it: supervision/front-door, battery/front-door

        urgent: Left home at an unusual time: Margaret went out at night (out-at-night)
        ├─ 03:10:00  +10m
        │  ├─ noticed; for 30s the person can still cancel
        │  │  └─ why: Nobody was seen inside for 10 minutes after the door was opened.
        │  └─ the person is told "I have heard you, Margaret. I am calling for help." (lamp, voice)
        ├─ 03:10:10  +10m10s
        │  └─ the person is told "Left home at an unusual time. Nobody was seen inside for 10 minutes after the door was opened. Please say that you are well. I call for help in 20 seconds." (voice)
        ├─ 03:10:20  +10m20s
        │  └─ the person is told "Left home at an unusual time. Nobody was seen inside for 10 minutes after the door was opened. Please say that you are well. I call for help in 10 seconds." (voice)
        ├─ 03:10:30  +10m30s
        │  ├─ nobody cancelled: people are told
        │  ├─ rung 1 of 2: Anna (daughter) and Mill Valley alarm centre, with 1m to take it
        │  │  ├─ Anna (daughter) over desk: "Left home at an unusual time at Margaret's in the hall at 03:00, 11 minutes ago, sent now."
        │  │  │  ├─ sees what and when, who (Margaret), address (12 Mill Lane, Flat 3, Ashford), room (the hall), how to get in, the story
        │  │  │  └─ not readings
        │  │  └─ Mill Valley alarm centre over centre: an event in codes, of device 7
        │  └─ the person is told "Your call has gone out." (lamp, voice)
        ├─ 03:11:30  +11m30s
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ rung 2 of 2: Mr Okafor next door, with 2m to take it
        │     └─ Mr Okafor next door over desk: "Left home at an unusual time at Margaret's in the hall at 03:00, 12 minutes ago, sent now."
        │        ├─ sees what and when, who (Margaret), room (the hall)
        │        └─ not address, access, readings, story
        ├─ 03:13:30  +13m30s
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ nobody has taken it: the siren in the hall switched on
        └─ 03:15:30  +15m30s
           ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
           └─ again from the top, for as long as nobody takes it; the waits grow up to 15m

        urgent: Not returned: Margaret is not back (not-home)
        ├─ 21:00:00  +18h
        │  ├─ noticed; for 2m the person can still cancel
        │  │  └─ why: Nobody seems to have been home for 18 hours.
        │  └─ the person is told "I have heard you, Margaret. I am calling for help." (lamp, voice)
        ├─ 21:00:30  +18h30s
        │  └─ the person is told "Not returned. Nobody seems to have been home for 18 hours. Please say that you are well. I call for help in 2 minutes." (voice)
        ├─ 21:01:00  +18h1m
        │  └─ the person is told "Not returned. Nobody seems to have been home for 18 hours. Please say that you are well. I call for help in 60 seconds." (voice)
        ├─ 21:01:30  +18h1m30s
        │  └─ the person is told "Not returned. Nobody seems to have been home for 18 hours. Please say that you are well. I call for help in 30 seconds." (voice)
        ├─ 21:02:00  +18h2m
        │  ├─ nobody cancelled: people are told
        │  ├─ rung 1 of 2: Anna (daughter) and Mill Valley alarm centre, with 1m to take it
        │  │  ├─ Anna (daughter) over desk: "Not returned at Margaret's at 21:00, 2 minutes ago, sent now."
        │  │  │  ├─ sees what and when, who (Margaret), address (12 Mill Lane, Flat 3, Ashford), how to get in, the story
        │  │  │  └─ not readings
        │  │  └─ Mill Valley alarm centre over centre: an event in codes, of the home
        │  └─ the person is told "Your call has gone out." (lamp, voice)
        ├─ 21:03:00  +18h3m
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ rung 2 of 2: Mr Okafor next door, with 2m to take it
        │     └─ Mr Okafor next door over desk: "Not returned at Margaret's at 21:00, 3 minutes ago, sent now."
        │        ├─ sees what and when, who (Margaret)
        │        └─ not address, access, readings, story
        ├─ 21:05:00  +18h5m
        │  ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
        │  └─ nobody has taken it: the siren in the hall switched on
        └─ 21:07:00  +18h7m
           ├─ the person is told "Nobody has answered yet. I keep trying." (lamp, voice)
           └─ again from the top, for as long as nobody takes it; the waits grow up to 15m
        """
}
