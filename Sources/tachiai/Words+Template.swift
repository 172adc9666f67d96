// SPDX-License-Identifier: Apache-2.0
import Access

/// The policy to begin with.
extension Words {
    var policyTemplate: String {
        let rows = Self.templateRows
        return rows.map { language($0.japanese, $0.english) + $0.yaml }.joined(separator: "\n")
    }

    private struct Part {
        let japanese: String
        let english: String
        let yaml: String
    }

    private static let templateRows = [
        Part(
            japanese: """
                # 最初の方針。番号・氏名・課等を自分の市のものに書き換えてから
                #   tachiai policy diff この文書    何が変わるか
                #   tachiai policy apply この文書   効力を持たせる
                # 室は規程第28条第1項・第2項の三つ。ここに書かない値は最も安全な既定値になり、
                # tachiai policy show が値・既定との違い・根拠の条をすべて示す。

                """,
            english: """
                # A policy to begin with. Put your city's numbers, names and departments in, then
                #   tachiai policy diff THIS-FILE    what would change
                #   tachiai policy apply THIS-FILE   puts it into force
                # The rooms are the three of Article 28(1) and (2). What is not written has the safest value;
                # `tachiai policy show` prints every value, whether it deviates, and its article.

                """,
            yaml: "rooms:"
        ),
        Part(
            japanese: """
                  # competentSections：この室について課等の長の署名を数える課等（「保有情報主管課等」）。
                  # 空なら、だれも指定できない。
                  # authentication：badge か badge+pin。既定値はなく、必ず書く。

                """,
            english: """
                  # competentSections: the departments whose head's signature counts for the room; with none,
                  # nobody can be designated. authentication: badge or badge+pin; it must be said.

                """,
            yaml: """
                  - id: server-4f
                    name: サーバ室
                    site: main
                    competentSections: [zeimu]
                    escorts: [information-department]
                    authentication: badge+pin
                    within: monitor-4f
                  - id: monitor-4f
                    name: モニター室
                    site: main
                    competentSections: [zeimu]
                    escorts: [information-department]
                    authentication: badge
                  - id: server-2f
                    name: 支所サーバ室
                    site: branch
                    competentSections: [shisho]
                    escorts: [information-department, branch-office]
                    authentication: badge+pin

                """
        ),
        Part(
            japanese: "# 課等。information-department は情報担当部署、branch-office は支所（立会いができる職員の所属）。\n",
            english: "# Departments; the kinds say whose staff may escort.\n",
            yaml: """
                departments:
                  - {id: joho, name: 企画広報課, kinds: [information-department]}
                  - {id: zeimu, name: 税務課}
                  - {id: shisho, name: 西土佐総合支所, kinds: [branch-office]}

                """
        ),
        Part(
            japanese: """
                # 人。まず職に就く人だけでよい。ほかは後から tachiai person add で加える。
                # 証と暗証番号は tachiai badge issue と tachiai person pin で加える。

                """,
            english: """
                # People. Those who hold an office are enough; add others with `tachiai person add`,
                # badges and PINs with `tachiai badge issue` and `tachiai person pin`.

                """,
            yaml: """
                people:
                  - {id: "100001", name: 情報 責任, department: joho}
                  - {id: "200001", name: 課等 長一, department: zeimu}
                  - {id: "500001", name: 支所 長二, department: shisho}

                """
        ),
        Part(
            japanese: """
                # 職。権限は人でなく職に付き、日付で始まり終わる。ほかの職：
                #   acting-information-officer（代決。basis に根拠、until に終わり）、auditor、operator、installer、metrics

                """,
            english: """
                # Offices: rights follow the office and the date. Others: acting-information-officer
                # (with `basis` and `until`), auditor, operator, installer, metrics.

                """,
            yaml: """
                appointments:
                  - {office: information-officer, person: "100001", from: 2026-04-01}
                  - {office: section-head, department: zeimu, person: "200001", from: 2026-04-01}
                  - {office: section-head, department: shisho, person: "500001", from: 2026-04-01}
                """
        ),
    ]
}
