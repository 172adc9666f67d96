// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import HTTPAdmin

/// The policy document's form, for the admin API.
struct Script: PolicyScript {
    let calendar: BoardCalendar

    func read(_ text: String) -> PolicyReading {
        do throws(Mistakes) {
            let reviewed = try PolicyDocument.read(
                Source(file: "policy", text: text),
                in: calendar
            )
            return .policy(reviewed.document, warnings: reviewed.warnings.map(\.reply))
        } catch {
            return .mistakes(error.all.map(\.reply))
        }
    }

    func write(_ policy: Policy) -> String { PolicyDocument.text(of: policy) }
}
