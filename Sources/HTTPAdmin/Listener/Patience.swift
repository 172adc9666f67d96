// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTPTypes

/// Ends connections that dawdle: over a handshake, headers, a body, or taking a reply (L14).
///
/// Whoever sends a byte now and then is never idle; what counts is when the whole must be there. An event stream takes
/// its time, and may. Where many are connected, the later ones are hurried on, so that no crowd of silent ones keeps
/// everybody else out.
final class Patience: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let headerWait: TimeAmount
    private let bodyWait: TimeAmount
    private let replyWait: TimeAmount
    private let idleWait: TimeAmount
    private let crowd: Crowd
    private let isEasy: Bool
    /// Until when the rest of a request must be there.
    private var request: Scheduled<Void>?
    /// Until when what was written must have gone.
    private var reply: Scheduled<Void>?
    private var isReading = false
    private var unsent = 0

    /// The patience with one connection more, among those that may take their time.
    init(limits: AdminLimits, among crowd: Crowd) {
        self.crowd = crowd
        isEasy = crowd.enter()
        let hurried = TimeAmount(limits.hurriedWait)
        headerWait = isEasy ? TimeAmount(limits.headerWait) : hurried
        bodyWait = TimeAmount(isEasy ? limits.bodyWait : limits.hurriedBodyWait)
        replyWait = TimeAmount(limits.bodyWait)
        idleWait = isEasy ? TimeAmount(limits.idleWait) : hurried
    }

    deinit { if isEasy { crowd.leave() } }

    func handlerAdded(context: ChannelHandlerContext) {
        request = deadline(headerWait, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        request?.cancel()
        reply?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            request?.cancel()
            request = deadline(bodyWait, context)
        case .body: break
        case .end:
            isReading = false
            request?.cancel()
            request = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .end = part, !isReading {
            request?.cancel()
            request = deadline(idleWait, context)
        }
        unsent += 1
        if reply == nil { reply = deadline(replyWait, context) }
        let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in
            self.unsent -= 1
            self.reply?.cancel()
            self.reply = self.unsent == 0 ? nil : self.deadline(self.replyWait, context)
        }
        context.write(data, promise: sent)
    }

    private func deadline(_ wait: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: wait) { channel.close(mode: .all, promise: nil) }
    }
}
