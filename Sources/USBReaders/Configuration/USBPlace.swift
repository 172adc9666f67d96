// SPDX-License-Identifier: Apache-2.0

/// How the board file tells which device is meant.
public enum USBPlace: Sendable, Hashable {
    /// Whatever sits at this port; where a model is expected, any other there is a tamper event.
    case port(PortPath, expecting: USBModel? = nil)
    /// The only device of this kind, at any port that no other reader has for its own.
    case device(USBModel)

    /// The port that belongs to this reader alone.
    var port: PortPath? {
        switch self {
        case .port(let path, _): path
        case .device: nil
        }
    }

    /// What is found where this reader should be.
    enum Occupant: Equatable {
        /// The reader.
        case reader(USBDevice, Seat)
        /// Nothing that could be it; the text says what was looked for.
        case nobody(String)
        /// Something on its port that is not it.
        case stranger(String)
    }

    /// Looks for the reader among what is plugged in.
    ///
    /// - Parameters:
    ///   - devices: what is plugged in.
    ///   - family: the protocol it must speak.
    ///   - reserved: ports that belong to other readers.
    /// - Returns: the device and its seat, or why there is none.
    func occupant(
        among devices: [USBDevice],
        speaking family: ReaderFamily,
        reserved: Set<PortPath>
    ) -> Occupant {
        switch self {
        case .port(let path, let model):
            guard let device = devices.first(where: { $0.path == path }) else {
                return .nobody("nothing is plugged in at port \(path)")
            }
            if let model, !model.matches(device) {
                return .stranger(
                    "\(device.model) sits at port \(path) where the board file expects \(model)"
                )
            }
            guard let seat = family.seat(in: device) else {
                return .stranger("\(device.model) at port \(path) is no \(family.rawValue) device")
            }
            return .reader(device, seat)
        case .device(let model):
            let candidates = devices.filter { model.matches($0) && !reserved.contains($0.path) }
                .compactMap { device in family.seat(in: device).map { (device, $0) } }
            guard let (device, seat) = candidates.first else {
                return .nobody("no \(family.rawValue) device \(model) is plugged in")
            }
            guard candidates.count == 1 else {
                let places = candidates.map(\.0.path).sorted().map(\.description)
                return .nobody(
                    "\(model) is plugged in at \(places.joined(separator: " and ")); "
                        + "name the reader's port in the board file"
                )
            }
            return .reader(device, seat)
        }
    }
}
