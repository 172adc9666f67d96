// SPDX-License-Identifier: Apache-2.0
import Foundation
import Fuzzing

// Hands one target to libFuzzer: TACHIAI_FUZZ_TARGET names it, and the arguments are libFuzzer's own.
// With "soak COUNT" it gets so many events at random instead, and memory and open files are told.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["TACHIAI_FUZZ_TARGET"] ?? ""
    if let target = FuzzTarget(rawValue: name) { return target }
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    FileHandle.standardError.write(Data("TACHIAI_FUZZ_TARGET is one of: \(names)\n".utf8))
    exit(2)
}()
if CommandLine.arguments.dropFirst().first == "soak" {
    var soak = Soak(target)
    try soak.run(events: CommandLine.arguments.last.flatMap { Int($0) } ?? 1_000_000)
    exit(0)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runDriver(&count, &arguments) { start, length in
        do throws(Flaw) {
            try target.run(Array(UnsafeBufferPointer(start: start, count: length)))
        } catch {
            preconditionFailure("\(error)")
        }
        return 0
    }
)
