// SPDX-License-Identifier: Apache-2.0
import Access
import USBReaders

/// What the readers say of themselves.
extension HardwareListing {
    /// How long a reader may take to say it.
    private static let patience = Duration.seconds(3)
    /// How one stands that answers as it should.
    static let served = "served"

    /// How a reader stands, by what was told of it.
    static func state(of standing: ReaderStanding?) -> String {
        standing?.isServed == true ? served : standing?.cause ?? "it says nothing"
    }

    /// Serves the readers that nobody holds, until each has said how it stands.
    ///
    /// Keyboards are left alone: they have nothing to say, and might be in somebody's use.
    mutating func ask(_ readers: WatchedReaders) async {
        for index in usb.indices where !usb[index].families.isEmpty && !usb[index].heldBy.isEmpty {
            usb[index].state = "held"
        }
        var asked = readers
        asked.devices.removeAll { specification in
            specification.family == .hidKeyboard
                || !(entry(of: specification).map { usb[$0].heldBy.isEmpty } ?? false)
        }
        asked.peripherals.removeAll { !isFree($0) }
        guard !asked.isEmpty else { return }
        let standings = await Self.standings(of: asked)
        for specification in asked.devices {
            guard let index = entry(of: specification) else { continue }
            usb[index].firmware = standings[specification.id]?.firmware
            usb[index].state = Self.state(of: standings[specification.id])
        }
        note(asked.peripherals, standings)
    }

    /// Serves readers until each has said something, or the time is over.
    private static func standings(of asked: WatchedReaders) async -> [ReaderID: ReaderStanding] {
        let port = asked.makePort()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var silent = asked.ids
                for await read in port.reads {
                    silent.remove(read.reader)
                    if silent.isEmpty { return }
                }
            }
            group.addTask { try? await Task.sleep(for: patience) }
            _ = await group.next()
            group.cancelAll()
        }
        let standings = port.standings
        await port.stop()
        return standings
    }

    /// The device that a specification means, where it is the only one.
    private func entry(of specification: ReaderSpecification) -> Int? {
        let name = specification.id.text
        return usb.firstIndex { $0.reader == name || ($0.reader == nil && $0.port == name) }
    }

    /// Whether the running service has readers that are listed.
    var isServiceHolding: Bool {
        (usb.map(\.heldBy) + serial.map(\.heldBy)).contains {
            $0.contains { $0.hasPrefix("tachiaid ") }
        }
    }
}
