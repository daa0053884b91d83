struct GatewayShape: Shape {
    let about = ShapeHeading("gateway", "Where the gateway itself lives on this machine.")

    let stateDirectory = Setting.path("state_directory", "The folder of the ledger.")
        .usually(GatewayOptions().stateDirectory)
    let controlSocket = Setting.path("control_socket", "The socket of the `pullcord` command.")
        .usually(GatewayOptions().controlSocket)
}
