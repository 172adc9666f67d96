// SPDX-License-Identifier: Apache-2.0

/// What version 3 adds: what ends soon is counted in the index alone.
extension Schema {
    static let version3 = """
        DROP INDEX designationByEnd;
        CREATE INDEX designationByEnd ON designation (untilMs, fromMs, endsMs)
          WHERE revokedMs IS NULL;
        """
}
