// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Logging
import USBReaders

/// The readers that `hardware` looks at: the board file's, or the card readers that are plugged in.
struct WatchedReaders {
    /// Those that are plugged in.
    var devices: [ReaderSpecification] = []
    /// Those on serial lines.
    var peripherals: [OSDPPeripheral] = []
    private var keyFolder = ""
    /// Who proves cards genuine, where the board's card keys may be read.
    private var desk: CardDesk?

    /// The readers of a board file, with its keys for cards and lines.
    init(of board: Board) {
        devices = board.readerSpecifications
        peripherals = board.serialLines?.peripherals ?? []
        keyFolder = board.serialLines?.keyFolder ?? ""
        do throws(CardKeyFault) {
            desk = try CardDesk(CardKeyFile(beside: board.database))
        } catch {
            complain([
                Tachiaid.language(
                    "\(error)：カードに証明を求めず、番号だけを読みます。",
                    "\(error): cards are read as identifiers, without a proof"
                )
            ])
        }
    }

    /// The card readers that are plugged in.
    ///
    /// A keyboard is taken only where a board file names it: it may be the desk's own.
    ///
    /// - Throws: where the USB cannot be looked at, after saying so.
    init(pluggedIn polling: CardPolling) throws {
        do throws(USBFault) {
            devices = try USBReaders.devices().compactMap { device in
                guard let family = device.families.first(where: { $0 != .hidKeyboard }) else {
                    return nil
                }
                return ReaderSpecification(
                    id: ReaderID(device.path.description),
                    family: family,
                    place: .port(device.path),
                    role: .cards(polling)
                )
            }
        } catch {
            complain(["usb: \(error)"])
            throw ExitCode.failure
        }
    }

    /// Whether there is none.
    var isEmpty: Bool { devices.isEmpty && peripherals.isEmpty }

    /// The names of all.
    var ids: Set<ReaderID> { Set(devices.map(\.id)).union(idsOnLines) }

    /// The names of those on lines.
    var idsOnLines: Set<ReaderID> { Set(peripherals.flatMap(\.names)) }

    /// Begins to serve them.
    func makePort() -> USBReaderPort {
        USBReaderPort(
            devices,
            lines: peripherals.isEmpty ? nil : SerialLines(peripherals, keyFolder: keyFolder),
            proving: desk,
            log: .tachiaid(.critical)
        )
    }
}

extension OSDPPeripheral {
    /// The names of its reader and its keypad.
    var names: [ReaderID] { [reader, keypad].compactMap { $0 } }
}
