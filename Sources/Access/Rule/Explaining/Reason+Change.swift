// SPDX-License-Identifier: Apache-2.0

extension Reason {
    /// What would have turned an answer that lay in the moment at the door, not in any fact on record.
    public var changeAtTheDoor: Explanation.Change? {
        switch self {
        case .wrongPIN:
            .init(key: "right-pin", english: "the PIN were right", japanese: "正しい暗証番号を入れること")
        case .staleRead, .busy, .escortTimeout, .cancelled:
            .init(
                key: "begin-anew",
                english: "the entry were begun anew, each step in time",
                japanese: "最初からやり直し、各手順を時間内に行うこと"
            )
        case .journalUnavailable:
            .init(
                key: "journal-available",
                english: "the journal could be written",
                japanese: "記録ができること"
            )
        case .doorOutOfService:
            .init(
                key: "door-in-service",
                english: "the door's lock and keypad worked",
                japanese: "扉の錠とキーパッドが使えること"
            )
        default: nil
        }
    }
}
