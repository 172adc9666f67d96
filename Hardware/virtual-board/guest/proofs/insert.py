# SPDX-License-Identifier: Apache-2.0
"""Inserts rows and tells the bench of each one that SQLite has acknowledged: DATABASE SYNCHRONOUS FILE."""
import os
import sqlite3
import sys

path, synchronous, acknowledged = sys.argv[1:]
database = sqlite3.connect(path, isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute(f"PRAGMA synchronous = {synchronous}")
database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, what TEXT)")
told = os.open(acknowledged, os.O_WRONLY | os.O_CREAT)
number = 0
while True:
    number += 1
    database.execute("INSERT INTO entry VALUES (?, ?)", (number, "x" * 200))
    os.pwrite(told, f"{number:08d}\n".encode(), 0)
