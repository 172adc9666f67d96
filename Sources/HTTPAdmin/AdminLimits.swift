// SPDX-License-Identifier: Apache-2.0

/// The bounds of the admin API (L14).
public struct AdminLimits: Sendable, Hashable {
    /// The longest policy document, in bytes.
    public var policyBytes = 8 * 1024 * 1024
    /// The longest other body, in bytes.
    public var bodyBytes = 64 * 1024
    /// The longest list of transfers, in bytes.
    public var transferBytes = 1024 * 1024
    /// The most records on a page.
    public var pageRecords = 1000
    /// The most requests that are answered at once.
    public var requests = 64
    /// The most event streams that are open at once.
    public var eventStreams = 16
    /// The most connections; further ones wait in the kernel.
    public var connections = 128
    /// The longest list of headers, in bytes.
    public var headerBytes = 16 * 1024
    /// The most headers.
    public var headers = 64
    /// The most wrong tokens or claims in a row, before they must wait.
    public var wrongSecrets = 10
    /// How long it takes until one more wrong token or claim is looked at.
    public var wrongSecretRest = Duration.seconds(6)
    /// The most requests of one token at once, before they must wait.
    public var requestBurst = 400
    /// How long it takes until one more request of that token is answered: 200 in a second.
    public var requestRest = Duration.milliseconds(5)
    /// How often an event stream looks whether a door stands otherwise.
    public var doorGlance = Duration.seconds(1)
    /// How often a silent event stream shows that it lives.
    public var heartbeat = Duration.seconds(15)
    /// The longest time from a connection's begin, or a reply's end, to the next request's last header.
    public var headerWait = Duration.seconds(15)
    /// The longest time from there to the end of the request's body.
    public var bodyWait = Duration.seconds(60)
    /// The longest time without a request on a connection that stays open.
    public var idleWait = Duration.seconds(60)
    /// How many connections may take their time; where there are more, the further ones are hurried on.
    public var easyConnections = 64
    /// The longest wait for a request on a connection that is hurried on.
    public var hurriedWait = Duration.seconds(2)
    /// The longest wait there for the request's body.
    public var hurriedBodyWait = Duration.seconds(10)
    /// How long until the network is tried again, where nobody could listen.
    public var listenRest = Duration.seconds(10)
    /// The longest wait for a badge.
    public var badgeWait = Duration.seconds(120)

    /// The bounds of a board that serves a few offices.
    public init() {}
}
