internal import Foundation

/// The settings of a demonstration home: the example flat, with ports, secrets and a voice of its own.
package struct HomeSettings: Sendable {
    package let setup: HomeSetup
    package let addresses: HomeAddresses

    init(_ setup: HomeSetup) throws {
        self.setup = setup
        addresses = try HomeAddresses(folder: HomeFolder())
        do {
            try write()
        } catch {
            addresses.folder.remove()
            throw error
        }
    }

    /// Replaces text in one of the settings files; the gateway learns of it at a reload.
    ///
    /// - Throws: `HomeFailure` when the old text does not stand there.
    package func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try addresses.folder.text(of: "home/\(file)")
        guard text.contains(old) else { throw HomeFailure("`\(old)` does not stand in \(file).") }
        try addresses.folder.write(text.replacingOccurrences(of: old, with: new), to: "home/\(file)")
    }

    private func write() throws {
        let files = FileManager.default
        let home = addresses.folder.file("home")
        try files.createDirectory(atPath: home, withIntermediateDirectories: false)
        for name in try files.contentsOfDirectory(atPath: ProjectFolder.exampleHome) where name.hasSuffix(".yaml") {
            try files.copyItem(atPath: "\(ProjectFolder.exampleHome)/\(name)", toPath: "\(home)/\(name)")
        }
        try addresses.folder.write(setup.connections?(addresses) ?? connections, to: "home/connections.yaml")
        try addresses.folder.write(
            """
            desk_secret: \(addresses.deskSecret)
            centre_key: \(addresses.centreKey)
            key_safe: Key safe left of the door, code 0000

            """, to: "home/secrets.yaml")
        try addresses.folder.write(addresses.deskSecret + "\n", to: "desk.secret")
        try edit("rules.yaml", "pre_alert: 10s", "pre_alert: \(setup.preAlert)")
        try edit("devices.yaml", #"[espeak-ng, -v, en-gb, -s, "140"]"#, "[\(addresses.folder.file("speak"))]")
        try writeVoice()
        for (name, text) in setup.files { try addresses.folder.write(text(addresses), to: "home/\(name)") }
        for edit in setup.edits { try self.edit(edit.file, edit.old, edit.new) }
    }

    /// What the gateway runs to speak: the phrase goes into a pipe that the home reads, and to the speaker.
    private func writeVoice() throws {
        let speech = setup.speaks && Self.hasSound ? "espeak-ng -v en-gb -s 140 -- \"$1\" >/dev/null 2>&1" : ":"
        try addresses.folder.write(
            """
            #!/bin/sh
            printf '%s\\n' "$1" >> "\(addresses.folder.file("spoken"))"
            \(speech)

            """, to: "speak", permissions: 0o700)
        try addresses.folder.write("", to: "spoken")
    }

    private static var hasSound: Bool {
        guard (try? ProjectFolder.installed("espeak-ng")) != nil else { return false }
        let devices = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/snd")) ?? []
        return devices.contains { $0.hasPrefix("pcm") && $0.hasSuffix("p") }
    }

    private var connections: String {
        """
        intakes:
          broker:
            mqtt:
              host: 127.0.0.1
              port: \(addresses.brokerPort)
              bridges:
                zigbee: zigbee2mqtt
              acknowledgements: false
          receiver:
            serial:
              protocol: rfxtrx
              file: \(addresses.radioPort)
        channels:
          desk:
            webhook:
              url: \(addresses.desk)/webhook
              secret: !secret desk_secret
              answer_url: http://127.0.0.1:\(addresses.pagesPort)
          centre:
            dc09:
              host: 127.0.0.1
              port: \(addresses.centrePort)
              account: "\(addresses.account)"
              \(setup.encryptsToCentre ? "key: !secret centre_key" : "line: \"0\"")
              poll: 60s
        pages:
          listen: 127.0.0.1:\(addresses.pagesPort)
        gateway:
          state_directory: \(addresses.stateFolder)
          control_socket: \(addresses.controlSocket)

        """
    }
}
