// SPDX-License-Identifier: Apache-2.0

/// What a reader that polls looks for in its field.
public struct CardPolling: Sendable, Hashable {
    /// The FeliCa system codes that are polled for, in this order; none: no FeliCa.
    ///
    /// Never `FFFF`: a card of several systems answers that with whichever is its first, and its
    /// number differs from one system to the next.
    public let systemCodes: [UInt16]
    /// Whether ISO/IEC 14443 type A is looked for.
    public let typeA: Bool
    /// Whether type B is looked for, which is told and refused: it has no identifier that lasts.
    public let typeB: Bool

    /// At most so many system codes, so that a cycle stays short (L14).
    public static let mostSystemCodes = 4
    /// The system code of FeliCa's common area, which most office badges have.
    public static let commonArea: UInt16 = 0xFE00
    /// The system code of FeliCa Lite-S cards, which this building's own badges are.
    public static let liteS: UInt16 = 0x88B4
    /// The code that any system answers.
    public static let anySystem: UInt16 = 0xFFFF

    /// Describes what to look for.
    ///
    /// - Returns: `nil` for nothing, for too many system codes, one twice, or ``anySystem``.
    public init?(systemCodes: [UInt16] = [commonArea], typeA: Bool = true, typeB: Bool = true) {
        guard !systemCodes.isEmpty || typeA || typeB,
            systemCodes.count <= Self.mostSystemCodes,
            Set(systemCodes).count == systemCodes.count, !systemCodes.contains(Self.anySystem)
        else { return nil }
        self.systemCodes = systemCodes
        self.typeA = typeA
        self.typeB = typeB
    }
}
