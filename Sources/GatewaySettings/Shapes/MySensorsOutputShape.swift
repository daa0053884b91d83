struct MySensorsOutputShape: Shape {
    let about = ShapeHeading("MySensors output", "A child of a node that has a V_STATUS.")

    let intake = Setting.reference("intake", to: "intake", "The port of the MySensors gateway.").unless("the only one")
    let node = Setting.integer("node", 1...254, "The number of the node.").required()
    let child = Setting.integer("child", 0...254, "The number of its child.").required()
}
