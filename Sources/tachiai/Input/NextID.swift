// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// The next free ids, as the city numbers its papers: `D-2026-012`.
struct NextID {
    private var id: String

    static func designation(_ server: Server) async throws -> NextID {
        NextID(id: try await server.get(APIPath.nextIDs).json(NextIDsReply.self).designation)
    }

    static func visit(_ server: Server) async throws -> NextID {
        NextID(id: try await server.get(APIPath.nextIDs).json(NextIDsReply.self).visit)
    }

    /// The next one, which is taken by that.
    mutating func take() -> String {
        defer { id = Self.successor(of: id) }
        return id
    }

    private static func successor(of id: String) -> String {
        let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        let next = String((Int(String(digits)) ?? 0) + 1)
        let padding = String(repeating: "0", count: max(0, digits.count - next.count))
        return id.dropLast(digits.count) + padding + next
    }
}
