// SPDX-License-Identifier: Apache-2.0
import Access
import ServiceLifecycle

/// Tells systemd that the service lives, as long as what must go round does.
struct Notifier: Service {
    let notifier: SystemdNotifier
    /// Whether the parts that must go round still do.
    let isAlive: @Sendable () async -> Bool

    func run() async throws {
        guard let period = notifier.watchdogPeriod else {
            try await gracefulShutdown()
            return
        }
        // Twice per period, as sd_watchdog_enabled(3) advises.
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: period / 2)) != nil {
                if await isAlive() { notifier.alive() }
            }
        }
    }
}
