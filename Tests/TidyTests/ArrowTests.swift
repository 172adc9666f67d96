// SPDX-License-Identifier: Apache-2.0
import Testing

/// The rooms of the house and who may see whom (DESIGN §4): every arrow points at the core.
@Suite struct ArrowTests {
    /// Which of our own rooms each room imports.
    private static let arrows: [String: Set<String>] = [
        "Access": [],
        "Documents": ["Access"],
        "USBReaders": ["Access", "CLibCrypto", "CLibUSB"],
        "GPIODoors": ["Access", "CLibGPIOD"],
        "Controller": ["Access"],
        "SQLiteLedger": ["Access"],
        "AdminAPI": ["Access"],
        "HTTPAdmin": ["Access", "AdminAPI", "Documents"],
        "Simulation": ["Access", "Controller", "Documents"],
        "tachiai": ["Access", "AdminAPI"],
        "tachiaid": [
            "Access", "CLinux", "Controller", "Documents", "GPIODoors", "HTTPAdmin",
            "SQLiteLedger", "Simulation", "USBReaders",
        ],
    ]

    private static let cRooms: Set = ["CLibCrypto", "CLibUSB", "CLibGPIOD", "CLinux"]

    private func imports(_ file: Repository.File) throws -> [String] {
        try file.finds(of: #"^(?:@\w+ |public |internal |package )*import (?:\w+ )?(\w+)"#)
    }

    @Test(arguments: arrows.keys.sorted())
    func `a room imports only those rooms that its arrows point at`(room: String) throws {
        let own = Set(Self.arrows.keys).union(Self.cRooms)
        let files = Repository.sources.filter { $0.room == room }
        let seen = Set(try files.flatMap(imports)).intersection(own)
        #expect(!files.isEmpty)
        #expect(seen.subtracting(Self.arrows[room] ?? []) == [])
    }

    @Test func `every room of Sources is in the table`() {
        let rooms = Set(
            Repository.paths("Sources").compactMap { path in
                path.split(separator: "/").dropFirst().first.map(String.init)
            }
        )
        #expect(rooms.subtracting(Self.arrows.keys).subtracting(Self.cRooms) == [])
    }

    @Test func `the core imports Foundation for the tz database alone`() throws {
        let files = Repository.sources.filter { $0.room == "Access" }
        let seen = try files.filter { try !imports($0).isEmpty }
        #expect(seen.map(\.path) == ["Sources/Access/Time/BoardCalendar.swift"])
    }

    /// The ledger itself, its faulty twin, and the one that refuses until the file can be opened.
    @Test func `L1 only those are ledgers that this list names`() throws {
        let pattern = #"(:|,)\s*(any )?Ledger\b\s*(,|\{|where)"#
        let places = try Repository.sources.flatMap { file in
            try file.places(of: #"\b(class|struct|actor|enum|extension)\b.*"# + pattern).map { _ in
                file.path
            }
        }
        #expect(
            Set(places) == [
                "Sources/SQLiteLedger/SQLiteLedger.swift", "Sources/Simulation/FaultyLedger.swift",
                "Sources/tachiaid/Assembly/LateLedger.swift",
            ]
        )
    }

    @Test(arguments: ["Permit", "Grant", "HoldOpen"])
    func `L1 a right is minted in one file`(right: String) throws {
        let pattern = #"(?<![\w.])"# + right + #"\("#
        let files = try Repository.sources.filter { try !$0.places(of: pattern).isEmpty }
        #expect(files.map(\.path) == ["Sources/Access/Rule/Decision.swift"])
    }

    @Test func `L1 the rights' initialisers are private to their file`() {
        let decision = Repository.sources.first { $0.path.hasSuffix("Rule/Decision.swift") }
        let initialisers = decision?.lines.filter { $0.contains("init(") } ?? []
        #expect(initialisers.count == 3)
        #expect(initialisers.allSatisfy { $0.contains("fileprivate init(") })
    }

    @Test func `L4 an egress is made by the door's state alone`() throws {
        let files = try Repository.sources.filter {
            try !$0.places(of: #"(?<!\w)Egress\("#).isEmpty
        }
        #expect(files.map(\.path) == ["Sources/Access/Door/DoorState.swift"])
    }
}
