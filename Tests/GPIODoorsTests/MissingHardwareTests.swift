// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import Testing

@testable import GPIODoors

struct MissingHardwareTests {
    private let board: BoardLines = {
        let lock = LineSpecification(chip: "no-such-chip", line: "lock")
        return BoardLines(
            doors: [
                DoorLines(
                    door: "server",
                    lock: LockSpecification(line: lock, releases: .energised)
                ),
                DoorLines(
                    door: "monitor",
                    lock: LockSpecification(line: lock, releases: .energised)
                ),
            ]
        )
    }()

    @Test func `a board without its chip does not open, and names every lock`() throws {
        let logger = Logger(label: "test")
        let fault = #expect(throws: HardwareFault.self) {
            _ = try GPIOBoard.open(board, logger: logger)
        }
        let rows = try #require(fault).description.split(separator: "\n")
        #expect(rows.count == 2)
        #expect(rows[0].hasPrefix("lock of door server: line lock of chip no-such-chip: "))
        #expect(rows[1].hasPrefix("lock of door monitor: line lock of chip no-such-chip: "))
    }

    @Test func `L2 securing a board without its chip says so for every lock`() {
        #expect(GPIOBoard.secure(board).count == 2)
    }

    @Test(arguments: ["/dev/null", "/dev/no-such-device"])
    func `what is no chip is told with its path, the call and the kernel's reason`(
        path: String
    ) throws {
        let fault = #expect(throws: HardwareFault.self) { _ = try ChipDescription(path: path) }
        #expect(try #require(fault).description.hasPrefix("\(path): open failed: "))
    }

    @Test(arguments: [false, true])
    func `a line of what is no chip is refused with its purpose and the call`(
        isOutput: Bool
    ) throws {
        let chip = ChipDescription(
            path: "/dev/null",
            name: "null",
            label: "nothing",
            lines: [.init(name: "lock", consumer: nil, isUsed: false, isOutput: false)]
        )
        let line = LineSpecification(chip: "nothing", line: "lock")
        let address = try LineAddress(line, for: "lock of door server", among: ([chip], []))
        let fault = #expect(throws: HardwareFault.self) {
            if isOutput {
                _ = try GPIOLine(output: address)
            } else {
                _ = try GPIOLine(input: address, as: InputSpecification(line: line, active: .high))
            }
        }
        let title = "lock of door server (line 0 lock of null [nothing])"
        #expect(try #require(fault).description.hasPrefix("\(title): request failed: "))
    }
}
