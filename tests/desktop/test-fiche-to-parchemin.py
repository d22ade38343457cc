#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""From an empty school to a parchemin, as its secretary would do it in one sitting.

    test-fiche-to-parchemin.py SCEAU SCEAU-CLI

The steps follow one another in one window; when one fails, those after it are skipped.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from journey import Program, wait_for  # noqa: E402
from tap import Skip, Tap  # noqa: E402

# The certifier of the fiche, which alone may deliver; the people are invented.
CERTIFIER = "INSTITUT MINES TELECOM - IMT NORD EUROPE"
SIRET = "18009202500139"
JURORS = (("Iris MODELE", "Directrice des programmes", True), ("Jean MODELE", "Directeur", True),
          ("Karim MODELE", "RSSI", False), ("Lina MODELE", "Consultante", False), ("Marc MODELE", "Auditeur", False))
ROSTER = """\
number;sex;birth_name;usage_name;first_name;birth_date;birth_commune;birth_place;route;admission;company_start;company_end;company
A1;F;Lefèvre;;Zoé;07/03/1994;31555;Toulouse;FI;;01/12/2025;30/04/2026;Exemple SA
A2;M;Őrsi-Wójcik;;Łukasz;12/12/1990;59350;Lille;apprentissage;;01/12/2025;30/04/2026;Exemple SA
A3;F;d’Œuvray;Garçon;Anaïs;29/02/1996;2A004;Ajaccio;FC;a;01/12/2025;30/04/2026;Exemple SA
A4;M;Mbaye;;Noël;01/01/1980;75115;Paris;VAE;;;;
"""
MODALITIES = ("BC01-EC1;BC01-MSP1;BC02-TP1;BC02-EC1;BC02-MSP1;BC02-MSP2;BC03-TP1;BC03-EC1;BC03-TP2;BC04-EC1;BC04-EC2;"
              "THESE")
MARKS_OF_ZOE = "14,5 12 15 11 13,25 10 16 12 11 14 13 15".split()
MARKS_OF_OTHERS = """\
number;%s
A2;6;7;15;11;13;10;16;12;11;14;13;15
A3;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS;ABS
A4;14;12;15;11;13;10;8;9;7;5;6;15
""" % MODALITIES


class Journey:
    """What the steps share: the window, and the folder that was empty before."""

    def __init__(self, program, folder, cli):
        self.program, self.folder, self.cli = program, folder, cli
        self.school = folder / "my school.sceau"

    # --- what a hand does

    def fill(self, dialog, *fields):
        """Types into one entry after the other, from the one that has the focus.  Days are followed by their calendar."""
        for title, text in fields:
            self.program.type(text)
            entry = dialog.find("entry", title)
            wait_for(lambda: entry.text == text, "%r in %r" % (text, title))
            self.program.keys(*["Tab"] * (2 if "day" in title.lower() else 1))

    def press(self, name, below=None):
        self.program.press_on("button", name, below, state="sensitive")

    def choose_from_menu(self, button, letter, item):
        """Opens a menu with the pointer and takes its entry by the underlined letter."""
        program = self.program
        program.press(button)
        entry = program.find("menu item", item)
        wait_for(lambda: any(each.has("focused") for each in entry.parent.all("menu item")), "the menu with %r" % item)
        program.keys(letter)

    def choose_file(self, title, path):
        dialog = self.program.dialog(title)
        self.program.type(str(path))
        self.program.keys("Return")
        self.program.gone(dialog)

    def go_to(self, title):
        sections = self.program.find("list", "Sections")
        row = sections.find("row", containing=title)
        self.program.press(row)
        wait_for(lambda: row.has("selected"), "the section %s" % title)

    def everything_speaks(self, below=None):
        silent = self.program.silent(below)
        assert not silent, silent

    def run_cli(self, *words):
        done = subprocess.run([self.cli, "--school", self.school, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False, timeout=60, env={**os.environ, "LANGUAGE": "en"})
        assert done.returncode == 0, (words, done.stdout)
        return done.stdout

    # --- the steps

    def founds_the_school(self):
        program = self.program
        program.keys("ctrl+n")
        dialog = program.dialog("New School")
        self.everything_speaks(dialog)
        self.fill(dialog, ("Official name", CERTIFIER), ("SIRET (14 digits)", SIRET), ("City", "Lille"),
                  ("First name and name", "Ada EXEMPLE"), ("Title, as it is printed", "directrice"))
        program.keys("shift+Tab", "Return")
        program.dialog("Where to Keep the School")
        program.keys("ctrl+a")
        program.type(str(self.school))
        program.keys("Return")
        program.find("label", CERTIFIER, shown=True)

    def imports_the_shipped_fiche(self):
        self.go_to("Certifications")
        self.program.press_on("row", containing="RNCP41445")
        self.program.press_on("row", containing="Expert en cybersécurité (MS)")
        self.program.find("label", re.compile("^Concevoir des projets de sécurité"), shown=True)
        self.everything_speaks()

    def opens_a_cohort(self):
        program = self.program
        self.go_to("Cohorts")
        self.press("New Cohort…")
        dialog = program.dialog("New Cohort")
        self.everything_speaks(dialog)
        self.fill(dialog, ("Name of the cohort", "2026"), ("First day", "03/11/2025"), ("Last day", "30/09/2026"))
        program.keys("shift+Tab", "shift+Tab", "Return")
        program.gone(dialog)
        program.press_on("row", containing="2026")
        program.find("label", "Nobody Yet", shown=True)

    def enrols_the_roster(self):
        program = self.program
        roster = self.folder / "roster.csv"
        roster.write_text(ROSTER, encoding="utf-8")
        self.press("Import a Roster…")
        self.choose_file("Import a Roster", roster)
        report = program.dialog("Import a Roster")
        report.find("label", re.compile("4 lines read.*0 lines refused"), shown=True)
        self.everything_speaks(report)
        program.keys("alt+e")
        program.gone(report)
        program.find("label", "LEFÈVRE Zoé", shown=True)
        self.everything_speaks()

    def types_marks(self):
        """Down to Zoé; Tab after the first marks, arrows after the others, Enter after the last."""
        program = self.program
        self.go_to("Results")
        grid = program.find("table", "Results", shown=True)
        program.press_on("cell", re.compile("Anaïs, BC01-EC1,"), below=grid)
        program.keys("Down")
        for place, mark in enumerate(MARKS_OF_ZOE):
            program.type(mark)
            program.keys("Tab" if place < 6 else "Right" if place < 11 else "Return")
        wait_for(lambda: [cell.description for cell in grid.all("cell", re.compile("Zoé, "))] == MARKS_OF_ZOE,
                 "the marks of Zoé")
        program.find("label", "Everything is saved", shown=True)

    def imports_the_other_marks(self):
        program = self.program
        marks = self.folder / "marks.csv"
        marks.write_text(MARKS_OF_OTHERS, encoding="utf-8")
        self.choose_from_menu(program.find("button", "Import and template", shown=True), "i", "Import Results…")
        self.choose_file("Import Results", marks)
        report = program.dialog("Import Results")
        report.find("label", re.compile("3 lines read.*0 lines refused"), shown=True)
        program.keys("alt+r")
        program.gone(report)
        grid = program.find("table", "Results", shown=True)
        wait_for(lambda: [cell.description for cell in grid.all("cell", re.compile("Łukasz, (BC01-EC1|THESE)"))]
                 == ["6 · below the eliminatory floor 7", "15"], "the marks of Łukasz")
        self.everything_speaks()

    def enters_the_jurors(self):
        program = self.program
        self.go_to("Juries")
        more = wait_for(lambda: next((button for button in program.all("button", "GtkMenuButton")
                                      if button.parent.description == "More about juries"), None), "the menu of juries")
        self.choose_from_menu(more, "j", "Directory of Jurors")
        for name, function, internal in JURORS:
            self.press("Add a Juror…")
            dialog = program.dialog("New Juror")
            self.fill(dialog, ("First name and name", name), ("Function", function), ("Employer", "Ecole Exemple"))
            if internal:
                self.everything_speaks(dialog)
                side = dialog.find("combo", "Side")
                program.keys("space")
                wait_for(lambda: side.all("row", state="focused"), "the choice of a side")
                program.keys("Down", "Return")
                wait_for(lambda: not side.all("row", state="focused"), "the choice to be made")
            program.keys("alt+a")
            program.gone(dialog)
            jurors = program.find("table", "Jurors")
            side = "Internal" if internal else "External"
            wait_for(lambda: any(row.all("label", side) for row in jurors.all("row", containing=name)), "%s, %s" % (name, side))
        program.keys("alt+Left")

    def plans_a_session(self):
        program = self.program
        self.press("New Session…")
        dialog = program.dialog("New Jury Session")
        self.everything_speaks(dialog)
        self.fill(dialog, ("Day of the session", "18/06/2026"), ("Place", "Lille"))
        program.keys("shift+Tab", "Return")
        program.gone(dialog)
        for name, _, _ in JURORS:
            program.press_on("check", name)
        program.press_on("check", "Iris MODELE presides", state="sensitive")
        program.find("label", "These members make a jury: every check passes.")
        self.everything_speaks()

    def convenes_and_opens(self):
        self.press("Convene")
        self.press("Open the Session")
        self.press("Propose")
        self.program.find("label", re.compile("^4 candidates · 4 to decide"), shown=True)

    def deliberates_by_keys(self):
        """Enter accepts and goes on; the arrows go back and forth."""
        program = self.program
        self.press("Deliberate")
        program.find("label", "1 of 4 · decided: 0 of 4", shown=True)
        self.everything_speaks()
        for decided in range(1, 4):
            program.keys("Return")
            program.find("label", "%d of 4 · decided: %d of 4" % (decided + 1, decided), shown=True)
        program.keys("Left")
        program.find("label", "3 of 4 · decided: 3 of 4", shown=True)
        program.keys("Right")
        program.find("label", "4 of 4 · decided: 3 of 4", shown=True)
        program.keys("Return")
        program.find("label", "4 of 4 · decided: 4 of 4", shown=True)
        program.keys("alt+Left")
        program.find("label", re.compile("^4 candidates — .*Certified: 1"), shown=True)

    def seals(self):
        program = self.program
        self.press("Accept the Rest…")
        self.press("Close the Deliberation", below=program.find("dialog", "Close the deliberation?"))
        self.press("Seal…")
        question = program.find("dialog", "Seal this session for ever?")
        question.find("label", re.compile("It freezes 4 decisions"), shown=True)
        self.everything_speaks(question)
        self.press("Seal 4 Decisions", below=question)
        program.find("button", "Look Through", shown=True)
        self.everything_speaks()

    def issues_the_parchemin(self):
        program = self.program
        self.go_to("Certificates")
        self.press("Issue…")
        dialog = program.dialog("Issue Certificates")
        dialog.find("entry", "Day of delivery", shown=True)
        self.everything_speaks(dialog)
        program.keys("ctrl+a")
        self.fill(dialog, ("Day of delivery", "01/07/2026"))
        program.keys("Return")
        self.press("Issue", below=program.find("dialog", "Issue 1 certificate?"))
        self.press("Close", below=dialog)
        program.gone(dialog)
        program.press_on("row", below=program.find("table", "Register of certificates"), containing="2026-0001-Q")
        program.find("label", re.compile("Zoé LEFÈVRE"), shown=True)
        self.everything_speaks()

    def speaks_on_every_page(self):
        """With all that stands on them now."""
        program = self.program
        sections = program.find("list", "Sections")
        for row in sections.all("row"):
            program.press(row)
            wait_for(lambda: row.has("selected"), "the next section")
            self.everything_speaks()

    def leaves_a_parchemin(self):
        assert self.program.close() == 0
        papers = [path for path in self.folder.rglob("*.pdf")]
        assert len(papers) == 1, papers
        text = subprocess.run(["pdftotext", "-layout", papers[0], "-"], stdout=subprocess.PIPE, text=True, check=True,
                              timeout=60).stdout
        for part in ("Zoé", "LEFÈVRE", "Expert en cybersécurité", "RNCP41445", "2026-0001-Q", "18 juin 2026", "1er juillet 2026",
                     "Ada EXEMPLE"):
            assert part in text, (part, text)
        assert "certified" in self.run_cli("jury", "show", "1", "--json")
        register = json.loads(self.run_cli("certificate", "list", "--json"))
        assert [(entry["number"], entry["learner"]) for entry in register] == [("2026-0001-Q", "A1")], register
        self.run_cli("certificate", "verify", papers[0])
        self.run_cli("journal", "verify")
        self.run_cli("school", "check")


def main():
    steps = [name for name in vars(Journey)]
    steps = steps[steps.index("founds_the_school"):]
    steps = [name for name in steps if not name.startswith("_")]
    tap = Tap(len(steps))
    with tempfile.TemporaryDirectory(prefix="sceau-journey-") as folder:
        with Program([Path(sys.argv[1]).resolve()], LANGUAGE="en") as program:
            journey = Journey(program, Path(folder), Path(sys.argv[2]).resolve())

            def walk(name):
                if tap.failed:
                    raise Skip("a step before it failed")
                try:
                    getattr(journey, name)()
                except Exception:
                    program.tell_failure()
                    raise
            for name in steps:
                tap.run("/desktop/fiche-to-parchemin/" + name.replace("_", "-"), walk, name)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
