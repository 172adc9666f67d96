// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import NIOSSL
import Synchronization

/// Shows each new client the certificate that lies in the files now: a renewed one needs no restart.
///
/// Files that do not fit are said so in the log, once, and the certificate before them goes on being shown.
final class IdentityKeeper: Sendable {
    private let place: NetworkPlace
    private let time: any TimeSource
    private let log: Logger
    private let state: Mutex<State>
    /// How often the files are looked at.
    private static let glance = Duration.seconds(1)

    private struct State {
        var identity: NetworkIdentity
        var stamp: [Int]
        var looked: Instant
    }

    /// Reads the files; makes them where nobody gave any.
    ///
    /// - Throws: where there is no certificate to begin with.
    init(_ place: NetworkPlace, time: any TimeSource, log: Logger) throws(ListenerFault) {
        let now = time.now()
        if place.isSelfMade && !place.isThere {
            try SelfMadeIdentity(for: place, at: now.wall).write(to: place)
        }
        self.place = place
        self.time = time
        self.log = log
        let stamp = place.stamp
        let identity = try NetworkIdentity.read(place)
        state = Mutex(State(identity: identity, stamp: stamp, looked: now.instant))
    }

    /// The certificate's fingerprint.
    var fingerprint: String { state.withLock(\.identity.fingerprint) }

    /// What the next client is shown.
    func context() -> NIOSSLContext {
        let now = time.now().instant
        return state.withLock { state in
            guard now - state.looked >= Self.glance else { return state.identity.context }
            state.looked = now
            let stamp = place.stamp
            guard stamp != state.stamp else { return state.identity.context }
            state.stamp = stamp
            do throws(ListenerFault) {
                state.identity = try NetworkIdentity.read(place)
                log.notice(
                    "the certificate was renewed",
                    metadata: ["sha256": "\(state.identity.fingerprint)"]
                )
            } catch {
                log.error(
                    "the new certificate cannot be used; the one before it stays",
                    metadata: ["fault": "\(error)"]
                )
            }
            return state.identity.context
        }
    }
}
