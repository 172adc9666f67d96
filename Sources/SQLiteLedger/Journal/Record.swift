// SPDX-License-Identifier: Apache-2.0
internal import Access

/// GRDB has a class of this name.
typealias Record = Access.Record
