// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Logging
import USBReaders

// Serves the readers that its arguments name until its standard input ends, and writes each read as
// a line: what the tests under umockdev start, since a mock must be there before a program begins.
// An argument is "ID PLACE keys", "ID PLACE RADIX WIDTH END" or "ID PLACE FAMILY"; a place is PORT, PORT=VVVV:PPPP or
// VVVV:PPPP[/SERIAL]. The argument "devices" lists what is plugged in; "late" lets the reads wait
// for a line of standard input, as a stalled disk would. What is on a serial line is named as
// OSDPPeripheral+Argument.swift says; standard input then takes "show INDICATION READER" and "pair
// READER MILLISECONDS [replace]".

@Sendable func write(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

func text(_ read: Read) -> String {
    switch read.content {
    case .badge(let badge): "\(read.reader) badge \(badge.number.exposed)"
    case .unreadable(let text): "\(read.reader) unreadable \(text)"
    case .key(.digit(let digit)): "\(read.reader) key \(digit)"
    case .key(.enter): "\(read.reader) enter"
    case .key(.cancel): "\(read.reader) cancel"
    case .back: "\(read.reader) back"
    case .lost(let text): "\(read.reader) lost \(text)"
    case .tampered(let text): "\(read.reader) tampered \(text)"
    case .power(let isFailing): "\(read.reader) power \(isFailing ? "fails" : "returns")"
    case .pairing(.begun): "\(read.reader) pairing"
    case .pairing(.paired): "\(read.reader) paired"
    case .pairing(.failed(let text)): "\(read.reader) pairing-failed \(text)"
    }
}

if CommandLine.arguments.dropFirst().first == "devices" {
    for device in try devices() {
        let interfaces = device.interfaces.map { "\($0.class)/\($0.subclass)/\($0.protocol)" }
        write("device \(device.path) \(device.model) \(interfaces.joined(separator: " "))")
    }
}

let isLate = CommandLine.arguments.contains("late")
let specifications = CommandLine.arguments.dropFirst().compactMap(
    ReaderSpecification.init(argument:)
)
let port = USBReaderPort(
    specifications,
    lines: SerialLines(arguments: CommandLine.arguments.dropFirst()),
    log: Logger(label: "probe")
)

func obey(_ line: String) async {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "show" where words.count == 3:
        let indication = Indication.allCases.first { "\($0)" == words[1] }
        if let indication { port.show(indication, at: ReaderID(words[2])) }
    case "pair" where words.count >= 3:
        let time = Duration.milliseconds(Int(words[2]) ?? 0)
        let isAnew = words.last == "replace"
        let answer = await port.pair(ReaderID(words[1]), for: time, replacing: isAnew)
        write("answer \(answer)")
    default: break
    }
}

let (lines, input) = AsyncStream.makeStream(of: String.self)
Thread.detachNewThread {
    while let line = readLine() { input.yield(line) }
    input.finish()
}
if isLate {
    for await _ in lines { break }
}
await withTaskGroup(of: Void.self) { group in
    group.addTask {
        for await read in port.reads { write(text(read)) }
    }
    for await line in lines { await obey(line) }
    await port.stop()
    await group.waitForAll()
    write("stopped")
}
