#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""A school is founded, looked over from the keyboard, closed and opened again.

    test-first-school.py SCEAU SCEAU-CLI
"""
import re
import stat
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from journey import Program, wait_for  # noqa: E402
from tap import Tap  # noqa: E402

NAME = "École d’essai Łódź"     # invented
SIRET = "12345678200010"        # invented, with a valid key


def start(program, *arguments, language="en"):
    return Program([program, *arguments], LANGUAGE=language)


def greets_in_french(sceau):
    with start(sceau, language="fr") as program:
        program.find("label", "Bienvenue dans Sceau", shown=True)
        assert program.close() == 0


def has_names_for_a_screen_reader(sceau):
    with start(sceau) as program:
        program.find("button", "New School…", shown=True)
        assert not program.silent(), program.silent()
        program.keys("ctrl+n")
        dialog = program.dialog("New School")
        assert not program.silent(), program.silent()
        program.keys("Escape")
        wait_for(lambda: dialog not in program.children, "the dialog to close at Escape")
        assert program.close() == 0


def refuses_a_wrong_siret(sceau):
    with start(sceau) as program:
        program.keys("ctrl+n")
        dialog = program.dialog("New School")
        create = dialog.find("button", "Create…")
        siret = dialog.find("entry", "SIRET (14 digits)")
        dialog.find("entry", "Official name").write(NAME)
        program.press(siret)
        program.type("12345678200011")
        dialog.find("label", re.compile("key is wrong"), shown=True)
        assert not create.has("sensitive")
        siret.write(SIRET)
        wait_for(lambda: create.has("sensitive"), "the button to create")
        assert program.close() == 0


def founds_a_school(sceau, path):
    with start(sceau) as program:
        program.keys("ctrl+n")
        dialog = program.dialog("New School")
        for title, text in (("Official name", NAME), ("SIRET (14 digits)", SIRET), ("City", "Toulouse"),
                            ("First name and name", "Zoé Exemple"), ("Title, as it is printed", "directrice")):
            dialog.find("entry", title).write(text)
        dialog.find("button", "Create…", state="sensitive").click()
        program.dialog("Where to Keep the School")
        program.keys("ctrl+a")
        program.type(str(path))
        program.keys("Return")
        wait_for(path.exists, "the school's file")
        program.find("label", NAME, shown=True)
        assert program.close() == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600, oct(path.stat().st_mode)


def shows_every_page(sceau, path):
    with start(sceau, path) as program:
        program.find("label", NAME, shown=True)
        sections = program.find("list", "Sections")
        titles = [row.find("label").name for row in sections.all("row")]
        assert {"Dashboard", "Certifications", "Cohorts", "Journal"} <= set(titles), titles
        for title in titles[1:]:
            program.keys("ctrl+Next")
            wait_for(lambda: any(row.has("selected") and row.all("label", title) for row in sections.all("row")),
                     "the section %s" % title)
            assert not program.silent(), (title, program.silent())
        assert program.close() == 0


def main():
    sceau = Path(sys.argv[1]).resolve()
    tap = Tap(5)
    with tempfile.TemporaryDirectory(prefix="sceau-journey-") as folder:
        path = Path(folder) / "my school.sceau"
        tap.run("/desktop/first-school/greets-in-french", greets_in_french, sceau)
        tap.run("/desktop/first-school/has-names-for-a-screen-reader", has_names_for_a_screen_reader, sceau)
        tap.run("/desktop/first-school/refuses-a-wrong-siret", refuses_a_wrong_siret, sceau)
        tap.run("/desktop/first-school/founds-a-school", founds_a_school, sceau, path)
        tap.run("/desktop/first-school/shows-every-page", shows_every_page, sceau, path)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
