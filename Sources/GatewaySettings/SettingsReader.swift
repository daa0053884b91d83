package import GatewayCore

/// Reads settings files into `Settings`, or says everything that is wrong with them.
package enum SettingsReader {
    /// - Parameters:
    ///   - root: the root file's path, as reports shall show it.
    ///   - files: where to read from.
    ///   - shippedProfiles: the folder of profiles that come with the gateway; `devices/` beside the root
    ///     comes first.
    ///   - credentials: systemd's `$CREDENTIALS_DIRECTORY`, whose files are secrets by name.
    ///   - kinds: the kinds of rules that exist.
    ///   - zone: a time zone's offsets by its IANA name, nil for an unknown one.
    ///   - zoneNames: all known names, for "did you mean".
    ///   - recorded: devices of a recording, in place of those that the settings enrol.
    package static func read(
        root: String,
        files: any SettingsFiles = DiskFiles(),
        shippedProfiles: String? = nil,
        credentials: String? = nil,
        kinds: [any Rule.Type] = RuleRegistry.kinds,
        zone: (String) -> ZoneTable? = SystemZones.table(named:),
        zoneNames: () -> [String] = { SystemZones.names },
        recorded: [Device]? = nil
    ) -> SettingsResult {
        let reading = Reading(files: files, root: root, credentialsFolder: credentials)
        var includes = Includes(reading)
        var settings: Settings?
        var gateway: GatewayOptions?
        if let value = includes.gather(root: root),
            let table = Table(value, RootShape.declared, what: "the settings", in: reading)
        {
            let folders = [FilePath.join(FilePath.folder(of: root), "devices")] + (shippedProfiles.map { [$0] } ?? [])
            let profiles = ProfileLibrary(folders: folders, reading: reading)
            let builder = SettingsBuilder(root: table, path: root, profiles: profiles, kinds: kinds)
            builder.recorded = recorded
            settings = builder.build(zone: zone, zoneNames: zoneNames)
            if table.has("gateway") { gateway = settings?.gateway }
        }
        let copy = SettingsCopy(root: root, files: reading.opened)
        return SettingsResult(
            settings: reading.log.hasErrors ? nil : settings, gateway: gateway, problems: reading.log.sorted(),
            copy: copy)
    }
}
