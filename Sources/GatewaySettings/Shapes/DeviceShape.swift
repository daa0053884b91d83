internal import GatewayCore

struct DeviceShape: Shape {
    let about = ShapeHeading(
        "device",
        "One device that is enrolled. By what it is known depends on how its profile says that it speaks: Zigbee "
            + "devices by `friendly_name` or `topic`, and `bridge`; what is at a serial port by `address` and "
            + "`intake`; JSON by `address` or `topic`, and `intake`; all others by the `topic` below which they "
            + "publish, and by `identity` where many share one topic. Bridge and intake can be left out where there is "
            + "only one.")

    let profile = Setting.text("profile", "How its model speaks: a file of `devices/`, without `.yaml`.")
        .required("a file of `devices/`, without `.yaml`")
    let name = Setting.text("name", "As people read and hear it.").unless("its name here")
    let room = Setting.reference("room", to: "room", "Where it is.")
    let resident = Setting.reference("resident", to: "resident", "Who wears or owns it.")
    let supervision = Setting.supervision("supervision", "How it is noticed that it is not heard any more.")
        .unless("the profile's")
    let bridge = Setting.reference("bridge", to: "bridge", "The bridge it speaks through.")
        .unless("the only one")
    let intake = Setting.reference("intake", to: "intake", "The intake it is heard at, where no bridge says it.")
        .unless("the only one that fits")
    let friendlyName = Setting.text(
        "friendly_name", limit: SettingsLimits.topicLength, "Zigbee: its name at the bridge."
    ).unless("its name here")
    let topic = Setting.text(
        "topic", limit: SettingsLimits.topicLength,
        "Where it publishes, whole: the topic itself, or the one below which its topics lie. Tasmota: its topic, with "
            + "`%prefix%` in it where its FullTopic has another order than Tasmota's own.")
    let identity = Setting.texts(
        "identity",
        "Where many share one topic: what its messages say in the places that the profile names as `identity`, in that "
            + "order.")
    let address = Setting.text(
        "address",
        "RFXtrx: packet type, subtype and identity, such as `20:02:c0ffee`. MySensors: node, `12`, or node and child, "
            + "`12:1`. RFLink: protocol, id and switch, `newkaku:cac142:1`, or without the switch. DSMR: the meter's "
            + "number, where there are several. Lines and JSON: what stands as `device` in them.")
    let entrance = Setting.flag("entrance", "It is a door by which people leave and come back.").usually(false)
    let overlooksPets = Setting.flag("overlooks_pets", "It is a motion sensor that an animal does not set off.")
        .usually(false)
    let visitor = Setting.reference(
        "visitor", to: "visitor", "Its button is the tag of that visitor: pressing it begins the visit, and ends it.")
}
