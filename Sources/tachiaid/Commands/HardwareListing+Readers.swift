// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import USBReaders

/// What the card readers say of themselves.
extension HardwareListing {
    /// How long a reader may take to say it.
    private static let patience = Duration.seconds(3)

    /// Serves the card readers that nobody holds, until each has said how it stands.
    ///
    /// Keyboards are left alone: they have nothing to say, and might be in somebody's use.
    mutating func askReaders(_ specifications: [ReaderSpecification]) async {
        for index in usb.indices where !usb[index].families.isEmpty && !usb[index].heldBy.isEmpty {
            usb[index].state = "held"
        }
        let asked = specifications.filter { specification in
            specification.family != .hidKeyboard
                && entry(of: specification).map { usb[$0].heldBy.isEmpty } ?? false
        }
        guard !asked.isEmpty else { return }
        let port = USBReaderPort(asked, log: .tachiaid(.critical))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var silent = Set(asked.map(\.id))
                for await read in port.reads where !silent.isEmpty {
                    silent.remove(read.reader)
                    if silent.isEmpty { return }
                }
            }
            group.addTask { try? await Task.sleep(for: Self.patience) }
            _ = await group.next()
            group.cancelAll()
        }
        let standings = port.standings
        await port.stop()
        for specification in asked {
            guard let index = entry(of: specification) else { continue }
            let standing = standings[specification.id]
            usb[index].firmware = standing?.firmware
            usb[index].state =
                standing?.isServed == true
                ? "served" : standing?.cause ?? "it says nothing"
        }
    }

    /// The device that a specification means, where it is the only one.
    private func entry(of specification: ReaderSpecification) -> Int? {
        let name = specification.id.text
        return usb.firstIndex { $0.reader == name || ($0.reader == nil && $0.port == name) }
    }

    /// Whether the running service has readers that are listed.
    var isServiceHolding: Bool {
        usb.contains { $0.heldBy.contains { $0.hasPrefix("tachiaid ") } }
    }
}
