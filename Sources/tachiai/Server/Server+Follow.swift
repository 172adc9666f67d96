// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

extension Server {
    /// Follows a stream until somebody stops it; a connection that ends is taken up where it ended.
    func follow(
        _ path: String,
        _ query: [URLQueryItem],
        after first: String?,
        lost: () -> Void,
        each: (EventReading.Event) async throws -> Void
    ) async throws {
        var cursor = first
        var isConnected = true
        while true {
            do {
                try await events(path, query, after: cursor) { event in
                    try await each(event)
                    cursor = event.id ?? cursor
                    isConnected = true
                }
            } catch let problem as Problem {
                throw problem
            } catch let complaint as Complaint {
                throw complaint
            } catch let stranger as Wire.Stranger {
                throw Complaint(.stranger, Words.now.stranger(place, stranger.shown))
            } catch {
                if isConnected { lost() }
            }
            isConnected = false
            try await Task.sleep(for: .seconds(2))
        }
    }
}
