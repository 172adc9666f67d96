// SPDX-License-Identifier: Apache-2.0
import Access

/// The people of `Config/demo-policy.yaml`, as a random player needs them.
enum DemoTown {
    struct Holder {
        let id: PersonID
        let badge: String
        let pin: String

        init(_ id: PersonID, _ badge: String, pin: String = "000000") {
            self.id = id
            self.badge = badge
            self.pin = pin
        }
    }

    static let staff = [
        Holder("100001", "0100000000100001", pin: "730915"),
        Holder("100002", "0100000000100002", pin: "264801"),
        Holder("100123", "012E3D4C5B6A7988", pin: "482137"),
        Holder("100124", "0100000000100124", pin: "593826"),
        Holder("100125", "0100000000100125", pin: "118842"),
        Holder("100126", "0100000000100126", pin: "905173"),
        Holder("100129", "0400000000100129", pin: "851206"),
        Holder("200101", "0100000000200101", pin: "729055"),
        Holder("200103", "0100000000200103", pin: "316977"),
        Holder("500101", "0100000000500101", pin: "190356"),
    ]
    static let visitors =
        (1...8).map { Holder(PersonID("V-00\($0)"), "000000000000000\($0)") }
        + [Holder("200102", "0100000000200102", pin: "508264")]
    /// Those who have an approval on the first day.
    static let expected = Array(visitors[0...4])
    static let stranger = Holder("nobody", "FFFF000000000000")

    static let officer: PersonID = "100001"
    static let `operator`: PersonID = "400003"
    static let sectionHead: PersonID = "200001"
    static let auditor: PersonID = "400002"
}

/// A door of `Config/demo.yaml`, with what is beside it.
struct DemoDoor {
    let id: DoorID
    let room: RoomID
    let entry: ReaderID
    let exit: ReaderID?
    let keypad: ReaderID

    static let all = [
        DemoDoor(
            id: "server",
            room: "server-4f",
            entry: "server-in",
            exit: "server-out",
            keypad: "server-keys"
        ),
        DemoDoor(
            id: "monitor",
            room: "monitor-4f",
            entry: "monitor-in",
            exit: nil,
            keypad: "monitor-keys"
        ),
    ]
}
