// SPDX-License-Identifier: Apache-2.0
import Glibc

/// An open serial line, ours alone: 8 bits, no parity, 1 stop bit, nothing translated.
struct SerialLine: ~Copyable {
    let descriptor: Int32
    private let path: String

    private init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        // A child that is just being started may hold the file a moment longer than we do.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Opens and sets up a line.
    static func open(_ address: SerialAddress) throws(SerialFault) -> SerialLine {
        let path = address.path
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == EBUSY ? SerialFault(taken: path) : SerialFault("open", path, errno)
        }
        let line = SerialLine(descriptor, path)
        guard isatty(descriptor) == 1 else { throw SerialFault("\(path) is no serial line") }
        // Root may open what TIOCEXCL keeps from others: between our own programs the lock decides.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw SerialFault(taken: path) }
        guard ioctl(descriptor, UInt(TIOCEXCL)) == 0 else {
            throw SerialFault("ioctl TIOCEXCL", path, errno)
        }
        try line.setUp(address.baud)
        line.turnTransmitterByItself()
        SerialAdapter.shortenLatency(of: path)
        return line
    }

    private func setUp(_ baud: Int) throws(SerialFault) {
        var settings = termios()
        guard unsafe tcgetattr(descriptor, &settings) == 0 else {
            throw SerialFault("tcgetattr", path, errno)
        }
        unsafe cfmakeraw(&settings)
        settings.c_cflag &= ~(tcflag_t(CSTOPB) | tcflag_t(CRTSCTS))
        settings.c_cflag |= tcflag_t(CLOCAL | CREAD)
        let speed = Self.speed(baud)
        guard unsafe cfsetispeed(&settings, speed) == 0,
            unsafe cfsetospeed(&settings, speed) == 0,
            unsafe tcsetattr(descriptor, TCSANOW, &settings) == 0
        else { throw SerialFault("tcsetattr", path, errno) }
        tcflush(descriptor, TCIOFLUSH)
    }

    private static func speed(_ baud: Int) -> speed_t {
        switch baud {
        case 19_200: speed_t(B19200)
        case 38_400: speed_t(B38400)
        case 57_600: speed_t(B57600)
        case 115_200: speed_t(B115200)
        case 230_400: speed_t(B230400)
        default: speed_t(B9600)
        }
    }

    /// Lets the driver turn the transmitter on while it sends.
    ///
    /// Most adapters do so by themselves and know no such request; that is no fault.
    private func turnTransmitterByItself() {
        // struct serial_rs485: flags (enabled, RTS on while sending), two delays, padding.
        var settings = [UInt32](repeating: 0, count: 8)
        settings[0] = 0b11
        unsafe _ = ioctl(descriptor, UInt(TIOCSRS485), &settings)
    }

    /// What has come in; nothing where there is nothing.
    func read() throws(SerialFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        if count > 0 { return Array(bytes[..<count]) }
        if count == 0 { throw SerialFault("\(path) has been hung up") }
        if errno == EAGAIN || errno == EINTR { return [] }
        throw SerialFault("read", path, errno)
    }

    /// Sends bytes; a line that does not take a frame at once is no line.
    func write(_ bytes: [UInt8]) throws(SerialFault) {
        let count = unsafe Glibc.write(descriptor, bytes, bytes.count)
        guard count != bytes.count else { return }
        if count < 0 { throw SerialFault("write", path, errno) }
        throw SerialFault("\(path) takes no more than \(count) of \(bytes.count) bytes")
    }
}
