// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import USBReaders

struct PlaceTests {
    private let wedge = USBModel(vendor: 0xFFFF, product: 0x0035)

    @Test func `a port is served whatever keyboard sits at it`() throws {
        let device = try device("1-1.2", wedge)
        let found = try occupant(of: .port(port("1-1.2")), among: [device])
        #expect(found == .reader(device, Bench.seat))
    }

    @Test func `an empty port is nobody's`() throws {
        let elsewhere = try device("1-1.3", wedge)
        guard case .nobody = try occupant(of: .port(port("1-1.2")), among: [elsewhere]) else {
            Issue.record("somebody sits at 1-1.2")
            return
        }
    }

    @Test func `a stranger is another model, or no keyboard, and never taken`() throws {
        let model = USBModel(vendor: 0x1234, product: 0x5678)
        let place = USBPlace.port(try port("1-1.2"), expecting: wedge)
        let strangers = [
            try occupant(of: place, among: [try device("1-1.2", model)]),
            try occupant(
                of: .port(port("1-1.2")),
                among: [try device("1-1.2", wedge, subclass: 0)]
            ),
        ]
        for stranger in strangers {
            guard case .stranger = stranger else {
                Issue.record("\(stranger) is no stranger")
                return
            }
        }
    }

    @Test func `a model leaves alone what sits on another reader's port`() throws {
        let devices = [try device("1-1.2", wedge), try device("1-1.3", wedge)]
        let found = USBPlace.device(wedge).occupant(
            among: devices,
            speaking: .hidKeyboard,
            reserved: [try port("1-1.2")]
        )
        #expect(found == .reader(devices[1], Bench.seat))
    }

    @Test func `a serial number that is asked for must be there`() throws {
        let place = USBPlace.device(USBModel(vendor: 0xFFFF, product: 0x0035, serial: "A1"))
        guard case .nobody = try occupant(of: place, among: [device("1-1.2", wedge)]) else {
            Issue.record("a reader without a serial number passed for A1")
            return
        }
    }

    private func port(_ written: String) throws -> PortPath { try #require(PortPath(written)) }

    private func occupant(of place: USBPlace, among devices: [USBDevice]) throws
        -> USBPlace.Occupant
    {
        place.occupant(among: devices, speaking: .hidKeyboard, reserved: [])
    }

    private func device(_ path: String, _ model: USBModel, subclass: UInt8 = 1) throws -> USBDevice
    {
        let keyboard = USBDevice.Interface(
            number: 0,
            class: 3,
            subclass: subclass,
            protocol: 1,
            driver: "usbhid",
            endpoints: [Bench.interrupt],
            extra: []
        )
        return Bench.device(at: try port(path), model, interfaces: [keyboard])
    }
}
