internal import DeviceProtocols
internal import GatewayCore

/// A device added to the file in which a home's devices stand. What is there stays as it is, to the last blank: lines
/// are put behind the last device, in the file's own indentation.
package struct DevicesAddition: Sendable {
    /// Why nothing can be added, in a sentence.
    package struct Refusal: Error, Sendable {
        package var reason: String
        /// What a check of the home with the device says, where that is the reason.
        package var problems: [Problem] = []
    }

    /// The file that changes.
    package let path: String
    package let before: [UInt8]
    package let after: [UInt8]

    /// - Parameters:
    ///   - entry: the device.
    ///   - sender: how it was heard; the home with the device has to hear it so.
    ///   - settings: the home as it is.
    ///   - root: its root file, as it was read.
    /// - Throws: where the files have no place for it, or the home with it would not pass the check.
    package init(
        _ entry: EnrolmentText, heardAs proposal: EnrolmentProposal, to settings: Settings, root: String,
        shippedProfiles: String?, credentials: String? = nil, files: any SettingsFiles = DiskFiles()
    ) throws(Refusal) {
        if settings.enrolled.contains(where: { $0.id == entry.id }) {
            throw Refusal(reason: "There is a device `\(entry.id)` already; give this one another name.")
        }
        let place = try Self.place(in: settings.sources, root: root, files)
        path = place.path
        before = place.bytes
        after = Array(place.text(adding: entry.lines).utf8)
        let content = FileContent(bytes: after, isReadableByAll: place.isReadableByAll)
        let result = SettingsReader.read(
            root: root, files: OverlaidFiles([path: content], over: files), shippedProfiles: shippedProfiles,
            credentials: credentials)
        guard let new = result.settings else {
            throw Refusal(
                reason: "With the device the home does not pass its check; nothing was written.",
                problems: result.errors)
        }
        let found = new.enrolled.first { $0.id == entry.id }
        let others = new.enrolled.filter { $0.id != entry.id }
        guard let found, found.intake == proposal.sender.intake, found.address == proposal.address,
            others == settings.enrolled
        else {
            throw Refusal(
                reason: "\(path) is written in a way in which the device would not be read as it was heard; nothing "
                    + "was written.")
        }
    }

    private static func place(
        in sources: [String], root: String, _ files: any SettingsFiles
    ) throws(Refusal) -> DevicesPlace {
        var found: DevicesPlace?
        for path in [root] + sources.filter({ $0 != root }) {
            let content: FileContent
            do {
                content = try files.read(path, atMost: SettingsLimits.fileBytes)
            } catch {
                continue
            }
            guard let place = DevicesPlace(path, content) else { continue }
            // Of several the one with most of them.
            if place.count > (found?.count ?? -1) { found = place }
        }
        if let found {
            guard found.isBlock else {
                throw Refusal(
                    reason: "The devices in \(found.path) stand in braces; write them one below the other, or add the "
                        + "device by hand.")
            }
            return found
        }
        do {
            return DevicesPlace(newIn: root, try files.read(root, atMost: SettingsLimits.fileBytes))
        } catch {
            throw Refusal(reason: "\(root) \(error.reason).")
        }
    }
}
