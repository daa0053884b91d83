struct CertificateShape: Shape {
    let about = ShapeHeading("certificates", "Files for TLS, in PEM.")

    let authority = Setting.file("ca", "Whom to trust.").unless("what the system trusts")
    let certificate = Setting.file("cert", "The gateway's own certificate; with `key`.")
    let key = Setting.file("key", "Its key; with `cert`.")
}
