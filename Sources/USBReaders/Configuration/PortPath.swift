// SPDX-License-Identifier: Apache-2.0

/// A place in the USB tree: the bus, and the port at each hub on the way, as in `1-1.2`.
///
/// It names the socket, whatever is plugged into it, and so tells identical readers apart.
public struct PortPath: Sendable, Hashable {
    /// The bus.
    public let bus: UInt8
    /// The ports from the root hub on; none for the root hub itself.
    public let ports: [UInt8]

    /// The deepest place that USB allows, in ports.
    static let deepest = 7

    /// Puts a bus and a chain of ports together.
    init(bus: UInt8, ports: [UInt8]) {
        self.bus = bus
        self.ports = ports
    }

    /// Reads `BUS-PORT[.PORT…]`, as the kernel writes it.
    ///
    /// - Returns: `nil` for another form, a number that is 0 or over 255, or a chain that is deeper
    ///   than USB allows.
    public init?(_ written: String) {
        let halves = written.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let bus = Self.number(halves[0]) else { return nil }
        let chain = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        let ports = chain.compactMap(Self.number)
        guard ports.count == chain.count, ports.count <= Self.deepest else { return nil }
        self.init(bus: bus, ports: ports)
    }

    private static func number(_ text: Substring) -> UInt8? {
        guard text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let number = UInt8(text), number > 0
        else { return nil }
        return number
    }
}

extension PortPath: CustomStringConvertible {
    /// As the kernel writes it: `1-1.2`, or `usb1` for the root hub of bus 1.
    public var description: String {
        ports.isEmpty ? "usb\(bus)" : "\(bus)-" + ports.map(String.init).joined(separator: ".")
    }
}

extension PortPath: Comparable {
    /// Orders by bus, then by port.
    public static func < (left: Self, right: Self) -> Bool {
        ([left.bus] + left.ports).lexicographicallyPrecedes([right.bus] + right.ports)
    }
}
