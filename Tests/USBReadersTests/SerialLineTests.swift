// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Glibc
import Logging
import Testing

@testable import USBReaders

@Suite(.timeLimit(.minutes(1)))
struct SerialLineTests {
    @Test(arguments: SerialAddress.bauds)
    func `a line is raw, at its speed, and ours alone`(baud: Int) throws {
        let terminal = try PseudoTerminal()
        let address = try #require(SerialAddress(path: terminal.path, baud: baud))
        let line = try SerialLine.open(address)
        var settings = termios()
        try #require(tcgetattr(line.descriptor, &settings) == 0)
        #expect(settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        #expect(settings.c_iflag & tcflag_t(IXON | ICRNL | INLCR | ISTRIP) == 0)
        #expect(settings.c_oflag & tcflag_t(OPOST) == 0)
        #expect(settings.c_cflag & tcflag_t(CSIZE) == tcflag_t(CS8))
        let wanted = [
            9600: B9600, 19_200: B19200, 38_400: B38400, 57_600: B57600, 115_200: B115200,
            230_400: B230400,
        ]
        #expect(cfgetospeed(&settings) == speed_t(try #require(wanted[baud])))
        let all = (0...255).map { UInt8($0) }
        try line.write(all)
        #expect(terminal.read(256) == all)
        terminal.write(all)
        #expect(try line.read() == all)
        #expect(try line.read() == [])
    }

    @Test func `a line that is hung up says so`() throws {
        let terminal = try PseudoTerminal()
        let address = try #require(SerialAddress(path: terminal.path, baud: 9600))
        let line = try SerialLine.open(address)
        terminal.close()
        #expect(throws: SerialFault.self) { _ = try line.read() }
    }

    @Test func `a line that takes nothing any more is no line`() throws {
        let terminal = try PseudoTerminal()
        let address = try #require(SerialAddress(path: terminal.path, baud: 9600))
        let line = try SerialLine.open(address)
        #expect(throws: SerialFault.self) {
            for _ in 0..<1000 { try line.write([UInt8](repeating: 1, count: 1000)) }
        }
    }

    @Test func `what cannot be opened is named with the call, the path and what helps`() throws {
        let absent = try #require(SerialAddress(path: "/dev/serial/by-path/none", baud: 9600))
        let plain = try #require(SerialAddress(path: "/dev/null", baud: 9600))
        #expect(
            fault(opening: absent)
                == "open /dev/serial/by-path/none: No such file or directory"
                + " (is the adapter plugged in there?)"
        )
        #expect(fault(opening: plain) == "/dev/null is no serial line")
    }

    @Test func `a line that is served is not opened a second time, not even by root`() throws {
        let terminal = try PseudoTerminal()
        let address = try #require(SerialAddress(path: terminal.path, baud: 9600))
        let line = try SerialLine.open(address)
        let taken = fault(opening: address)
        #expect(taken?.hasPrefix("\(terminal.path) is taken: ") == true, "\(taken ?? "opened")")
        #expect(isatty(line.descriptor) == 1)
    }

    @Test func `ten thousand openings leave no file open`() throws {
        let terminal = try PseudoTerminal()
        let address = try #require(SerialAddress(path: terminal.path, baud: 9600))
        let absent = try #require(SerialAddress(path: "/dev/null", baud: 9600))
        let before = try EmulatedUSB.openFiles(of: "self")
        for _ in 0..<5000 {
            _ = try SerialLine.open(address)
            _ = fault(opening: absent)
        }
        // Other tests open and close files meanwhile.
        #expect(try EmulatedUSB.openFiles(of: "self") < before + 500)
    }

    @Test func `a line that is not there is told once, and stops at once`() async throws {
        let line = try #require(SerialAddress(path: "/dev/serial/by-path/none", baud: 9600))
        let number = try #require(NumberForm(.hex, width: 6))
        let peripheral = OSDPPeripheral(
            line: line,
            address: 0,
            reader: ("in", OSDPBadgeForm(.wiegand26, number)),
            keypad: nil
        )
        let port = USBReaderPort(
            [],
            lines: SerialLines([try #require(peripheral)], keyFolder: "/nonexistent"),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        var reads = port.reads.makeAsyncIterator()
        guard case .lost(let text)? = await reads.next()?.content else {
            Issue.record("not lost")
            return
        }
        #expect(text.contains("No such file"))
        let answer = await port.pair("out", for: .seconds(60), replacing: false)
        #expect(answer == .failed("out is on no serial line: only OSDP readers are paired"))
        #expect(await port.pair("in", for: .seconds(60), replacing: false) == .begun)
        await port.stop()
        let late = await port.pair("in", for: .seconds(60), replacing: false)
        #expect(late == .failed("the line is not served"))
        var rest: [Read.Content] = []
        while let read = await reads.next() { rest.append(read.content) }
        #expect(rest == [.pairing(.begun)])
    }

    private func fault(opening address: SerialAddress) -> String? {
        do throws(SerialFault) {
            _ = try SerialLine.open(address)
            return nil
        } catch {
            return error.description
        }
    }
}

/// Both ends of a line that goes nowhere.
private final class PseudoTerminal {
    private var master: Int32
    let path: String

    init() throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(master >= 0)
        // TIOCSPTLCK and TIOCGPTN: macros that Swift does not see.
        var (isLocked, number) = (Int32(0), UInt32(0))
        try #require(ioctl(master, 0x4004_5431, &isLocked) == 0)
        try #require(ioctl(master, 0x8004_5430, &number) == 0)
        path = "/dev/pts/\(number)"
    }

    deinit { close() }

    func close() {
        if master >= 0 { Glibc.close(master) }
        master = -1
    }

    func read(_ count: Int) -> [UInt8] {
        var all: [UInt8] = []
        while all.count < count {
            var bytes = [UInt8](repeating: 0, count: count)
            let got = Glibc.read(master, &bytes, count)
            guard got > 0 else { break }
            all += bytes[..<got]
        }
        return all
    }

    func write(_ bytes: [UInt8]) { _ = Glibc.write(master, bytes, bytes.count) }
}
