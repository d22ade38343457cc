#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""A jury from its first member to the notification, in French, by nothing but keys.

    test-jury-by-keys.py SCEAU SCEAU-CLI

The pointer is never used.  On the way everything is looked at: whether it has a name to be read out, and whether
any word on it was left in English.
"""
import json
import os
import pwd
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from journey import Program, wait_for  # noqa: E402
from tap import Skip, Tap  # noqa: E402

TOP = Path(__file__).resolve().parent.parent.parent
COHORT = ("--certification", "RNCP41445", "--cohort", "2026")
JURORS = (("Iris MODELE", "Directrice des programmes", "--internal", "F"), ("Jean MODELE", "Directeur", "--internal", "M"),
          ("Karim MODELE", "RSSI", "--external", "M"), ("Lina MODELE", "Consultante", "--external", "F"),
          ("Marc MODELE", "Auditeur", "--external", "M"))
ROSTER = """\
number;sex;birth_name;first_name;birth_date;birth_commune;birth_place;route;company_start;company_end;company
A1;F;Abel;Zoé;07/03/1994;31555;Toulouse;FI;01/12/2025;30/04/2026;Exemple SA
A2;M;Bois;Noël;12/12/1990;59350;Lille;FC;01/12/2025;30/04/2026;Exemple SA
A3;F;Clair;Anaïs;29/02/1996;2A004;Ajaccio;FC;01/12/2025;30/04/2026;Exemple SA
"""
MARKS = """\
number;BC01-EC1;BC01-MSP1;BC02-TP1;BC02-EC1;BC02-MSP1;BC02-MSP2;BC03-TP1;BC03-EC1;BC03-TP2;BC04-EC1;BC04-EC2;THESE
A1;14,5;12;15;11;13,25;10;16;12;11;14;13;15
A2;14;12;15;11;13;10;16;12;11;14;13;15
A3;12;12;15;11;13;10;18;19;17;15;16;14
"""


def words_of(kind, catalogue):
    """The words of every message, or of every translation, of a catalogue."""
    texts = re.findall(r'^%s(?:\[\d\]|_plural)? ((?:".*"\n?)+)' % kind, catalogue, re.M)
    return {word.lower() for text in texts for word in re.findall(r"[^\W\d_]{4,}", re.sub(r"\\n|_", " ", text))}


class Journey:
    def __init__(self, program, school, cli):
        self.program, self.school, self.cli = program, school, cli
        catalogue = (TOP / "po" / "fr.po").read_text(encoding="utf-8")
        self.english = words_of("msgid", catalogue) - words_of("msgstr", catalogue)
        # The journal says who did it.
        who = pwd.getpwuid(os.getuid())
        self.english -= set(re.findall(r"\w+", (who.pw_name + " " + who.pw_gecos).lower()))

    def looks_right(self, below=None):
        """Everything that takes the focus has a name, and no text is English."""
        # Codes are in capitals.
        left = sorted(text for text in (below or self.program).texts()
                      if {word.lower() for word in re.findall(r"[^\W\d_]{4,}", text) if not word.isupper()} & self.english)
        assert not left, left
        silent = self.program.silent(below)
        assert not silent, silent

    def reaches(self, button):
        """The keyboard is on that button, as it is once the act before it is done."""
        self.program.find("button", button, state="focused")

    def says(self, text):
        self.program.find("label", text, shown=True)

    def shows_session(self):
        done = subprocess.run([self.cli, "--school", self.school, "jury", "show", "1", "--json"], stdout=subprocess.PIPE,
                              text=True, check=True, timeout=60)
        return json.loads(done.stdout)

    # --- the steps

    def plans_a_session(self):
        program = self.program
        program.keys(*["ctrl+Next"] * 4)
        self.says("Planifier la première session")
        self.looks_right()
        program.keys("alt+n")
        dialog = program.dialog("Nouvelle session de jury")
        self.looks_right(dialog)
        program.type("18/06/2026")
        program.keys("Tab", "Tab")
        program.type("Lille")
        program.keys("Return")
        program.gone(dialog)

    def names_the_members(self):
        """Down from row to row, space ticks; along the first row is who presides."""
        program = self.program
        program.find("row", containing="Iris MODELE", state="focused")
        program.keys("space", "Tab", "Tab", "Tab", "space")
        program.keys(*["Down", "space"] * 4)
        self.says("Ces membres forment un jury\u00a0: tous les contrôles passent.")
        self.looks_right()

    def convenes_opens_and_proposes(self):
        program = self.program
        program.keys("alt+c")
        self.reaches("Ouvrir la session")
        self.looks_right()
        program.keys("Return")
        self.reaches("Proposer")
        program.keys("Return")
        self.reaches("Délibérer")
        self.looks_right()

    def suspends_and_resumes(self):
        program = self.program
        program.keys(*["Tab"] * 4, "Return")
        entry = program.find("menu item", "Suspendre…")
        wait_for(lambda: entry.has("focused"), "the menu of the session")
        program.keys("Return")
        dialog = program.find("dialog", "Suspendre la session\u00a0?")
        entry = dialog.find("entry", "Motif", shown=True)
        self.looks_right(dialog)
        program.type("Pause de midi")
        wait_for(lambda: entry.text == "Pause de midi", "the reason")
        program.keys("Return")
        program.gone(dialog)
        self.reaches("Reprendre")
        self.looks_right()
        program.keys("Return")
        self.reaches("Délibérer")

    def accepts_a_proposal(self):
        program = self.program
        program.keys("Return")
        self.says("1 sur 3 · décidés\u00a0: 0 sur 3")
        self.looks_right()
        program.keys("Return")
        self.says("2 sur 3 · décidés\u00a0: 1 sur 3")

    def recuses_a_member(self):
        program = self.program
        program.keys("alt+r")
        dialog = program.dialog("Récuser un membre")
        self.looks_right(dialog)
        program.keys("Tab", "Tab")
        program.type("Cousine")
        program.keys("Return")
        program.gone(dialog)
        self.says("Iris MODELE ne prend pas part à l’examen de ce cas.")

    def decides_otherwise_by_vote(self):
        """4 and 0 are votes here, and choose no outcome; Enter after the last number records."""
        program = self.program
        program.keys("2")
        program.type("Plagiat au bloc 3.")
        program.keys("Tab", "Tab", "space", "Tab")
        program.type("3")
        program.keys("Tab")
        program.type("1")
        program.keys("Return")
        self.says("3 sur 3 · décidés\u00a0: 2 sur 3")
        second = self.shows_session()["candidates"][1]
        assert second["decision"] == "partial" and second["reason"] == "Plagiat au bloc 3.", second
        program.keys("alt+Left")

    def closes_and_seals(self):
        program = self.program
        self.reaches("Délibérer")
        program.keys("alt+a")
        program.find("button", "Accepter et clore", state="focused")
        program.keys("Return")
        self.reaches("Sceller…")
        program.keys("Return")
        # Enter at once must seal nothing.
        program.find("button", "Annuler", state="focused")
        program.keys("Tab", "Return")
        self.says("Notification")
        self.looks_right()

    def notifies(self):
        program = self.program
        program.keys("alt+n")
        dialog = program.dialog("Notifier les résultats")
        self.looks_right(dialog)
        program.keys("Return")
        program.gone(dialog)
        self.says("Lettres")
        self.looks_right()

    def speaks_french_on_every_page(self):
        program = self.program
        sections = program.find("list", "Sections").all("row")
        for _ in sections:
            before = [row.has("selected") for row in sections]
            program.keys("ctrl+Next")
            wait_for(lambda: [row.has("selected") for row in sections] != before, "the next section")
            self.looks_right()

    def leaves_a_sealed_session(self):
        assert self.program.close() == 0
        session = self.shows_session()
        assert session["state"] == "sealed", session
        assert [each["decision"] for each in session["candidates"]] == ["certified", "partial", "certified"], session
        subprocess.run([self.cli, "--school", self.school, "school", "check"], stdout=subprocess.DEVNULL, check=True, timeout=60)


def found_school(folder, cli):
    """What has been done before the jury: a school, its fiche, a cohort with its marks, the jurors."""
    school = folder / "school.sceau"

    def run(*words):
        subprocess.run([cli, "--school", school, *words], stdout=subprocess.DEVNULL, check=True, timeout=60,
                       env={**os.environ, "LANGUAGE": "en"})
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "marks.csv").write_text(MARKS, encoding="utf-8")
    run("school", "new", school, "--name", "INSTITUT MINES TELECOM - IMT NORD EUROPE", "--siret", "18009202500139")
    run("fiche", "import", TOP / "data" / "referentials" / "RNCP41445.xml")
    run("cohort", "new", "--certification", "RNCP41445", "--name", "2026", "--start", "2025-11-03", "--end", "2026-09-30")
    run("learner", "import", folder / "roster.csv", *COHORT)
    run("result", "import", folder / "marks.csv", *COHORT)
    for name, function, side, sex in JURORS:
        run("juror", "add", "--name", name, "--function", function, "--employer", "Cabinet Exemple", side, "--sex", sex)
    return school


def main():
    steps = [name for name in vars(Journey)]
    steps = steps[steps.index("plans_a_session"):]
    steps = [name for name in steps if not name.startswith("_")]
    tap = Tap(len(steps))
    cli = Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="sceau-jury-") as name:
        school = found_school(Path(name), cli)
        with Program([Path(sys.argv[1]).resolve(), school], LANGUAGE="fr") as program:
            journey = Journey(program, school, cli)

            def walk(step):
                if tap.failed:
                    raise Skip("a step before it failed")
                try:
                    getattr(journey, step)()
                except Exception:
                    program.tell_failure()
                    raise
            for step in steps:
                tap.run("/desktop/jury-by-keys/" + step.replace("_", "-"), walk, step)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
