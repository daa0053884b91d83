extension DialectDevice {
    static let bridges = """
        {zigbee: {base_topic: z2m, output: attribute}, attic: {base_topic: rtl_433/attic, dialect: rtl_433}, \
        theengs: {base_topic: home/OMG, dialect: openmqttgateway}, \
        waves: {base_topic: zwave, dialect: zwave_js_ui, state_topic: zwave/_CLIENTS/ZWAVE_GATEWAY-x/status}, \
        assistant: {base_topic: ha, dialect: home_assistant}}
        """

    /// One device for each dialect that a broker carries.
    static let all = [
        DialectDevice(
            id: "button1", isButton: true, profile: .shipped("shelly-button1"),
            settings: "topic: shellies/shellybutton1-A4",
            calls: [.init("shellies/shellybutton1-A4/input_event/0", #"{"event":"S","event_cnt":2}"#)]),
        DialectDevice(
            id: "plus-smoke", isButton: false, profile: .shipped("shelly-plus-smoke"),
            settings: "topic: shellyplussmoke-80, supervision: none",
            calls: [
                .init("shellyplussmoke-80/status/smoke:0", #"{"id":0,"alarm":true,"mute":false}"#),
                .init(
                    "shellyplussmoke-80/events/rpc",
                    #"{"method":"NotifyStatus","params":{"ts":1674000000.5,"smoke:0":{"id":0,"alarm":true}}}"#),
            ]),
        DialectDevice(
            id: "bell", isButton: true,
            profile: .own(
                dialect: "tasmota",
                field: "{topic: stat/RESULT, path: /Button1/Action, event: help_call, when: [SINGLE, DOUBLE]}",
                message: #"topic: stat/RESULT, payload: '{"Button1":{"Action":"SINGLE"}}'"#,
                tells: "help_call: happened"),
            settings: "topic: tasmota_bell, supervision: {silent_after: 25h}",
            calls: [
                .init("stat/tasmota_bell/RESULT", #"{"Button1":{"Action":"SINGLE"}}"#),
                .init("stat/tasmota_bell/RESULT", #"{"Button1":{"Action":"CLEAR"}}"#),
            ], gone: .init("tele/tasmota_bell/LWT", "Offline"), missing: "bell"),
        DialectDevice(
            id: "kitchen-smoke", isButton: false,
            profile: .own(
                dialect: "esphome",
                field: #"{topic: binary_sensor/smoke/state, state: smoke, true_when: ["ON"], false_when: ["OFF"]}"#,
                message: #"topic: binary_sensor/smoke/state, payload: "ON""#, tells: "smoke: true"),
            settings: "topic: kitchen, supervision: {silent_after: 25h}",
            calls: [
                .init("kitchen/binary_sensor/smoke/state", "ON"), .init("kitchen/binary_sensor/smoke/state", "ON"),
            ], gone: .init("kitchen/status", "offline"), missing: "kitchen-smoke"),
        DialectDevice(
            id: "keychain", isButton: true,
            profile: .own(
                dialect: "rtl_433", field: "{path: /event, event: help_call, when: [PANIC]}",
                message: #"payload: '{"model":"X10-Security","id":"6a5e","event":"PANIC"}'"#,
                tells: "help_call: happened"),
            settings: "bridge: attic, identity: [X10-Security, 6a5e]",
            calls: Array(
                repeating: .init("rtl_433/attic/events", #"{"model":"X10-Security","id":"6a5e","event":"PANIC"}"#),
                count: 5),
            gone: .init("rtl_433/attic/availability", "offline"), missing: "attic"),
        DialectDevice(
            id: "tag", isButton: true,
            profile: .own(
                dialect: "openmqttgateway", field: "{path: /button, event: help_call, when: [1]}",
                message: #"payload: '{"id":"AA:BB:CC:DD:EE:01","button":1}'"#, tells: "help_call: happened"),
            settings: "bridge: theengs, topic: home/OMG/BTtoMQTT/AABBCCDDEE01",
            calls: Array(
                repeating: .init("home/OMG/BTtoMQTT/AABBCCDDEE01", #"{"id":"AA:BB:CC:DD:EE:01","button":1}"#),
                count: 2),
            gone: .init("home/OMG/LWT", "offline"), missing: "theengs"),
        DialectDevice(
            id: "cellar-leak", isButton: false, profile: .shipped("zwave-water-sensor"),
            settings: "bridge: waves, topic: zwave/5, supervision: bridge",
            calls: [
                .init("zwave/5/113/0/Water_Alarm/Sensor_status", #"{"time":1767225599000,"value":2}"#),
                .init("zwave/5/113/0/Water_Alarm/Sensor_status", "2"),
            ], gone: .init("zwave/5/status", #"{"time":1767225599000,"value":false,"status":"Dead","nodeId":5}"#),
            missing: "cellar-leak"),
        DialectDevice(
            id: "strap", isButton: true,
            profile: .own(
                dialect: "homie", field: "{topic: button/press, event: help_call, when: [pressed]}",
                message: "topic: button/press, payload: pressed", tells: "help_call: happened"),
            settings: "topic: homie/5/strap, supervision: {silent_after: 25h}",
            calls: [.init("homie/5/strap/button/press", "pressed")],
            gone: .init("homie/5/strap/$state", "lost"), missing: "strap"),
        DialectDevice(
            id: "bath-leak", isButton: false,
            profile: .own(
                dialect: "home_assistant", field: #"{state: flood, true_when: ["on"], false_when: ["off"]}"#,
                message: #"topic: state, payload: '"on"'"#, tells: "flood: true"),
            settings: "bridge: assistant, topic: ha/binary_sensor/bath_leak",
            calls: [
                .init("ha/binary_sensor/bath_leak/state", #""on""#),
                .init("ha/binary_sensor/bath_leak/state", #""on""#),
            ], gone: .init("homeassistant/status", "offline"), missing: "assistant"),
        DialectDevice(
            id: "hall-smoke", isButton: false, profile: .shipped("zigbee-smoke"), settings: "supervision: bridge",
            calls: [.init("z2m/hall-smoke/smoke", "true"), .init("z2m/hall-smoke/battery", "91")],
            gone: .init("z2m/hall-smoke/availability", #"{"state":"offline"}"#), missing: "hall-smoke"),
    ]

    /// What nobody may be called for: presses of devices that were not enrolled, and announcements that would have
    /// a device be another or speak elsewhere.
    static let forgeries = [
        Message("rtl_433/attic/events", #"{"model":"X10-Security","id":"6a5f","event":"PANIC"}"#),
        Message("rtl_433/attic/events", #"{"model":"Smoke-GS558","id":"6a5e","event":"PANIC"}"#),
        Message("home/OMG/BTtoMQTT/AABBCCDDEE02", #"{"id":"AA:BB:CC:DD:EE:01","button":1}"#),
        Message(
            "shellies/announce",
            #"{"id":"shellybutton1-A4","model":"SHBTN-1","mac":"A4","ip":"10.0.0.9","fw_ver":"x"}"#),
        Message("shellies/shellybutton1-B5/input_event/0", #"{"event":"S","event_cnt":9}"#),
        Message(
            "z2m/bridge/devices",
            #"[{"friendly_name":"hall-smoke","definition":{"model":"TS0215A_sos","vendor":"Tuya"}}]"#),
        Message("z2m/bridge/event", #"{"type":"device_announce","data":{"friendly_name":"hall-smoke"}}"#),
        Message("z2m/hall-smoke/action", "emergency"),
        Message(
            "homeassistant/binary_sensor/kitchen/smoke/config",
            #"{"state_topic":"evil/state","payload_on":"OFF","device_class":"smoke","unique_id":"kitchen-smoke"}"#),
        Message("evil/state", "OFF"),
        Message(
            "homeassistant/device_automation/bell/config",
            #"{"automation_type":"trigger","topic":"evil/press","payload":"x","type":"button_short_press"}"#),
        Message("evil/press", "x"),
        Message("tasmota/discovery/AABBCC/config", #"{"t":"tasmota_bell","ft":"evil/%prefix%/%topic%/"}"#),
        Message("evil/stat/tasmota_bell/RESULT", #"{"Button1":{"Action":"SINGLE"}}"#),
        Message(
            "homie/5/strap/$description",
            #"{"homie":"5.0","nodes":{"evil":{"properties":{"press":{"datatype":"enum","format":"pressed"}}}}}"#),
        Message("homie/5/strap/evil/press", "pressed"),
        Message("zwave/6/113/0/Water_Alarm/Sensor_status", "2"),
    ]
}
