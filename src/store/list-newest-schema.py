# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""Writes what the migrations make of an empty file.

    list-newest-schema.py OUT MIGRATION...

Pairs of texts, each ended by a zero byte: what it is ("table learner", empty for a statement that defines nothing) and
its SQL, verbatim.  Run in their order, they make the newest schema without the detours of its history; an object that
the engine makes by itself has its name here and nothing to run.
"""

import sqlite3
import sys


def list_rows(database, table):
    """The rows that the migrations leave in a table, as statements."""
    columns = [name for name, in database.execute("SELECT name FROM pragma_table_info (?) ORDER BY cid", (table,))]
    values = " || ', ' || ".join(f'quote ("{name}")' for name in columns)
    for row, in database.execute(f'SELECT {values} FROM "{table}"'):
        yield "", f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({row})'


def list_schema(database):
    for kind, name, sql in database.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid").fetchall():
        own = not name.startswith("sqlite_")
        yield f"{kind} {name}", sql or ""
        # Before its protections, which come later.
        if kind == "table" and own:
            yield from list_rows(database, name)
    version, = database.execute("PRAGMA user_version").fetchone()
    yield "", f"PRAGMA user_version = {version}"


def main(out, migrations):
    database = sqlite3.connect(":memory:", isolation_level=None)
    for path in sorted(migrations):
        with open(path, encoding="utf-8") as script:
            database.executescript(script.read())
    with open(out, "w", encoding="utf-8", newline="") as listing:
        for pair in list_schema(database):
            listing.write("\0".join(pair) + "\0")


main(sys.argv[1], sys.argv[2:])
