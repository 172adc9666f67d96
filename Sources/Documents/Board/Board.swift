// SPDX-License-Identifier: Apache-2.0

/// What the installer decides: one controller with its readers, doors and inputs (DESIGN §9).
public struct Board: Sendable, Hashable {
    /// The board's name.
    public var name: String
    /// The building that it is in.
    public var site: String
    /// Its time zone, by its name in the tz database.
    public var timeZone: String
    /// The database's absolute path.
    public var database: String
    /// Where the officer's commands come in.
    public var listen: Listen
    /// The badge readers.
    public var readers: [ReaderEntry]
    /// The keypads.
    public var keypads: [ReaderEntry]
    /// The doors.
    public var doors: [DoorEntry]
    /// The fire alarm's line.
    public var fire: InputLine?
    /// The housing's tamper line.
    public var tamper: InputLine?

    /// Where the officer's commands come in.
    public struct Listen: Sendable, Hashable {
        /// Where the socket is, unless the file says otherwise.
        public static let usualSocket = "/run/tachiai/admin.sock"

        /// The Unix socket's absolute path.
        public var socket = usualSocket
        /// The network address, where there is one.
        public var network: Network?

        /// The usual socket alone.
        public init() {}
    }

    /// A network address to listen at.
    public struct Network: Sendable, Hashable {
        /// An IPv4 or IPv6 address.
        public var address: String
        /// The port.
        public var port: Int
        /// The certificate's absolute path, where one is named.
        public var certificate: String?
        /// The key's absolute path, where one is named.
        public var key: String?

        /// Describes an address.
        public init(address: String, port: Int, certificate: String? = nil, key: String? = nil) {
            self.address = address
            self.port = port
            self.certificate = certificate
            self.key = key
        }
    }

    /// Puts a board together.
    public init(
        name: String,
        site: String,
        timeZone: String,
        database: String,
        listen: Listen = Listen(),
        readers: [ReaderEntry] = [],
        keypads: [ReaderEntry] = [],
        doors: [DoorEntry] = [],
        fire: InputLine? = nil,
        tamper: InputLine? = nil
    ) {
        self.name = name
        self.site = site
        self.timeZone = timeZone
        self.database = database
        self.listen = listen
        self.readers = readers
        self.keypads = keypads
        self.doors = doors
        self.fire = fire
        self.tamper = tamper
    }
}
