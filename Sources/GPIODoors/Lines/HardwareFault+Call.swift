// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

extension HardwareFault {
    /// A C call that failed: which, on what, why, and what can be done about it.
    init(call: String, on what: String, errno code: Int32) {
        let reason = unsafe String(cString: strerror(code))
        self.init("\(what): \(call) failed: \(reason)\(Self.remedy(code).map { "; " + $0 } ?? "")")
    }

    /// Several faults at once.
    init(joining faults: [HardwareFault]) {
        self.init(faults.map(\.description).joined(separator: "\n"))
    }

    private static func remedy(_ code: Int32) -> String? {
        switch code {
        case EACCES, EPERM: "let the service's user into the group of the GPIO devices (gpio)"
        case ENODEV, ENXIO: "the chip has gone; check the board and start again"
        case EINVAL, ENOTSUP: "the chip cannot do this, perhaps not the bias; choose another line"
        default: nil
        }
    }
}
