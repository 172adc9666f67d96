// SPDX-License-Identifier: Apache-2.0

/// The example of DESIGN §10, verbatim.
let section10 = """
    scenario: 来訪者は立会いがなければ入れない
    board: ../demo.yaml                  # relative to this file
    start: 2026-04-10T09:30:00+09:00
    policy: ../demo-policy.yaml          # or an inline mapping in the policy document's own form
    steps:
      - {at: 0s,  badge: "0000000000000001", reader: server-in, expect: {answer: escort-needed, lock: secured}}
      - {at: 5s,  badge: "012E3D4C5B6A7988", reader: server-in, expect: {answer: pin-needed}}
      - {at: 9s,  keys: "482137#", keypad: server-keys, expect: {answer: granted, lock: released}}
      - {at: 11s, door: server, state: open, expect: {lock: secured}}
      - {at: 13s, door: server, state: closed, expect: {inside: {server-4f: ["100123", V-001]}}}
      - {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
      - {at: 30m, badge: "012E3D4C5B6A7988", reader: server-out, expect: {alarms: [visitor-unattended]}}
    journal:                             # what must be found, in this order; other records may stand between
      - {kind: entry, people: [V-001], escort: "100123", approval: A-2026-014}
    """
