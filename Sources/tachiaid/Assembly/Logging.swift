// SPDX-License-Identifier: Apache-2.0
import Foundation
import Logging

extension Logger {
    /// The service's own log, on standard error, where systemd's journal reads it; it holds no number and no PIN (L10).
    static func tachiaid(_ level: Level) -> Logger {
        var logger = Logger(label: "tachiaid") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
