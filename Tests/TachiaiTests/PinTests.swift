// SPDX-License-Identifier: Apache-2.0
import Access
import NIOHTTP1
import Testing

@testable import tachiai

/// The certificate that was pinned, and no other, is spoken to (issue 3.4).
@Suite struct PinTests {
    private func service(_ certificate: TestCertificate) async throws -> TestService {
        try await TestService(with: certificate) { _, _ in .json(200, "{}") }
    }

    @Test
    func `a board with the pinned certificate is spoken to, though the certificate has run out`()
        async throws
    {
        let service = try await service(.first)
        let pin = try #require(CertificatePin(TestCertificate.first.fingerprint))
        let server = Server(place: service.place, pin: pin, token: Secret("t0ken"), waits: [])
        #expect(try await server.get("/v1/status").text == "{}")
        #expect(service.asked.map { $0.headers.first(name: "Authorization") } == ["Bearer t0ken"])
        try await service.close()
    }

    @Test func `L10: another certificate is sent nothing, and the sentence says what to do`()
        async throws
    {
        let service = try await service(.second)
        let pin = try #require(CertificatePin(TestCertificate.first.fingerprint))
        let server = Server(place: service.place, pin: pin, token: Secret("t0ken"), waits: [])
        let complaint = try await #require(throws: Complaint.self) {
            try await server.get("/v1/status")
        }
        #expect(complaint.status == .stranger)
        #expect(complaint.description.contains(TestCertificate.second.fingerprint))
        #expect(complaint.description.contains("tachiai login"))
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test func `the fingerprint that is shown at first is the certificate's, and nothing is sent`()
        async throws
    {
        let service = try await service(.first)
        guard case .network(let address) = service.place else { return }
        let shown = try await Wire.pin(shownAt: address)
        #expect(shown.description == TestCertificate.first.fingerprint)
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test func `a stream is not followed under another certificate either`() async throws {
        let service = try await service(.second)
        let pin = try #require(CertificatePin(TestCertificate.first.fingerprint))
        let server = Server(place: service.place, pin: pin, token: Secret("t0ken"), waits: [])
        let complaint = try await #require(throws: Complaint.self) {
            try await server.follow("/v1/events", [], after: nil, lost: {}, each: { _ in })
        }
        #expect(complaint.status == .stranger)
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test func `a fingerprint is read however it was copied`() throws {
        let plain = TestCertificate.first.fingerprint
        let bare = plain.filter { $0 != ":" }
        let forms = [
            plain, bare, bare.lowercased(), "SHA256:" + bare, "sha256 Fingerprint=" + plain,
        ]
        for form in forms { #expect(CertificatePin(form)?.description == plain, "\(form)") }
        for wrong in ["", "AB:CD", bare.dropLast() + "G", bare + "00"] {
            #expect(CertificatePin(String(wrong)) == nil, "\(wrong)")
        }
    }
}
