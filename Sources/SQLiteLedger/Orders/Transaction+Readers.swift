// SPDX-License-Identifier: Apache-2.0
internal import Access

extension Transaction {
    private static let pairingMinutes = 1...60

    /// A reader on a line is paired, for a while; whether there is such a reader, the desk finds out.
    func pairing(_ reader: ReaderID, for minutes: Int, replacing: Bool) throws -> Deed {
        guard Self.pairingMinutes.contains(minutes) else {
            throw OrderRefused.unfit(
                "\(minutes) minutes are out of bounds; expected 1 to 60",
                "\(minutes) 分は範囲外です。1 から 60 分です。"
            )
        }
        var deed = Deed { _ in }
        deed.record.reader = reader
        deed.revisesPolicy = false
        deed.effect = .pairReader(reader, minutes: minutes, replacing: replacing)
        return deed
    }
}
