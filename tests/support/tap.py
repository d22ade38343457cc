# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""The Test Anything Protocol for tests written in Python.

    def main():
        tap = Tap(2)
        tap.point("/house/layers", faults == [], faults)
        tap.run("/house/other", function)      # a point that fails when the function raises
        return tap.status()
"""
import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; its text is the reason."""


class Tap:
    def __init__(self, planned):
        self.count = 0
        self.failed = 0
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="replace")
        print("TAP version 13\n1..%d" % planned, flush=True)

    def point(self, name, good, remarks=()):
        self.count += 1
        if not good:
            for line in "\n".join(map(str, remarks)).splitlines():
                print("# " + line)
        print("%s %d %s" % ("ok" if good else "not ok", self.count, name), flush=True)
        self.failed += not good

    def run(self, name, function, *arguments):
        try:
            function(*arguments)
        except Skip as reason:
            self.count += 1
            print("ok %d %s # SKIP %s" % (self.count, name, reason), flush=True)
        except Exception:  # whatever it was, the next point still runs
            self.point(name, False, [traceback.format_exc()])
        else:
            self.point(name, True)

    def status(self):
        return 1 if self.failed else 0
