// SPDX-License-Identifier: Apache-2.0
import Fuzzing
import Testing

@Suite(.timeLimit(.minutes(2)))
struct FuzzingTests {
    @Test(arguments: FuzzTarget.allCases)
    func `whatever fuzzing has found keeps its promises (L14)`(_ target: FuzzTarget) throws {
        let inputs = try Corpus.inputs(of: target)
        #expect(!inputs.isEmpty)
        for input in inputs { try target.run(input) }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `a kept input that is cut short or changed anywhere keeps them too (L14)`(
        _ target: FuzzTarget
    ) throws {
        var random = Draw(seed: 0x7461_6368_6961_6921)
        for input in try Corpus.inputs(of: target).prefix(200) where !input.isEmpty {
            try target.run(Array(input.prefix(random.next(below: input.count))))
            var changed = input
            changed[random.next(below: changed.count)] = UInt8(random.next(below: 256))
            try target.run(changed)
        }
    }

    /// SplitMix64: the same for everybody.
    private struct Draw {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }
}
