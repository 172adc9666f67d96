// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension LedgerFault {
    /// A fault in the words of what failed: never the values that a statement was given (L10).
    init(_ operation: String, _ file: String, _ error: any Error) {
        switch error {
        case let fault as LedgerFault:
            self = fault
        case let error as DatabaseError:
            let code = error.extendedResultCode.rawValue
            self.init(
                "could not \(operation): SQLite error \(code), \(error.message ?? "no message"); "
                    + "file \(file)"
            )
        default:
            self.init("could not \(operation): \(error); file \(file)")
        }
    }
}
