struct PagesShape: Shape {
    let about = ShapeHeading("pages", "The pages that this gateway serves.")

    let listen = Setting.text("listen", "The address and port to listen on: `127.0.0.1:8490`.")
        .required("such as `listen: 127.0.0.1:8490`")
}
