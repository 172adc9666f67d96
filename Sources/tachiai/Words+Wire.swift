// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// What the service writes for programs, as people read it in a sentence.
extension Words {
    /// A sentence with its instants as tables show them.
    static func times(in sentence: String) -> String {
        let instant =
            /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:[+-]\d{2}:\d{2}|Z)/
        return sentence.replacing(instant) { "\($0.1) \($0.2)" }
    }

    /// A sentence about an order without what only the interface counts, and a room's parameter in words.
    func withoutPlaces(_ sentence: String) -> String {
        sentence
            .replacing(/(['「])(\w+)\[\d+\](['」])/) { "\($0.1)\($0.2)\($0.3)" }
            .replacing(/approvalScope: (single|standing)/) { found in
                found.1 == "single"
                    ? language("この室の承認は一回の来訪のためのもの", "this room's approvals are for one visit each")
                    : language("この室の承認は継続する来訪のためのもの", "this room's approvals are standing ones")
            }
    }

    // MARK: The policy's rows

    /// Which row of the policy; `appointment` rows begin with their office, and those of one kind are counted.
    func row(_ id: String, of kind: String) -> String {
        guard kind == PolicyDifference.Kind.appointment.rawValue else { return id }
        let parts = id.split(separator: " ").map(String.init)
        guard let office = parts.first else { return id }
        let rest = parts.dropFirst().map { part in
            part.hasPrefix("#")
                ? language("（\(part.dropFirst()) 回目）", part) : person(department(part))
        }
        return ([self.office(office)] + rest).joined(separator: " ")
    }

    /// A value of the policy document.
    func value(_ written: String?, of key: String) -> String {
        guard let written else { return nothing }
        switch key {
        case "badges": return badges(written)
        case "kinds":
            return entries(written).map(departmentKind).joined(separator: comma)
        case "suspended": return written == "true" ? suspended : Self.times(in: written)
        default: return Self.times(in: written)
        }
    }

    /// `[fp:… staff active, fp:… staff lost 来訪3]`: kind and state follow the fingerprint.
    private func badges(_ written: String) -> String {
        let badges = entries(written).map { badge in
            var parts = badge.split(separator: " ", omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count >= 3 else { return badge }
            parts[1] = badgeKind(parts[1])
            parts[2] = badgeStatus(parts[2])
            for more in parts.indices.dropFirst(3) {
                parts[more] = assurance(technology(parts[more]))
            }
            return parts.joined(separator: " ")
        }
        return "[" + badges.joined(separator: ", ") + "]"
    }

    private func entries(_ written: String) -> [String] {
        written.dropFirst().dropLast().components(separatedBy: ", ").filter { !$0.isEmpty }
    }
}
