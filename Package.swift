// swift-tools-version: 6.2
import PackageDescription

// Every target of the house, its arrows and its settings. `docs/ARCHITECTURE.md` says what each is for.
//
// PULLCORD_TARGETS=GatewayCore,DeviceProtocols builds those targets, what they stand on and their tests,
// and fetches nothing else: a rule author gets an answer in seconds (`make test-pure`).

let swiftSettings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
    .enableUpcomingFeature("InferIsolatedConformances"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0481-weak-let.md
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

/// For the targets that the tests let live for years: optimised in debug builds too, which makes them several
/// times as fast. Everything else about a debug build stays, the checks of arithmetic and memory included.
let simulatedSettings = swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// For the targets that touch C: every unsafe use is marked, and the mark says why it is safe.
let memorySafeSettings = swiftSettings + [.strictMemorySafety()]

func product(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package)
}

// One dependency per line, sorted, so that a change reads as a change.
let packages: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
]

let systemLibraries: [Target] = [
    .systemLibrary(name: "CMosquitto", pkgConfig: "libmosquitto", providers: [.apt(["libmosquitto-dev"])]),
    .systemLibrary(name: "CUdev", pkgConfig: "libudev", providers: [.apt(["libudev-dev"])]),
    .target(name: "CLinux"),
]

let libraries: [Target] = [
    .target(
        name: "GatewayCore",
        swiftSettings: simulatedSettings
    ),
    .target(
        name: "DeviceProtocols",
        dependencies: ["GatewayCore"],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "AlarmProtocols",
        dependencies: [
            "GatewayCore",
            product("Crypto", "swift-crypto"),
            product("CryptoExtras", "swift-crypto"),
        ],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "Simulation",
        dependencies: ["GatewayCore"],
        swiftSettings: simulatedSettings
    ),
    .target(
        name: "GatewaySettings",
        dependencies: [
            "DeviceProtocols",
            "GatewayCore",
            product("Yams", "Yams"),
        ],
        resources: [.embedInCode("Packs")],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "LedgerStore",
        dependencies: [
            "GatewayCore",
            product("Crypto", "swift-crypto"),
            product("GRDB", "GRDB.swift"),
            product("GRDBSQLite", "GRDB.swift"),
        ],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "LinuxSupport",
        dependencies: [
            "CLinux",
            "GatewayCore",
            product("Logging", "swift-log"),
        ],
        swiftSettings: memorySafeSettings
    ),
    .target(
        name: "MQTTIntake",
        dependencies: [
            "CMosquitto",
            "GatewayCore",
            "LinuxSupport",
            product("Logging", "swift-log"),
        ],
        swiftSettings: memorySafeSettings
    ),
    .target(
        name: "SerialIntake",
        dependencies: [
            "CUdev",
            "GatewayCore",
            "LinuxSupport",
            product("Logging", "swift-log"),
        ],
        swiftSettings: memorySafeSettings
    ),
    .target(
        name: "AlertDelivery",
        dependencies: [
            "AlarmProtocols",
            "GatewayCore",
            product("AsyncHTTPClient", "async-http-client"),
            product("Crypto", "swift-crypto"),
            product("Logging", "swift-log"),
            product("NIOCore", "swift-nio"),
            product("NIOPosix", "swift-nio"),
            product("NIOSSL", "swift-nio-ssl"),
        ],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "HomePages",
        dependencies: [
            "AlarmProtocols",
            "GatewayCore",
            product("AsyncHTTPClient", "async-http-client"),
            product("Hummingbird", "hummingbird"),
            product("HummingbirdCore", "hummingbird"),
            product("Logging", "swift-log"),
            product("Mustache", "swift-mustache"),
            product("NIOCore", "swift-nio"),
            product("NIOHTTP1", "swift-nio"),
            product("NIOPosix", "swift-nio"),
            product("ServiceLifecycle", "swift-service-lifecycle"),
        ],
        resources: [.embedInCode("Pages")],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "GatewayDaemon",
        dependencies: [
            "AlarmProtocols",
            "AlertDelivery",
            "DeviceProtocols",
            "GatewayCore",
            "GatewaySettings",
            "HomePages",
            "LedgerStore",
            "LinuxSupport",
            "MQTTIntake",
            "SerialIntake",
            product("Logging", "swift-log"),
            product("ServiceLifecycle", "swift-service-lifecycle"),
            product("UnixSignals", "swift-service-lifecycle"),
        ],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "DemoHome",
        dependencies: [
            "GatewayCore",
            "GatewayDaemon",
            "LinuxSupport",
            product("AsyncHTTPClient", "async-http-client"),
            product("NIOCore", "swift-nio"),
            product("NIOFoundationCompat", "swift-nio"),
            product("NIOHTTP1", "swift-nio"),
        ],
        swiftSettings: swiftSettings
    ),
    .target(
        name: "GatewayTesting",
        dependencies: ["CLinux", "GatewayCore"],
        path: "Tests/GatewayTesting",
        swiftSettings: swiftSettings
    ),
    .executableTarget(
        name: "PullcordDemo",
        dependencies: [
            "DemoHome",
            "GatewayCore",
            "LinuxSupport",
            product("ArgumentParser", "swift-argument-parser"),
            product("UnixSignals", "swift-service-lifecycle"),
        ],
        swiftSettings: swiftSettings
    ),
    .executableTarget(
        name: "DecodeRate",
        dependencies: ["DeviceProtocols", "GatewayCore"],
        path: "Benchmarks/DecodeRate",
        swiftSettings: swiftSettings
    ),
    .executableTarget(
        name: "EngineTurn",
        dependencies: ["GatewayCore"],
        path: "Benchmarks/EngineTurn",
        swiftSettings: swiftSettings
    ),
    .executableTarget(
        name: "pullcord",
        dependencies: [
            "DeviceProtocols",
            "GatewayCore",
            "GatewayDaemon",
            "GatewaySettings",
            "HomePages",
            "LinuxSupport",
            "Simulation",
            product("ArgumentParser", "swift-argument-parser"),
            product("Logging", "swift-log"),
        ],
        swiftSettings: swiftSettings
    ),
]

func tests(of name: String, _ extra: [Target.Dependency] = [], _ resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.init(stringLiteral: name), "GatewayCore", "GatewayTesting"] + extra,
        resources: resources,
        swiftSettings: swiftSettings
    )
}

let testTargets: [Target] = [
    .testTarget(
        name: "GatewayCoreTests",
        dependencies: ["GatewayCore", "GatewayTesting"],
        swiftSettings: swiftSettings
    ),
    tests(of: "DeviceProtocols", ["FrameFuzzing"], [.copy("Vectors")]),
    .target(
        name: "FrameFuzzing",
        dependencies: ["DeviceProtocols", "GatewayCore"],
        path: "Tests/FrameFuzzing",
        swiftSettings: swiftSettings
    ),
    // Spoilt frames by the million, under the address sanitizer.
    .executableTarget(
        name: "FrameFuzz",
        dependencies: ["DeviceProtocols", "FrameFuzzing", "GatewayCore"],
        path: "Tests/FrameFuzz",
        swiftSettings: swiftSettings
    ),
    tests(of: "AlarmProtocols"),
    tests(of: "Simulation", [], [.copy("Replay/TIHM")]),
    tests(of: "GatewaySettings", ["DeviceProtocols", "Simulation"]),
    tests(of: "LedgerStore", [product("GRDB", "GRDB.swift")]),
    tests(of: "LinuxSupport", ["CLinux", product("Logging", "swift-log")]),
    tests(of: "MQTTIntake", ["LinuxSupport"]),
    tests(of: "SerialIntake", ["LinuxSupport", "SerialProbe", product("Logging", "swift-log")], [.copy("Umockdev")]),
    // Opens an intake and prints what it hears: what umockdev can be put around.
    .executableTarget(
        name: "SerialProbe",
        dependencies: [
            "GatewayCore",
            "LinuxSupport",
            "SerialIntake",
            product("Logging", "swift-log"),
        ],
        path: "Tests/SerialProbe",
        swiftSettings: swiftSettings
    ),
    tests(of: "AlertDelivery", ["AlarmProtocols", product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"), product("NIOSSL", "swift-nio-ssl"), product("NIOHTTP1", "swift-nio")]),
    tests(of: "HomePages", ["AlarmProtocols", product("AsyncHTTPClient", "async-http-client"), product("Hummingbird", "hummingbird"), product("HummingbirdTesting", "hummingbird"), product("NIOCore", "swift-nio"), product("ServiceLifecycle", "swift-service-lifecycle")]),
    tests(
        of: "GatewayDaemon",
        [
            "AlertDelivery",
            "DeviceProtocols",
            "GatewaySettings",
            "LedgerStore",
            "LinuxSupport",
            "MQTTIntake",
            product("Logging", "swift-log"),
        ]),
    .testTarget(
        name: "IntegrationTests",
        dependencies: [
            "AlarmProtocols",
            "CLinux",
            "DemoHome",
            "GatewayCore",
            "GatewayDaemon",
            "GatewayTesting",
            "LinuxSupport",
            "pullcord",
            product("AsyncHTTPClient", "async-http-client"),
            product("NIOCore", "swift-nio"),
            product("NIOHTTP1", "swift-nio"),
            product("NIOPosix", "swift-nio"),
            product("NIOSSL", "swift-nio-ssl"),
        ],
        exclude: ["Peers/dc09_receiver.py"],
        swiftSettings: swiftSettings
    ),
    .testTarget(
        name: "TidyTests",
        dependencies: [],
        swiftSettings: swiftSettings
    ),
]

let package = Package(
    name: "pullcord",
    products: [
        .executable(name: "pullcord", targets: ["pullcord"]),
        .executable(name: "pullcord-demo", targets: ["PullcordDemo"]),
    ],
    dependencies: packages,
    targets: systemLibraries + libraries + testTargets,
    swiftLanguageModes: [.v6]
)

// MARK: - Building a part of the house

/// Keeps the named targets, what they depend on, their tests, and the packages those need.
@MainActor func keep(only names: Set<String>) {
    var byName: [String: Target] = [:]
    for target in package.targets { byName[target.name] = target }
    var kept: Set<String> = []
    var usedPackages: Set<String> = []
    func visit(_ name: String) {
        guard let target = byName[name], kept.insert(name).inserted else { return }
        for dependency in target.dependencies {
            switch dependency {
            case .targetItem(let name, _), .byNameItem(let name, _): visit(name)
            case .productItem(_, let package?, _, _): usedPackages.insert(package)
            default: break
            }
        }
    }
    for name in names {
        visit(name)
        visit(name + "Tests")
    }
    package.targets = package.targets.filter { kept.contains($0.name) }
    package.products = package.products.filter { product in
        kept.contains(product.name == "pullcord-demo" ? "PullcordDemo" : product.name)
    }
    package.dependencies = package.dependencies.filter { dependency in
        guard case .sourceControl(_, let location, _) = dependency.kind else { return true }
        return usedPackages.contains { location.hasSuffix("/" + $0) }
    }
}

if let chosen = Context.environment["PULLCORD_TARGETS"], !chosen.isEmpty {
    keep(only: Set(chosen.split(separator: ",").map(String.init)))
}
