// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Dispatch

/// Does what takes a while by design on a thread of its own: no task waits for a place to run meanwhile.
func aside<Value: Sendable>(
    _ work: @escaping @Sendable () throws(LedgerFault) -> Value
) async throws(LedgerFault) -> Value {
    let result: Result<Value, LedgerFault> = await withCheckedContinuation { done in
        DispatchQueue.global(qos: .userInitiated).async {
            done.resume(returning: Result { () throws(LedgerFault) in try work() })
        }
    }
    return try result.get()
}
