// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// A board that somebody has logged in to: where it is, which certificate it has, and the token.
struct Profile: Hashable, Sendable {
    let address: Place.Address
    let pin: CertificatePin
    let token: Secret

    /// The profile that is meant where none is named.
    static let usual = "default"

    /// How it lies in its file.
    private struct Written: Codable {
        let host: String
        let port: Int
        let certificate: String
        let token: String
    }

    init(address: Place.Address, pin: CertificatePin, token: Secret) {
        self.address = address
        self.pin = pin
        self.token = token
    }

    /// - Returns: `nil` for what is no profile.
    init?(_ text: String) {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(text.utf8)),
            let pin = CertificatePin(written.certificate), !written.token.isEmpty
        else { return nil }
        address = Place.Address(host: written.host, port: written.port)
        self.pin = pin
        token = Secret(written.token)
    }

    var text: String {
        get throws {
            try InputFile.json(
                Written(
                    host: address.host,
                    port: address.port,
                    certificate: pin.description,
                    token: token.exposed
                )
            ) + "\n"
        }
    }
}

/// The profiles of one user, a file each, readable by its owner alone.
struct ProfileFolder {
    private let path: String

    init(environment: [String: String]) {
        path = PrivateFile.folder(environment: environment) + "/profiles"
    }

    /// The names that there are, in order.
    var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The file of a profile.
    func file(_ name: String) throws -> PrivateFile {
        let isName = name.unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
                    || "-._".unicodeScalars.contains($0))
        }
        guard isName, (1...40).contains(name.count), !name.hasPrefix(".") else {
            throw Complaint(.usage, Words.now.noProfileName(name))
        }
        return PrivateFile(path: path + "/\(name).json")
    }

    /// - Returns: `nil` where there is no such profile.
    func read(_ name: String) throws -> Profile? {
        let file = try file(name)
        guard let text = try file.read() else { return nil }
        guard let profile = Profile(text) else {
            throw Complaint(.usage, Words.now.brokenProfile(name, file.path))
        }
        return profile
    }

    func write(_ profile: Profile, as name: String) throws {
        try file(name).write(try profile.text)
    }

    func remove(_ name: String) throws { try file(name).remove() }
}
