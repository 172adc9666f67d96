// SPDX-License-Identifier: Apache-2.0
internal import CLibUSB

/// Lists what is plugged in, by place.
///
/// - Throws: ``USBFault`` where the machine has no USB.
public func devices() throws(USBFault) -> [USBDevice] {
    let context = try USBContext()
    return try context.devices().map(\.device).sorted { $0.path < $1.path }
}
