// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said about the way to the service, certificates and tokens.
extension Words {
    /// Who may not see what a change is about cannot make it.
    static let mayNotLookUp = (
        "With the offices held now, what this command must look up first may not be seen; 'tachiai me' shows them.",
        "この命令が先に確かめることを、今の職では見られません。今の職は「tachiai me」で確かめられます。"
    )

    // MARK: Tokens and profiles

    var noToken: String {
        language(
            "トークンがありません。環境変数 TACHIAI_TOKEN に入れるか、離れた盤なら「tachiai login 盤の住所」、盤の上で初回なら root で「tachiai claim 番号」を実行してください。",
            "No token: set TACHIAI_TOKEN, log in to a board of the network with 'tachiai login HOST' or, the first time on the board, run 'tachiai claim PERSON' as root."
        )
    }
    func looseToken(_ path: String) -> String {
        language(
            "\(path) を他人が読めるため使いません。chmod 600 を実行し、トークンを作り直してください。",
            "\(path) can be read by others and is not used: run chmod 600 and make a new token."
        )
    }
    func claimed(_ person: String, _ path: String) -> String {
        language("\(person) のトークンを \(path) に置きました。", "The token of \(person) is in \(path).")
    }
    func noClaim(_ path: String) -> String {
        language(
            "\(path) がありません（見えません）。最初のトークンの発行が済むと、このファイルは無くなります。済んでいれば、情報責任者が「tachiai token issue」で発行します。その人のトークンが一つもなければ、サービスを再起動するとこのファイルが置き直されます。まだなら、盤の上で root で実行してください。",
            "\(path) is not there, or cannot be seen. It goes once the first token has been claimed: then the information officer issues others with 'tachiai token issue', and where no such token is left, a restart of the service lays the file anew. Before that, run this on the board as root."
        )
    }
    func tokenIssued(_ person: String, _ number: Int64?) -> String {
        language(
            "\(person) のトークン\(number.map { "（番号 \($0)）" } ?? "")：",
            "Token of \(person)\(number.map { " (number \($0))" } ?? ""):"
        )
    }
    var tokenShownBefore: String {
        language(
            "このトークンは前に一度示しました。もう示せないので、取り消して作り直してください。",
            "This token was shown once before and cannot be shown again: revoke it, and make a new one."
        )
    }
    var tokenOnce: String {
        language(
            "二度と示せません。本人にだけ渡し、ほかの所に書き残さないでください。",
            "It is shown this once: hand it to its holder alone, and keep no copy."
        )
    }
    func askTokenRevoke(_ number: Int64) -> String {
        language(
            "トークン \(number) を無効にしますか。元には戻せません。",
            "Make token \(number) void? It cannot be undone."
        )
    }
    var profileOrSocket: String {
        language("--profile と --socket は一方だけです。", "--profile and --socket exclude each other.")
    }
    func noProfileName(_ name: String) -> String {
        language(
            "「\(name)」は盤の名前にできません（英数字と -._ で 40 文字まで）。",
            "'\(name)' cannot be a profile's name: up to 40 letters, digits and -._"
        )
    }
    func noProfile(_ name: String, _ names: [String]) -> String {
        language(
            "「\(name)」という盤は覚えていません（あるもの：\(names.isEmpty ? nothing : names.joined(separator: "、"))）。tachiai login で覚えてください。",
            "There is no profile '\(name)' (there are: \(names.isEmpty ? nothing : names.joined(separator: ", "))); make one with 'tachiai login'."
        )
    }
    func brokenProfile(_ name: String, _ path: String) -> String {
        language(
            "盤「\(name)」の控え \(path) が壊れています。もう一度 tachiai login を行ってください。",
            "The profile '\(name)' in \(path) is broken; run 'tachiai login' again."
        )
    }
    func loggedOut(_ name: String) -> String {
        language("盤「\(name)」を忘れました。", "Forgot the profile '\(name)'.")
    }
    func loggedIn(_ person: String, _ name: String?, _ profile: String) -> String {
        language(
            "\([person, name].compactMap { $0 }.joined(separator: " ")) として login しました（盤の名前：\(profile)）。",
            "Logged in as \([person, name].compactMap { $0 }.joined(separator: " ")) (profile \(profile))."
        )
    }

    // MARK: Typing

    var askToken: String {
        language("トークン：", "Token: ")
    }
    var askNumber: String {
        language("証の番号：", "Badge number: ")
    }
    func askPIN(_ person: String) -> String {
        language("\(person) の暗証番号：", "PIN of \(person): ")
    }
    func askDuress(_ person: String) -> String {
        language("\(person) の脅されたときの暗証番号：", "Duress PIN of \(person): ")
    }
    func onceMore(_ prompt: String) -> String {
        language("もう一度、\(prompt)", "Once more, \(prompt)")
    }
    var pinsDiffer: String {
        language("二度の入力が違います。何も変えませんでした。", "The two differ; nothing was changed.")
    }
    var nothingTyped: String {
        language("何も入力されませんでした。", "Nothing was typed.")
    }
    func noTerminal(_ prompt: String) -> String {
        language(
            "\(prompt)端末がないので入力できません。標準入力から渡す選択肢（…-stdin）を使ってください。",
            "\(prompt)there is no terminal to type it at; use the option ending in -stdin."
        )
    }
    var echoStays: String {
        language(
            "端末の表示を止められないため、入力を求めません。",
            "The terminal's echo cannot be stopped, so nothing is asked."
        )
    }

    // MARK: The network

    func noSocket(_ path: String) -> String {
        language("\(path) はソケットの場所になりません。", "\(path) cannot be a socket's place.")
    }
    func noAddress(_ host: String) -> String {
        language(
            "「\(host)」は盤の住所になりません。「盤の名前」か「192.0.2.1:8443」のように書いてください。",
            "'\(host)' is no address; write HOST or HOST:PORT."
        )
    }
    func noPin(_ written: String) -> String {
        language(
            "「\(written)」は SHA-256 照合符号ではありません（16 進数 64 桁）。",
            "'\(written)' is no SHA-256 fingerprint: 64 hexadecimal digits."
        )
    }
    func unreachable(_ place: Place) -> String {
        language(
            "\(place) でサービスにつながりません。\(hint(place))",
            "The service cannot be reached at \(place): \(hint(place))"
        )
    }
    func unsure(_ place: Place) -> String {
        language(
            "\(place) との接続が答えの前に切れました。行われたかどうか分かりません。tachiai journal で確かめてください。",
            "The connection to \(place) was lost before the answer: it may have been done or not; see 'tachiai journal'."
        )
    }
    var reconnecting: String {
        language("接続が切れました。つながるまで待ちます。", "The connection ended; waiting until it comes back.")
    }
    var strangeReply: String {
        language(
            "サービスの返答を読めません。版が違うかもしれません。",
            "The service's reply cannot be read; its version may differ."
        )
    }

    // MARK: Certificates

    func certificateOf(_ address: Place.Address, _ pin: CertificatePin) -> String {
        language(
            "\(address) の証明書の SHA-256 照合符号：\n  \(pin)\n盤の最初の起動で出たもの（盤で journalctl -u tachiaid）と同じか、一字ずつ比べてください。",
            "SHA-256 fingerprint of the certificate at \(address):\n  \(pin)\nCompare it with the one that the board printed at its first start (journalctl -u tachiaid)."
        )
    }
    func certificateBefore(_ pin: CertificatePin) -> String {
        language(
            "前に覚えたものと違います。前のもの：\n  \(pin)",
            "It is not the one that was kept before:\n  \(pin)"
        )
    }
    var askCertificate: String {
        language("同じですか。", "Is it the same?")
    }
    var sayFingerprint: String {
        language(
            "端末で確認できません。--fingerprint で照合符号を渡してください。",
            "There is nobody to compare it: give it with --fingerprint."
        )
    }
    var notLoggedIn: String {
        language("login しませんでした。", "Not logged in.")
    }
    func otherThanSaid(_ address: Place.Address, _ pin: CertificatePin) -> String {
        language(
            "\(address) の証明書は渡された照合符号と違います。示されたもの：\n  \(pin)\n何も送っていません。",
            "The certificate at \(address) is not the one that was said. It shows:\n  \(pin)\nNothing was sent."
        )
    }
    func stranger(_ place: Place, _ pin: CertificatePin) -> String {
        language(
            "\(place) の証明書が、覚えたものと違います。示されたもの：\n  \(pin)\nトークンは送っていません。盤の証明書を新しくしたのなら、盤で照合符号を確かめて tachiai login をもう一度行ってください。\n覚えがなければ、別の機械が盤になりすましています。接続をやめて調べてください。",
            "The certificate at \(place) is not the one that was pinned. It shows:\n  \(pin)\nThe token was not sent. If the board has a new certificate, compare its fingerprint there and run 'tachiai login' again.\nIf nobody changed it, another machine poses as the board: stop and look into it."
        )
    }
}

extension Words {
    private func hint(_ place: Place) -> String {
        switch place {
        case .socket:
            language(
                "tachiaid が動いているか、ソケットを使う権限があるかを確かめてください。",
                "see that tachiaid runs and that you may use the socket."
            )
        case .network:
            language(
                "住所と、盤ファイルの listen.network を確かめてください。",
                "check the address, and listen.network in the board file."
            )
        }
    }
}
