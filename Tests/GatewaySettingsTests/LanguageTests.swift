import GatewayCore
import GatewayTesting
import Testing

@testable import GatewaySettings

/// Reader, schema and reference are made of one declaration, and say the same.
struct LanguageTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    private static func file(_ path: String) throws -> String {
        let content = try DiskFiles().read(project + "/" + path, atMost: SettingsLimits.fileBytes)
        return String(decoding: content.bytes, as: UTF8.self)
    }

    // MARK: - What is shipped

    @Test(arguments: SettingsLanguage.File.allCases) func `the shipped schema is the one that the command prints`(
        _ file: SettingsLanguage.File
    ) throws {
        #expect(try Self.file("docs/schema/\(file.rawValue).json") == SettingsLanguage.schema(of: file))
    }

    @Test func `the reference is the one that the command prints`() throws {
        let parts = try Self.file("docs/SETTINGS.md").split(separator: SettingsLanguage.marker + "\n")
        #expect(parts.count == 2)
        #expect(parts.last.map(String.init) == SettingsLanguage.reference())
    }

    @Test func `every example and profile says to an editor which schema it has`() throws {
        #expect(Self.shipped.count > 25)
        for (path, schema, _) in Self.shipped {
            #expect(try Self.file(path).hasPrefix("# yaml-language-server: $schema=\(schema)\n"), "\(path)")
        }
    }

    /// The YAML files that people copy, what leads from them to their schema, and what each is.
    private static var shipped: [(path: String, schema: String, file: SettingsLanguage.File)] {
        let folders: [(String, String, SettingsLanguage.File)] = [
            ("docs/examples/flat", "../../schema/home.json", .home),
            ("docs/examples/house", "../../schema/home.json", .home),
            ("docs/examples/sheltered", "../../schema/home.json", .home),
            ("docs/examples/house/devices", "../../../schema/device.json", .device),
            ("docs/packs/home", "../../schema/home.json", .home),
            ("docs/packs/home/devices", "../../../schema/device.json", .device),
            ("devices", "../docs/schema/device.json", .device),
        ]
        return folders.flatMap { folder, schema, file in
            DiskFiles().names(inFolder: project + "/" + folder)
                .filter { $0.hasSuffix(".yaml") && $0 != "secrets.yaml" }.map { (folder + "/" + $0, schema, file) }
        }
    }

    // MARK: - What is read

    @Test(.ownThread) func `every setting that is declared is read`() throws {
        #expect(WholeHome.read(WholeHome.text).errors.map(\.message) == [])
        var read: Set<String> = []
        for spoilt in try Self.spoiltHomes() {
            let root = SpoiltValue.yaml(spoilt.value)
            #expect(WholeHome.read(root).settings == nil, "\(spoilt.setting)")
            read.insert(spoilt.setting)
        }
        #expect(WholeHome.mistakes(inProfile: WholeHome.profile) == 0)
        #expect(WholeHome.mistakes(inProfile: WholeHome.enOceanProfile) == 0)
        for spoilt in try Self.spoiltProfiles() {
            #expect(WholeHome.mistakes(inProfile: SpoiltValue.yaml(spoilt.value)) > 0, "\(spoilt.setting)")
            read.insert(spoilt.setting)
        }
        // The fields of rule kinds and the readings of samples are read by going through their declarations.
        let declared = Self.declared(RootShape.declared.note) + Self.declared(ProfileShape.declared.note)
        // An EEP has no place in the whole profile, which is of another dialect; its mistakes are snapshots.
        let isRoundabout = { (setting: String) in
            setting.hasPrefix("rule ") || setting.hasPrefix("expected.") || setting == "profile.eep"
        }
        #expect(declared.filter { !read.contains($0) && !isRoundabout($0) } == [], "settings without a test")
        let common = ShapeNote(RuleShape(nil)).settings.map(\.name)
        #expect(common.filter { !read.contains("rule left_open.\($0)") && !read.contains("rule.\($0)") } == [])
    }

    private static func spoiltHomes() throws -> [SpoiltValue] {
        guard case .map(var pairs) = try WholeHome.value(of: WholeHome.text).content,
            case .map(let people) = try WholeHome.value(of: WholeHome.people).content
        else { return [] }
        let whole = SpoiltValue.all(of: try WholeHome.value(of: WholeHome.text), as: RootShape.declared.note)
        // The included file in place of its include.
        pairs = pairs.filter { $0.key != "include" } + people
        let place = Place(source: 0, line: 1, column: 1, length: 1)
        let joined = Value(place: place, content: .map(pairs))
        return whole.filter { $0.setting == "home file.include" }
            + SpoiltValue.all(of: joined, as: RootShape.declared.note)
    }

    private static func spoiltProfiles() throws -> [SpoiltValue] {
        try [WholeHome.profile, WholeHome.enOceanProfile].flatMap {
            SpoiltValue.all(of: try WholeHome.value(of: $0), as: ProfileShape.declared.note)
        }
    }

    /// Every setting of a shape and of those that it holds.
    private static func declared(_ shape: ShapeNote) -> [String] {
        shape.settings.flatMap { setting in
            setting.keys.map { "\(shape.name).\($0)" } + declared(in: setting.form)
        }
    }

    private static func declared(in form: Form) -> [String] {
        switch form {
        case .table(let shape): declared(shape)
        case .either(let forms): forms.flatMap(declared)
        case .list(let item, _), .some(let item), .named(_, let item, _, _): declared(in: item)
        default: []
        }
    }

    // MARK: - What an editor says

    private static let hasPeer = ConditionTrait.enabled("python3-jsonschema is not installed") {
        await SchemaPeer.python != nil
    }

    @Test(.ownThread, hasPeer)
    func `an independent validator finds nothing wrong with what the reader takes`() async throws {
        for file in SettingsLanguage.File.allCases {
            var names = Self.shipped.filter { $0.file == file }.map(\.path)
            var documents = try names.map { try WholeHome.value(of: Self.file($0)) }
            let others =
                file == .home
                ? [WholeHome.text, WholeHome.people, BaseHome.text]
                    + (try RuleRegistry.kinds.compactMap { kind in
                        let text = try Self.file("docs/rules/\(kind.kind.name).md")
                        return RulePage(kind: kind.kind, text: text).example
                    })
                : [WholeHome.profile]
            names += others.indices.map { "text \($0)" }
            documents += try others.map(WholeHome.value)
            let problems = try await SchemaPeer.problems(in: documents, schema: SettingsLanguage.schema(of: file))
            for (name, problems) in zip(names, problems) { #expect(problems == [], "\(name)") }
        }
    }

    @Test(.ownThread, hasPeer)
    func `an independent validator refuses each setting in a form that no setting has`() async throws {
        let home = try Self.spoiltHomes()
        let found = try await SchemaPeer.problems(in: home.map(\.value), schema: SettingsLanguage.schema(of: .home))
        for (spoilt, problems) in zip(home, found) { #expect(!problems.isEmpty, "\(spoilt.setting)") }
        let profiles = try Self.spoiltProfiles()
        let more = try await SchemaPeer.problems(in: profiles.map(\.value), schema: SettingsLanguage.schema(of: .device))
        for (spoilt, problems) in zip(profiles, more) { #expect(!problems.isEmpty, "\(spoilt.setting)") }
    }

    /// Mistakes that people make, each in an otherwise good home.
    private static let mistakes = [
        ("wait: 60s", "wait: 60"), ("wait: 60s", "wait: soon"), ("wait: 60s", "weight: 60s"),
        ("kind: hazard", "kind: hazzard"), ("kind: hazard", "type: hazard"), ("below: 15", "below: cold"),
        ("capability: temperature", "capability: warmth"), ("priority: emergency", "priority: high"),
        ("    profile: smoke\n", "    profle: smoke\n"), ("    profile: smoke\n", ""), ("port: 12000", "port: 120000"),
        ("account: \"1234\"", "account: \"12\""), ("  zone: Europe/London\n", ""),
        ("host: 127.0.0.1\n", "host: 127.0.0.1\n      acknowledgements: yes\n"),
        ("secret: !secret desk", "secrets: !secret desk"), ("version: 1", "version: 2"),
        ("usb_serial: RFXCOM_RFXtrx433_A1", "usb_serial: A, file: /dev/ttyUSB0"), ("  anna: {", "  Anna Ann: {"),
        ("residents:\n", "rezidents:\n"), ("rungs:\n      - {tell: [anna], wait: 1h}", "rungs: []"),
    ]

    @Test(.ownThread, hasPeer)
    func `an independent validator refuses the mistakes that people make, as the reader does`() async throws {
        let texts = Self.mistakes.map { BaseHome.text.replacing($0.0, with: $0.1, maxReplacements: 1) }
        let schema = SettingsLanguage.schema(of: .home)
        let problems = try await SchemaPeer.problems(in: texts.map(WholeHome.value), schema: schema)
        for (index, mistake) in Self.mistakes.enumerated() {
            #expect(texts[index] != BaseHome.text, "\(mistake)")
            #expect(!problems[index].isEmpty, "\(mistake)")
            #expect(!BaseHome.read(texts[index]).errors.isEmpty, "\(mistake)")
        }
    }
}
