// SPDX-License-Identifier: Apache-2.0
import Documents
import Foundation
import HTTPAdmin

extension Board {
    /// Where the board listens on the network, if it does; what is made at the first start lies beside the database.
    var networkPlace: NetworkPlace? {
        guard let network = listen.network else { return nil }
        guard let certificate = network.certificate, let key = network.key else {
            let folder = (database as NSString).deletingLastPathComponent
            return NetworkPlace(address: network.address, port: network.port, madeIn: folder)
        }
        return NetworkPlace(
            address: network.address,
            port: network.port,
            certificate: certificate,
            key: key
        )
    }
}
