// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// What every target of ours is compiled with.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Sources moreover say `unsafe` wherever they leave Swift's memory safety.
let sourceSettings: [SwiftSetting] = house + [.strictMemorySafety()]

/// A target of `Sources`.
func room(_ name: String, sees dependencies: [Target.Dependency], resources: [Resource]? = nil)
    -> Target
{
    .target(
        name: name,
        dependencies: dependencies,
        resources: resources,
        swiftSettings: sourceSettings
    )
}

/// A program of `Sources`.
func program(_ name: String, sees dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: sourceSettings)
}

/// A target of `Tests`.
func tests(_ name: String, sees dependencies: [Target.Dependency], but others: [String] = [])
    -> Target
{
    .testTarget(name: name, dependencies: dependencies, exclude: others, swiftSettings: house)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let unixSignals = Target.Dependency.product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "tachiai",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tachiaid", targets: ["tachiaid"]),
        .executable(name: "tachiai", targets: ["tachiai"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.92.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The pure core; every arrow points here.
        room("Access", sees: []),
        // The documents that people write: policy, board, scenario.
        room("Documents", sees: ["Access", yams]),

        // Street side: what a badge meets.
        .systemLibrary(
            name: "CLibUSB",
            pkgConfig: "libusb-1.0",
            providers: [.apt(["libusb-1.0-0-dev"])]
        ),
        // Triple DES, which FeliCa Lite-S cards prove themselves by.
        .systemLibrary(
            name: "CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        room(
            "USBReaders",
            sees: ["Access", "CLibCrypto", "CLibUSB", crypto, cryptoExtras, logging]
        ),
        .target(name: "CLibGPIOD", linkerSettings: [.linkedLibrary("gpiod")]),
        .target(name: "CLinux"),
        room("GPIODoors", sees: ["Access", "CLibGPIOD", logging]),
        room("Controller", sees: ["Access", logging, lifecycle]),

        // The record.
        room("SQLiteLedger", sees: ["Access", crypto, cryptoExtras, grdb, logging]),

        // Garden side: what the officer meets.
        room("AdminAPI", sees: ["Access"]),
        room(
            "HTTPAdmin",
            sees: [
                "Access", "AdminAPI", "Documents", asn1, crypto, httpTypes, hummingbird,
                hummingbirdCore, lifecycle, logging, nio, nioHTTPTypes, nioPosix, nioSSL, x509,
            ]
        ),

        // The twin of all ports.
        room("Simulation", sees: ["Access", "Controller", "Documents", logging]),

        program(
            "tachiaid",
            sees: [
                "Access", "CLinux", "Controller", "Documents", "GPIODoors", "HTTPAdmin",
                "SQLiteLedger",
                "Simulation", "USBReaders", arguments, lifecycle, logging, unixSignals,
            ]
        ),
        program(
            "tachiai",
            sees: [
                "Access", "AdminAPI", arguments, crypto, httpClient, nio, nioHTTP, nioPosix, nioSSL,
            ]
        ),

        tests("AccessTests", sees: ["Access"]),
        tests("DocumentsTests", sees: ["Access", "Documents"]),
        tests(
            "SQLiteLedgerTests",
            sees: ["Access", "Documents", "SQLiteLedger", grdb],
            but: ["Databases"]
        ),
        tests(
            "USBReadersTests",
            sees: ["Access", "USBReaders", "ReaderProbe", logging],
            but: ["Emulator", "Peripheral"]
        ),
        // What the tests of USBReaders start inside a mock of the USB.
        .executableTarget(
            name: "ReaderProbe",
            dependencies: ["Access", "USBReaders", logging],
            path: "Tests/ReaderProbe",
            swiftSettings: house
        ),
        tests("GPIODoorsTests", sees: ["Access", "GPIODoors", logging]),
        tests(
            "ControllerTests",
            sees: ["Access", "Controller", "SQLiteLedger", "Simulation", logging]
        ),
        tests(
            "HTTPAdminTests",
            sees: [
                "Access", "AdminAPI", "Documents", "HTTPAdmin", "Simulation", httpTypes,
                hummingbird,
                hummingbirdTesting, logging, nio, nioSSL,
            ]
        ),
        tests(
            "SimulationTests",
            sees: ["Access", "Controller", "Documents", "SQLiteLedger", "Simulation", logging]
        ),
        tests(
            "TachiaiTests",
            sees: [
                "Access", "AdminAPI", "Documents", "tachiai", arguments, nio, nioHTTP, nioPosix,
                nioSSL,
            ],
            but: ["Reports", "Snapshots"]
        ),
        // Every parser that somebody outside can reach, as a fuzzer feeds it; `Tests/fuzz` runs it.
        .target(
            name: "Fuzzing",
            dependencies: ["Access", "AdminAPI", "Documents", "USBReaders"],
            path: "Tests/Fuzzing",
            swiftSettings: house
        ),
        tests("FuzzingTests", sees: ["Fuzzing"], but: ["Corpus"]),
        tests("TidyTests", sees: []),
        tests("BoardTests", sees: [], but: ["Guest"]),
    ],
    swiftLanguageModes: [.v6]
)

// Under `Tests/fuzz` everything of ours counts which of its branches are taken, and libFuzzer looks on.
if Context.environment["TACHIAI_FUZZ"] != nil {
    let fuzzed: Set = ["Access", "AdminAPI", "Documents", "USBReaders", "Fuzzing"]
    package.targets.removeAll { !fuzzed.contains($0.name) && $0.type != .system }
    for target in package.targets where target.type != .system {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
    }
    package.targets.append(
        .executableTarget(
            name: "Fuzzer",
            dependencies: ["Fuzzing"],
            path: "Tests/Fuzzer",
            swiftSettings: house
        )
    )
    package.products = []
}
