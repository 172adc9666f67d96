// SPDX-License-Identifier: Apache-2.0

extension Policy {
    /// The same policy, in which what was reported lost stays lost (22; R26).
    ///
    /// A document that was written before the loss must not make the badge usable again: who finds it gives it back,
    /// and has it issued anew. Badges are compared as they are named, so both policies name them by fingerprints.
    public func keepingLost(of inForce: Policy) -> Policy {
        var holders: [Badge.Token: PersonID] = [:]
        for entry in inForce.people {
            for badge in entry.badges where badge.status == .lost {
                holders[badge.token] = entry.person.id
            }
        }
        guard !holders.isEmpty else { return self }
        var policy = self
        for row in policy.people.indices {
            for place in policy.people[row].badges.indices {
                let badge = policy.people[row].badges[place]
                guard holders[badge.token] == policy.people[row].person.id,
                    badge.status != .returned
                else { continue }
                policy.people[row].badges[place].status = .lost
            }
        }
        return policy
    }
}
