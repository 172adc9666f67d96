// SPDX-License-Identifier: Apache-2.0
import Hummingbird

/// What Hummingbird carries along with a request.
struct AdminContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: Source) {
        coreContext = .init(source: source)
    }
}
