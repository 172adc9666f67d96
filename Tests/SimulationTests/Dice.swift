// SPDX-License-Identifier: Apache-2.0

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of them.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }

    /// One of them, by weight.
    mutating func pick<Element>(_ weighted: [(Int, Element)]) -> Element {
        var number = Int.random(in: 0..<weighted.reduce(0) { $0 + $1.0 }, using: &self)
        for (weight, element) in weighted {
            if number < weight { return element }
            number -= weight
        }
        return weighted[0].1
    }

    mutating func percent(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &self) < chance }
}
