// SPDX-License-Identifier: Apache-2.0
import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// A connection under TLS, with the certificate that is in force as it begins.
struct SecureChannel<Inner: ServerChildChannel>: ServerChildChannel {
    private let inner: Inner
    private let keeper: IdentityKeeper

    init(_ inner: Inner, keeper: IdentityKeeper) {
        self.inner = inner
        self.keeper = keeper
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Inner.Value> {
        channel.eventLoop.makeCompletedFuture {
            let handler = NIOSSLServerHandler(context: keeper.context())
            try channel.pipeline.syncOperations.addHandler(handler)
        }.flatMap {
            inner.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: Inner.Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}
