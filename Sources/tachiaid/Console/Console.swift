// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Foundation
import ServiceLifecycle
import Simulation

/// Somebody at the simulated board: types what happens there, and reads what the door does.
struct Console: Service {
    let keeper: BoardKeeper
    let board: SimulatedBoard
    let time: any TimeSource
    let calendar: BoardCalendar
    let language: Language
    let readers: Set<ReaderID>

    func run() async throws {
        say(
            language(
                "模擬盤が動いています。help で命令の一覧、quit で終わります。",
                "The simulated board is running; `help` lists the commands, `quit` ends it."
            )
        )
        await cancelWhenGracefulShutdown {
            for await line in Self.lines() {
                do throws(ConsoleCommand.Mistake) {
                    guard let command = try ConsoleCommand(line) else { continue }
                    guard command != .quit else { break }
                    await perform(command)
                } catch {
                    say(error.text(language))
                }
            }
        }
    }

    /// Standard input, line by line, read by a thread of its own since reading blocks.
    private static func lines() -> AsyncStream<String> {
        let (lines, signal) = AsyncStream.makeStream(
            of: String.self,
            bufferingPolicy: .bufferingOldest(1024)
        )
        Thread.detachNewThread {
            while let line = readLine() { signal.yield(line) }
            signal.finish()
        }
        return lines
    }

    private func perform(_ command: ConsoleCommand) async {
        switch command {
        case .badge(let badge, let reader): await read([.badge(BadgeReading(badge))], reader)
        case .keys(let keys, let keypad): await read(keys.map { .key($0) }, keypad)
        case .lost(let reader): await read([.lost("unplugged")], reader)
        case .back(let reader): await read([.back], reader)
        case .door(let door, let isOpen): await input(.contact(door, isOpen: isOpen), door)
        case .button(let door): await input(.exitButton(door), door)
        case .fire(let isOn): await input(.fire(isOn), nil)
        case .tamper(let isOn): await input(.tamper(isOn), nil)
        case .status: await status()
        case .help: say(ConsoleCommand.help(language))
        case .quit: break
        }
    }

    private func read(_ contents: [Read.Content], _ reader: ReaderID) async {
        guard readers.contains(reader) else {
            let known = readers.sorted().map(\.text).joined(separator: ", ")
            say(language("読取装置「\(reader)」はありません：\(known)", "No reader \(reader): \(known)"))
            return
        }
        for content in contents {
            let read = Read(reader: reader, content: content, instant: time.now().instant)
            if let answer = await keeper.receive(read) { say(answer.text(language)) }
        }
    }

    private func input(_ change: DoorInput.Change, _ door: DoorID?) async {
        if let door, keeper.doors[door] == nil {
            let known = keeper.doors.keys.sorted().map(\.text).joined(separator: ", ")
            say(language("扉「\(door)」はありません：\(known)", "No door \(door): \(known)"))
            return
        }
        await keeper.receive(DoorInput(change, instant: time.now().instant))
    }

    private func status() async {
        let status = await keeper.status()
        for door in status.doors {
            let lock = door.isReleased ? language("解錠", "released") : language("施錠", "secured")
            let leaf =
                switch door.isOpen {
                case true?: language("開", "open")
                case false?: language("閉", "closed")
                case nil: language("不明", "unknown")
                }
            say("  \(door.door.id): \(lock), \(language("扉", "door")) \(leaf)")
        }
        let alarms = status.alarms.map { language($0.alarm.japanese, $0.alarm.english) }
        say(
            "  " + language("警報：", "alarms: ")
                + (alarms.isEmpty ? language("なし", "none") : alarms.joined(separator: ", "))
        )
    }

    /// A line with the board's time.
    func say(_ text: String) { Self.say(text, at: time, in: calendar) }

    static func say(_ text: String, at time: any TimeSource, in calendar: BoardCalendar) {
        let clock = calendar.text(time.now().wall).dropFirst(11).prefix(8)
        try? FileHandle.standardOutput.write(contentsOf: Data("\(clock)  \(text)\n".utf8))
    }
}

extension Answer {
    /// What the door answers, with the reason that only the journal and this console know.
    func text(_ language: Language) -> String {
        switch self {
        case .granted: language("許可", "granted")
        case .escortNeeded: language("立会者をお待ちください", "escort needed")
        case .pinNeeded: language("暗証番号を入れてください", "PIN needed")
        case .ignored: language("（変化なし）", "(ignored)")
        case .denied(let reason):
            language("拒否：", "denied: ") + "\(reason.rawValue) — "
                + language(reason.japanese, reason.english)
        }
    }
}

extension SimulatedBoard.Act {
    /// What somebody standing before the door sees; `nil` for what is not worth a line.
    func text(_ language: Language) -> String? {
        switch self {
        case .lock(let door, isReleased: true): "[\(door)] " + language("錠が開いた", "lock released")
        case .lock(let door, isReleased: false): "[\(door)] " + language("錠が掛かった", "lock secured")
        case .shows(let door, let indication):
            indication.text(language).map { "[\(door)] \($0)" }
        }
    }
}

extension Indication {
    fileprivate func text(_ language: Language) -> String? {
        switch self {
        case .granted: language("灯：緑", "lamp: green")
        case .waiting: language("灯：橙", "lamp: amber")
        case .denied: language("灯：赤", "lamp: red")
        case .unserved:
            language(
                "赤いランプがゆっくり点滅：読取り装置が使えません",
                "lamp: red, slowly blinking: a reader is not served"
            )
        case .heldOpenWarning: language("ブザー：閉めてください", "buzzer: close the door")
        case .alarm: language("ブザー：警報", "buzzer: alarm")
        case .key, .secured: nil
        }
    }
}
