# SPDX-License-Identifier: Apache-2.0
"""How many entries the journal of a database holds, or what is wrong with its chain."""
import hashlib
import json
import sqlite3
import sys

before, entries = "0" * 64, 0
connection = sqlite3.connect(sys.argv[1])
if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
    sys.exit("the database is damaged")
for number, body, digest in connection.execute("SELECT number, body, digest FROM journal ORDER BY number"):
    record = json.loads(body)
    if record["prev"] != before or record["number"] != number or hashlib.sha256(body.encode()).hexdigest() != digest:
        sys.exit(f"the chain breaks at record {number}")
    before = digest
    entries += record["kind"] == "entry"
print(entries)
