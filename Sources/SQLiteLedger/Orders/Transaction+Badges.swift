// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    func loss(of token: Badge.Token) throws -> Deed {
        let stored = try badge(token)
        if stored.badge.status == .lost {
            throw OrderRefused.unfit("the badge is reported lost already")
        }
        return marking(stored, as: .lost)
    }

    func suspension(of token: Badge.Token) throws -> Deed {
        let stored = try badge(token)
        guard stored.badge.status == .active else {
            throw OrderRefused.unfit("the badge is \(stored.badge.status.rawValue), not active")
        }
        return marking(stored, as: .suspended)
    }

    private func badge(_ token: Badge.Token) throws -> StoredBadge {
        guard let found = try stored.badge(token, keys: keys) else {
            throw OrderRefused.unfit("no such badge is on record")
        }
        return found
    }

    private func marking(_ stored: StoredBadge, as status: Badge.Status) -> Deed {
        var deed = Deed(about: [stored.person]) { _ in
            try self.execute(
                "UPDATE badge SET status = ? WHERE digest = ?",
                [status.rawValue, Data(stored.digest.bytes)]
            )
        }
        deed.record.badge = stored.digest.fingerprint
        return deed
    }
}
