#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""The counter of test points, tried on logs of every kind of good and bad end."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SUPPORT = Path(__file__).resolve().parent.parent / "support"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SUPPORT))

from tap import Tap  # noqa: E402


def entry(name, stdout="", result="OK", code=0):
    return {"name": "sceau:core / " + name, "stdout": stdout, "result": result, "returncode": code, "command": [name]}


TAP_TEST = [{"name": "tap", "protocol": "tap"}]

# what it shows, the log, the status of meson test, the last line, the exit status, a line shown before
ROWS = [
    ("counts-points", [entry("tap", "1..2\nok 1 /a\nok 2 - /b\n")], 0, "2 passed, 0 failed", 0, ""),
    ("counts-exit-statuses", [entry("program")], 0, "1 passed, 0 failed", 0, ""),
    ("names-failed-points", [entry("tap", "1..2\nok 1 /a\nnot ok 2 /b\n", "FAIL")], 1, "1 passed, 1 failed", 1,
     "plain, core/tap: /b"),
    ("names-skipped-points", [entry("tap", "1..2\nok 1 /a\nok 2 /b # SKIP no printer\n")], 0,
     "1 passed, 0 failed, 1 skipped", 0, "/b (no printer)"),
    ("names-skipped-programs", [entry("tap", "1..1\nok 1 /a\n"), entry("program", "no screen\n", "SKIP", 77)], 0,
     "1 passed, 0 failed, 1 skipped", 0, "core/program (no screen)"),
    ("known-failures-are-not-passed", [entry("tap", "1..2\nok 1 /a\nnot ok 2 /b # TODO bug 7\n")], 0,
     "1 passed, 0 failed, 1 skipped", 0, "bug 7"),
    ("subtests-count-once", [entry("tap", "1..1\n    ok 1 /a/b\n    ok 2 /a/c\n    1..2\nok 1 /a\n")], 0,
     "2 passed, 0 failed", 0, ""),
    ("a-crash-is-a-failure", [entry("tap", "1..1\nok 1 /a\n", "ERROR", -11)], 1, "1 passed, 1 failed", 1, "signal 11"),
    ("lost-points-are-a-failure", [entry("tap", "1..3\nok 1 /a\n", "OK")], 0, "1 passed, 1 failed", 1,
     "1 of 3 points ran"),
    ("a-silent-program-is-a-failure", [entry("tap", "", "OK")], 0, "0 passed, 1 failed", 1, "0 of ? points ran"),
    ("bailing-out-is-a-failure", [entry("tap", "1..1\nok 1 /a\nBail out! disk full\n", "ERROR", 1)], 1,
     "1 passed, 1 failed", 1, "disk full"),
    ("a-timeout-is-a-failure", [entry("program", "", "TIMEOUT", -15)], 1, "0 passed, 1 failed", 1, "timeout"),
    ("an-unexplained-status-is-a-failure", [entry("tap", "1..1\nok 1 /a\n")], 2, "1 passed, 1 failed", 1,
     "meson test ended with status 2"),
    ("no-test-is-a-failure", [], 0, "0 passed, 1 failed", 1, "no test ran"),
    ("all-skipped-is-no-success", [entry("tap", "1..0 # SKIP no screen\n", "SKIP")], 0,
     "0 passed, 0 failed, 1 skipped", 1, "no screen"),
]


def count(log, status, folder):
    build = Path(folder) / "plain"
    for part, name, lines in (("meson-info", "intro-tests.json", [TAP_TEST]), ("meson-logs", "testlog.json", log)):
        (build / part).mkdir(parents=True, exist_ok=True)
        (build / part / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return subprocess.run([sys.executable, str(SUPPORT / "count-tests"), str(build), "testlog", str(status)],
                          stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)


def main():
    tap = Tap(len(ROWS))
    for name, log, status, last, code, shown in ROWS:
        with tempfile.TemporaryDirectory(prefix="sceau-count-") as folder:
            done = count(log, status, folder)
        good = done.stdout.splitlines()[-1] == last and done.returncode == code and shown in done.stdout
        tap.point("/house/count-tests/%s" % name, good, [] if good else [done.returncode, done.stdout])
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
