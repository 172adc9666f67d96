// SPDX-License-Identifier: Apache-2.0
public import Access

/// A badge reader or keypad, as the board file lists it.
public struct ReaderEntry: Sendable, Hashable {
    /// Its name.
    public var id: ReaderID
    /// The protocol that it speaks.
    public var family: Family
    /// The USB port that it is plugged into: `1-1.2`.
    public var port: String?
    /// Which device it is, where the file says so.
    public var usb: Device?
    /// Where it is on a serial line, if it is on one.
    public var serial: SerialPlace?
    /// The form of the numbers that it sends; keypads have none.
    public var number: Number?
    /// What the bits of a badge are, for a reader on a serial line.
    public var format = Format.raw
    /// What ends a number.
    public var terminator: Terminator
    /// What a reader that polls looks for; `nil` for readers that poll nothing.
    public var polling: Polling?

    /// What a reader looks for in its field.
    public struct Polling: Sendable, Hashable {
        /// The system code of FeliCa's common area, which most office badges have.
        public static let commonArea: UInt16 = 0xFE00
        /// The system code of FeliCa Lite-S cards, which this building's own badges are.
        public static let liteS: UInt16 = 0x88B4

        /// The FeliCa system codes that are polled for, in this order.
        public var systemCodes: [UInt16]
        /// The technologies that are looked for.
        public var technologies: [Technology]
        /// What is asked of a card beyond its number.
        public var authentication = Authentication.offered

        /// Describes what to look for: all technologies, unless told otherwise.
        public init(
            systemCodes: [UInt16] = [commonArea, liteS],
            technologies: [Technology] = Technology.allCases
        ) {
            self.systemCodes = systemCodes
            self.technologies = technologies
        }
    }

    /// What is asked of a card beyond its number.
    public enum Authentication: String, Sendable, CaseIterable {
        /// A card with a key of this building proves itself; any other is an identifier.
        case offered
        /// Only cards that have proved themselves are read.
        case required
    }

    /// A technology of cards.
    public enum Technology: String, Sendable, CaseIterable {
        /// FeliCa.
        case feliCa = "felica"
        /// ISO/IEC 14443 type A.
        case typeA = "type-a"
        /// ISO/IEC 14443 type B, which is told and refused.
        case typeB = "type-b"
    }

    /// The protocols that are known by name; which of them are built, the program says.
    public enum Family: String, Sendable, CaseIterable {
        /// Keyboard-wedge readers and numeric keypads.
        case hidKeyboard = "hid-keyboard"
        /// Sony RC-S380.
        case rcS380 = "rc-s380"
        /// Sony RC-S300.
        case rcS300 = "rc-s300"
        /// Smart-card readers of the CCID class.
        case ccid
        /// Readers on an RS-485 line.
        case osdp
    }

    /// A kind of USB device, or one of them.
    public struct Device: Sendable, Hashable {
        /// The vendor's number.
        public var vendor: UInt16
        /// The product's number.
        public var product: UInt16
        /// The serial number, where it matters.
        public var serial: String?

        /// Describes a device.
        public init(vendor: UInt16, product: UInt16, serial: String? = nil) {
            self.vendor = vendor
            self.product = product
            self.serial = serial
        }
    }

    /// A place on an RS-485 line; a reader and a keypad at the same one are one peripheral.
    public struct SerialPlace: Sendable, Hashable {
        /// The line's absolute path.
        public var line: String
        /// Its speed, in bits per second.
        public var baud: Int
        /// The address on the line, 0 to 126.
        public var address: Int

        /// Describes a place.
        public init(line: String, baud: Int, address: Int) {
            self.line = line
            self.baud = baud
            self.address = address
        }
    }

    /// What the bits of a badge are.
    public enum Format: String, Sendable, CaseIterable {
        /// The number, all of them.
        case raw
        /// 24 bits between two of parity.
        case wiegand26
        /// 32 bits between two of parity.
        case wiegand34
    }

    /// The form of a reader's numbers.
    public struct Number: Sendable, Hashable {
        /// Which digits it is made of.
        public var radix: Radix
        /// How many digits it has.
        public var width: Int
        /// Whether its bytes are kept in the order sent.
        public var byteOrder: ByteOrder

        /// Describes a form.
        public init(radix: Radix, width: Int, byteOrder: ByteOrder = .asSent) {
            self.radix = radix
            self.width = width
            self.byteOrder = byteOrder
        }
    }

    /// Which digits a number is made of.
    public enum Radix: String, Sendable, CaseIterable {
        /// 0–9 and A–F.
        case hex
        /// 0–9.
        case decimal
    }

    /// Whether the bytes of a number are kept in the order sent.
    public enum ByteOrder: String, Sendable, CaseIterable {
        /// As the reader sends them.
        case asSent
        /// Last byte first.
        case reversed
    }

    /// What ends a number.
    public enum Terminator: String, Sendable, CaseIterable {
        /// Enter.
        case enter
        /// Tab.
        case tab
        /// Silence.
        case none
    }

    /// Describes a reader.
    public init(
        id: ReaderID,
        family: Family,
        port: String? = nil,
        usb: Device? = nil,
        number: Number? = nil,
        terminator: Terminator = .enter,
        polling: Polling? = nil
    ) {
        self.id = id
        self.family = family
        self.port = port
        self.usb = usb
        self.number = number
        self.terminator = terminator
        self.polling = polling
    }
}
