import DeviceProtocols
import Testing

/// Messages of each convention beyond the collected ones, as the conventions' documents have them.
struct ConventionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var convention: String
        var topic: String
        var payload: String
        var isRetained = false
        var says: [String]

        init(_ convention: String, _ topic: String, _ payload: String, retained: Bool = false, _ says: String...) {
            self.convention = convention
            self.topic = topic
            self.payload = payload
            isRetained = retained
            self.says = says
        }

        var testDescription: String { topic + " " + payload }
    }

    static func say(_ statement: Statement) -> String {
        var value = statement.value.json
        if case .text(let text) = statement.value { value = text }
        return statement.capability + "=" + value + (statement.unit.map { " " + $0 } ?? "")
            + (statement.source.map { " from " + $0 } ?? "")
    }

    static func says(_ said: Case, _ reader: inout StatementReader) throws -> [String] {
        let convention = try #require(Convention(named: said.convention))
        let message = try PublishedMessage(
            topic: said.topic, payload: Array(said.payload.utf8), isRetained: said.isRetained)
        return try reader.read(message, as: convention).statements.map(say)
    }

    private static let zigbee = [
        Case("zigbee2mqtt", "zigbee2mqtt/hall/door", #"{"contact":true,"tamper":false}"#, "contact.open=false", "tamper=false"),
        Case("zigbee2mqtt", "zigbee2mqtt/hall/door/contact", "false", "contact.open=true"),
        Case("zigbee2mqtt", "zigbee2mqtt/hall/availability", "offline", retained: true, "device.available=false"),
        Case("zigbee2mqtt", "home/z2m/bridge/state", "offline", retained: true, "bridge.available=false"),
        Case("zigbee2mqtt", "zigbee2mqtt/sos", #"{"action":"emergency"}"#, retained: true),
        Case("zigbee2mqtt", "zigbee2mqtt/sos", #"{"action":""}"#),
        Case("zigbee2mqtt", "zigbee2mqtt/feibit", #"{"sos":true,"battery_low":true}"#, "battery_low=true", "button.press=sos"),
        Case("zigbee2mqtt", "zigbee2mqtt/feibit", #"{"sos":false}"#),
        Case("zigbee2mqtt", "zigbee2mqtt/radar", #"{"fall_status":"fall_warning"}"#, "fall=suspected"),
        Case("zigbee2mqtt", "zigbee2mqtt/radar", #"{"fall_down_status":"fall"}"#, "fall=confirmed"),
        Case("zigbee2mqtt", "zigbee2mqtt/owon", #"{"status":"falling"}"#, "fall=confirmed", "presence=true"),
        Case("zigbee2mqtt", "zigbee2mqtt/plug", #"{"state":"ON","voltage":231}"#, "switch.on=true", "voltage=231 V"),
        Case("zigbee2mqtt", "zigbee2mqtt/cover", #"{"state":"OPEN"}"#),
        Case("zigbee2mqtt", "zigbee2mqtt/pair", #"{"state_left":"OFF"}"#, "switch.on=false from left"),
        Case("zigbee2mqtt", "zigbee2mqtt/plug/set", #"{"state":"ON"}"#),
        Case("zigbee2mqtt", "zigbee2mqtt/plug/set/state", "ON"),
        Case("zigbee2mqtt", "zigbee2mqtt/cube", #"{"action":"fall"}"#, "button.press=fall"),
    ]

    private static let shelly = [
        Case("shelly_gen1", "shellies/shellydw2-A4/sensor/state", "close", "contact.open=false"),
        Case("shelly_gen1", "shellies/shellydw2-A4/sensor/state", "closed"),
        Case("shelly_gen1", "shellies/shellyflood-A4/sensor/flood", "true", "leak=true"),
        Case("shelly_gen1", "shellies/shellyix3-A4/input_event/2", #"{"event":"S","event_cnt":3}"#, "button.press=S from input:2"),
        Case("shelly_gen1", "shellies/shellygas-A4/sensor/gas", "heavy", "gas=true"),
        Case("shelly_gen1", "shellies/shellygas-A4/sensor/gas", "none", "gas=false"),
        Case("shelly_gen1", "shellies/shellyplug-A4/relay/0/energy", "90000", "energy=1.5 kWh"),
        Case("shelly_gen1", "shellies/shellyplug-A4/relay/0", "on", "switch.on=true"),
        Case("shelly_gen1", "shellies/shellymotion-A4/status", #"{"motion":true,"bat":90}"#, "battery=90 %", "motion=true"),
        Case("shelly_gen1", "shellies/shellyswitch-A4/online", "false", "device.available=false"),
        Case("shelly_gen2", "shellyplussmoke-0a/status/smoke:0", #"{"id":0,"alarm":true,"mute":false}"#, "smoke=true"),
        Case(
            "shelly_gen2", "plus/events/rpc",
            #"{"method":"NotifyEvent","params":{"events":[{"component":"input:0","event":"btn_down"},{"component":"input:0","event":"single_push"}]}}"#,
            "button.press=single_push from input:0"),
        Case(
            "shelly_gen2", "plus/events/rpc",
            #"{"method":"NotifyStatus","params":{"ts":1.5,"switch:1":{"id":1,"output":true,"apower":8.5}}}"#,
            "switch.on=true from switch:1", "power=8.5 W from switch:1"),
        Case("shelly_gen2", "ht/status/temperature:0", #"{"id":0,"tC":21.5,"tF":70.7}"#, "temperature=21.5 Cel"),
    ]

    private static let firmware = [
        Case("tasmota", "tele/a/SENSOR", #"{"DS18B20":{"Temperature":68.0},"TempUnit":"F"}"#, "temperature=20 Cel from DS18B20"),
        Case("tasmota", "a/tele/LWT", "Offline", "device.available=false"),
        Case("tasmota", "stat/a/RESULT", #"{"Switch1":{"Action":"ON"}}"#, "input.on=true from Switch1"),
        Case("tasmota", "stat/a/RESULT", #"{"Button1":{"Action":"CLEAR"}}"#),
        Case("tasmota", "tele/a/STATE", #"{"POWER2":"ON","Wifi":{"RSSI":70}}"#, "switch.on=true from POWER2"),
        Case(
            "tasmota", "tele/a/SENSOR", #"{"ENERGY":{"Power":[5,7]}}"#, "power=5 W from ENERGY1", "power=7 W from ENERGY2"),
        Case("tasmota", "tele/z/SENSOR", #"{"ZbReceived":{"0x1":{"Contact":1}}}"#, "contact.open=true from 0x1"),
        Case("tasmota", "cmnd/a/POWER", "ON"),
        Case("tasmota", "tele/z/SENSOR", #"{"ZbReceived":{"0x1":{"PersonalAlarm":1}}}"#, "button.press=panic from 0x1"),
        Case("tasmota", "tele/rf/RESULT", #"{"RfReceived":{"Data":7350482}}"#, "button.press=7350482 from RfReceived"),
        Case("esphome", "bath/status", "online", retained: true, "device.available=true"),
        Case("esphome", "bath/binary_sensor/bath_leak/state", "ON", retained: true, "leak=true from bath_leak"),
        Case("esphome", "bath/binary_sensor/fall/state", "ON", "fall=confirmed from fall"),
        Case("esphome", "bath/sensor/bath_temperature/state", "21.25", "temperature=21.25 Cel from bath_temperature"),
        Case("esphome", "bath/event/cord/state", #"{"event_type":"pressed"}"#, "button.press=pressed from cord"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"Cavius-Door","id":"dc","state":"closed"}"#, "contact.open=false"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"Old","id":1,"battery":"LOW","temperature_F":50.0}"#, "temperature=10 Cel", "battery_low=true"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"X10 Security","id":"1","event":"KR15A PANIC"}"#, "button.press=panic"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"A","id":1,"battery_ok":0.4}"#, "battery=40 %"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"Kerui-Security","id":1,"water":1,"state":"water"}"#, "leak=true"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"Kerui-Security","id":1,"opened":1,"state":"open"}"#, "contact.open=true"),
        Case("rtl_433", "rtl_433/pi/devices/Kerui-Security/1/opened", "0", "contact.open=false"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"Bresser-Leakage","id":1,"alarm":1}"#, "leak=true"),
        Case("rtl_433", "rtl_433/pi/events", #"{"model":"DSC-Security","id":1,"closed":1}"#, "contact.open=false"),
        Case("rtl_433", "rtl_433/pi/devices/X10-Security/31/event", "KR18 PANIC", "button.press=panic"),
        Case("rtl_433", "rtl_433/pi/availability", "offline", retained: true, "bridge.available=false"),
        Case("rtl_433", "rtl_433/pi/devices/GT-WT02/1/211/temperature_C", "3.8", "temperature=3.8 Cel"),
        Case("openmqttgateway", "home/OMG/LWT", "offline", retained: true, "bridge.available=false"),
        Case("openmqttgateway", "home/OMG/BTtoMQTT/AA", #"{"type":"BTN","button":0,"packet":3}"#),
        Case("openmqttgateway", "home/OMG/BTtoMQTT/AA", #"{"type":"BTN","button":11}"#, "button.press=hold"),
    ]

    private static let others = [
        Case("zwave_js_ui", "zwave/hall/notification/endpoint_0/Home_Security/Motion_sensor_status", #"{"time":1,"value":8}"#, "motion=true"),
        Case("zwave_js_ui", "zwave/5/113/0/Water_Alarm/Sensor_status", "2", "leak=true"),
        Case("zwave_js_ui", "zwave/hall/notification/endpoint_0/Access_Control/Door_state_simple", "23", "contact.open=false"),
        Case("zwave_js_ui", "zwave/hall/notification/endpoint_0/Access_Control/Door_state_simple", "5"),
        Case("zwave_js_ui", "zwave/5/113/0/Smoke_Alarm/Sensor_status", "1", "smoke=true"),
        // Another variable of the type ends no alarm.
        Case("zwave_js_ui", "zwave/5/113/0/Smoke_Alarm/Maintenance_status", "0"),
        Case("zwave_js_ui", "zwave/5/113/0/CO_Alarm/Sensor_status", "2", "co=true"),
        Case("zwave_js_ui", "zwave/5/113/0/Heat_Alarm/Heat_sensor_status", "0", "heat=false"),
        Case("zwave_js_ui", "zwave/5/113/0/Access_Control/Door_state", "5633", "contact.open=true"),
        Case("zwave_js_ui", "zwave/hall/central_scene/endpoint_0/scene/001", "0", "button.press=0 from 001"),
        Case("zwave_js_ui", "zwave/hall/central_scene/endpoint_0/scene/001", "0", retained: true),
        Case("zwave_js_ui", "zwave/hall/switch_binary/endpoint_0/currentValue/set", "true"),
        Case("zwave_js_ui", "zwave/hall/battery/endpoint_0/level", "255", "battery_low=true"),
        Case("zwave_js_ui", "zwave/hall/battery/endpoint_0/level", "80", "battery=80 %"),
        Case("zwave_js_ui", "zwave/hall/status", #"{"time":1,"value":true,"status":"Asleep"}"#, "device.available=true"),
        Case("zwave_js_ui", "zwave/_CLIENTS/ZWAVE_GATEWAY-x/status", "true", "bridge.available=true"),
        Case("homie", "homie/5/car/$state", "lost", retained: true, "device.available=false"),
        Case("homie4", "homie/car/$state", "alert", retained: true, "device.available=true", "device.alert=alert"),
        Case("homie", "homie/5/car/$alert/childlost", "", retained: true),
        Case("statestream", "ha/binary_sensor/boiler_hot_water/state", #""on""#),
        Case("statestream", "ha/binary_sensor/hot_water_leak/state", #""on""#, "leak=true"),
        Case("statestream", "ha/binary_sensor/bed_occupancy/state", #""on""#, "motion=true"),
        Case("statestream", "ha/sensor/hall_temperature/state", #""21.5""#, "temperature=21.5 Cel"),
        Case("statestream", "ha/sensor/hall_temperature/state", #""unavailable""#, "device.available=false"),
        Case(
            "vitals_ble_gateway", "TX",
            #"{"type":"reportAttribute","data":{"ble_mac":"F","value":{"bp_high":120,"bp_low":78,"pr":71}}}"#,
            #"blood_pressure={"systolic":120,"diastolic":78,"pulse":71} mm[Hg]"#),
        Case("vitals_ble_gateway", "TX", #"{"type":"reportAttribute","data":{"value":{"bp_high":120}}}"#),
        Case(
            "vitals_ble_gateway", "TX",
            #"{"type":"reportAttribute","data":{"value":{"pulse":70,"spo2":97,"pi":70}}}"#, "heart_rate=70 /min", "spo2=97 %"),
    ]

    @Test(arguments: zigbee + shelly + firmware + others)
    func `a message says what its convention says of it`(_ said: Case) throws {
        var reader = StatementReader()
        #expect(try Self.says(said, &reader).sorted() == said.says.sorted())
    }

    @Test func `a description of Homie teaches what a property is`() throws {
        var reader = StatementReader()
        let before = Case("homie", "homie/5/box/io/a", "true")
        #expect(try Self.says(before, &reader) == [])
        let description =
            #"{"name":"Box","nodes":{"io":{"properties":{"a":{"datatype":"boolean"},"b":{"datatype":"enum","retained":false},"temperature":{"unit":"°F"}}}}}"#
        #expect(
            try Self.says(Case("homie", "homie/5/box/$description", description, retained: true), &reader)
                == ["discovery.device=Box"])
        #expect(try Self.says(before, &reader) == ["input.on=true from a"])
        #expect(try Self.says(Case("homie", "homie/5/box/io/b", "double"), &reader) == ["button.press=double from b"])
        #expect(try Self.says(Case("homie", "homie/5/box/io/b", "double", retained: true), &reader) == [])
        #expect(
            try Self.says(Case("homie", "homie/5/box/io/temperature", "68"), &reader) == ["temperature=20 Cel"])
        #expect(
            try Self.says(Case("homie", "homie/5/box/$description", "", retained: true), &reader)
                == ["discovery.removed=homie/5/box"])
        #expect(try Self.says(before, &reader) == [])
    }

    @Test func `what true stands for in Homie, the format of a boolean says, and what measures is no press`() throws {
        var reader = StatementReader()
        let description =
            #"{"nodes":{"n":{"properties":{"contact":{"datatype":"boolean","format":"open,closed"},"temperature":{"datatype":"float","retained":false}}}}}"#
        _ = try Self.says(Case("homie", "homie/5/d/$description", description, retained: true), &reader)
        #expect(try Self.says(Case("homie", "homie/5/d/n/contact", "true"), &reader) == ["contact.open=false"])
        #expect(try Self.says(Case("homie", "homie/5/d/n/contact", "false"), &reader) == ["contact.open=true"])
        #expect(try Self.says(Case("homie", "homie/5/d/n/temperature", "21.5"), &reader) == ["temperature=21.5 Cel"])
    }

    @Test func `an announced class ends all guessing by the name`() throws {
        var reader = StatementReader()
        let state = Case("statestream", "ha/binary_sensor/front_door/state", #""on""#)
        #expect(try Self.says(state, &reader) == ["contact.open=true"])
        _ = try Self.says(Case("statestream", "ha/binary_sensor/front_door/device_class", #""lock""#), &reader)
        #expect(try Self.says(state, &reader) == [])
    }

    @Test func `what a trigger of Home Assistant does not find is no press`() throws {
        var reader = StatementReader()
        let config = #"{"automation_type":"trigger","type":"action","subtype":"x","topic":"a/t","value_template":"{{ value_json.action }}","device":{"identifiers":["d"]}}"#
        _ = try Self.says(
            Case("homeassistant", "homeassistant/device_automation/b/config", config, retained: true), &reader)
        #expect(try Self.says(Case("homeassistant", "a/t", #"{"action":"double"}"#), &reader) == ["button.press=double"])
        #expect(try Self.says(Case("homeassistant", "a/t", #"{"action":null,"battery":3}"#), &reader) == [])
    }

    @Test func `statestream's class of a sensor teaches what its state is`() throws {
        var reader = StatementReader()
        let state = Case("statestream", "ha/binary_sensor/flat_7/state", #""on""#)
        #expect(try Self.says(state, &reader) == [])
        _ = try Self.says(Case("statestream", "ha/binary_sensor/flat_7/device_class", #""door""#), &reader)
        #expect(try Self.says(state, &reader) == ["contact.open=true"])
    }

    @Test(arguments: Convention.allCases)
    func `odd payloads and topics end no reader`(_ convention: Convention) throws {
        var reader = StatementReader()
        let payloads = [
            "", "null", "[]", "{}", "[1,2]", #""""#, "true", "1e999", "-0", "\0", #"{"a":{"b":[null,{"c":1}]}}"#,
            #"{"action":5,"contact":"?","battery":[],"model":7,"type":{},"data":3,"method":null,"nodes":[]}"#,
            #"{"params":{"events":[1,null,{"event":{}}]},"method":"NotifyEvent"}"#,
        ]
        let topics = [
            "a", "/", "//", "a/b", "homeassistant/sensor/x/config", "homeassistant/device/x/config", "homie/5/d/$state",
            "homie/5/d/$description", "homie/5/d/n/p", "tele/x/SENSOR", "stat/x/POWER1", "shellies/x/relay/0",
            "x/status/switch:0", "x/events/rpc", "zigbee2mqtt/bridge/event", "zigbee2mqtt/x", "x/BTtoMQTT/AA",
            "rtl_433/x/events", "zwave/x/notification/a/b", "zwave/x/battery/level", "ha/sensor/x/state",
            "shellies/x/input_event/0", "tasmota/discovery/AA/config", "p/sensor/temperature/state",
        ]
        for topic in topics {
            for payload in payloads {
                let message = try? PublishedMessage(topic: topic, payload: Array(payload.utf8), isRetained: false)
                guard let message else { continue }
                let list = try? reader.read(message, as: convention)
                for statement in list?.statements ?? [] {
                    if case .number(let number) = statement.value { #expect(number.isFinite) }
                    #expect(statement.capability.contains { $0 != " " })
                }
            }
        }
    }
}
