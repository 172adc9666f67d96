// SPDX-License-Identifier: Apache-2.0

/// Why the bench could not do what a test asked of it.
struct BoardFault: Error, CustomStringConvertible {
    let command: [String]
    let code: Int32
    let output: String
    let complaint: String

    var description: String {
        "board \(command.joined(separator: " ")) answered \(code)\n\(output)\(complaint)"
    }
}
