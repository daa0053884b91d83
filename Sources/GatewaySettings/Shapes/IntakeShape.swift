internal import GatewayCore

struct IntakeShape: Shape {
    let about = ShapeHeading("intake", "How arrivals come in.", exactlyOne: ["mqtt", "serial"])

    let mqtt = Setting.table("mqtt", BrokerShape(), "An MQTT broker.")
    let serial = Setting.table("serial", SerialShape(), "A serial port, such as a receiver on USB.")
}
