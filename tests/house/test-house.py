#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""Runs the checks of house.py on the sources, and each on a tree broken on purpose.

    test-house.py SOURCE BUILD
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]

import house  # noqa: E402
from tap import Tap  # noqa: E402

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later\n"
ICON = "data/icons/io.github.sceau.Sceau.svg"
ENTRY = "data/io.github.sceau.Sceau.desktop"
METAINFO = "data/io.github.sceau.Sceau.metainfo.xml"
MANIFEST = "flatpak/io.github.sceau.Sceau.json"


def append(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def unverified_source(tree):
    path = tree / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["modules"][0]["sources"] = [{"type": "archive", "url": "https://example.org/a.tar.gz"}]
    path.write_text(json.dumps(manifest), encoding="utf-8")


# check, does it look at the build, what is broken, how, and a word of the fault it must give
BROKEN = [
    (house.layers, False, "core-includes-store",
     lambda tree: append(tree / "src/core/sceau-date.c", '#include "sceau-store-error.h"\n'), "against the arrow"),
    (house.layers, False, "store-includes-documents",
     lambda tree: append(tree / "src/store/sceau-store-error.c", '#include "sceau-document-error.h"\n'), "against"),
    (house.layers, False, "workflows-include-sqlite",
     lambda tree: append(tree / "src/workflows/sceau-workflow-error.c", "#include <sqlite3.h>\n"), "<sqlite3.h>"),
    (house.layers, False, "core-includes-gtk",
     lambda tree: append(tree / "src/core/sceau-date.c", "# include <gtk/gtk.h>\n"), "<gtk/gtk.h>"),
    (house.layers, False, "cli-includes-private-header",
     lambda tree: (append(tree / "src/store/sceau-a-private.h", ""),
                   append(tree / "src/cli/main.c", '#include "sceau-a-private.h"\n')), "private to store"),
    (house.built, False, "source-not-built",
     lambda tree: append(tree / "src/core/sceau-forgotten.c", ""), "sceau-forgotten.c"),
    (house.licences, False, "source-without-licence",
     lambda tree: append(tree / "src/core/sceau-bare.h", "/* nothing */\n"), "sceau-bare.h"),
    (house.leftovers, False, "left-to-do",
     lambda tree: append(tree / "src/core/sceau-date.c", "/* TO" + "DO: later */\n"), "left to do"),
    (house.leftovers, False, "unsafe-call",
     lambda tree: append(tree / "src/core/sceau-date.c", "int f (char *s) { return atoi (s); }\n"), "unsafe call"),
    (house.readmes, False, "folder-without-readme",
     lambda tree: (tree / "data/README.md").unlink(), "data: has no README.md"),
    (house.readmes, False, "tests-without-readme",
     lambda tree: append(tree / "tests/forgotten/test-a.c", "/* " + SPDX + " */\n"), "tests/forgotten: has no README.md"),
    (house.readmes, False, "part-not-explained",
     lambda tree: append(tree / "src/workflows/sceau-forgotten.h", ""), "sceau-forgotten"),
    (house.strings, False, "file-not-in-potfiles",
     lambda tree: append(tree / "src/core/sceau-new.c", 'x = _("New words");\n'), "src/core/sceau-new.c"),
    (house.strings, False, "string-not-in-fr-po",
     lambda tree: append(tree / "data/io.github.sceau.Sceau.desktop.in", "Name=Another\n"), "fr.po"),
    (house.strings, False, "string-cut-by-a-macro",
     lambda tree: append(tree / "src/core/sceau-new.c", 's = g_strdup_printf (_("%" G_GINT64_FORMAT " words"), n);\n'), "not a valid C format"),
    (house.french, False, "string-without-french",
     lambda tree: append(tree / "po/fr.po", '\nmsgid "Unheard of"\nmsgstr ""\n'), "Unheard of"),
    (house.french, False, "guessed-french",
     lambda tree: append(tree / "po/fr.po", '\n#, fuzzy\nmsgid "Unheard of"\nmsgstr "Inconnu"\n'), "Unheard of"),
    (house.french, False, "english-typography",
     lambda tree: append(tree / "po/fr.po", '\nmsgid "Unheard of"\nmsgstr "L\'inconnu !"\n'), "straight apostrophe"),
    (house.xml, False, "broken-xml", lambda tree: append(tree / ICON, "<g>"), ICON),
    (house.desktop_entry, True, "unknown-category",
     lambda tree: append(tree / ENTRY, "Categories=Nonsense;\n"), "Categories"),
    (house.metainfo, True, "broken-metainfo", lambda tree: append(tree / METAINFO, "<p>"), "xml-markup-invalid"),
    (house.flatpak, False, "unverified-source", unverified_source, "nobody can verify"),
]

CHECKS = list(dict.fromkeys((check, of_build) for check, of_build, *_ in BROKEN))


def copy_of(tree, target, of_build):
    """A copy of what the checks look at."""
    if of_build:
        (target / "data").mkdir(parents=True)
        for path in (ENTRY, METAINFO):
            shutil.copy(tree / path, target / path)
        return target
    skip = shutil.ignore_patterns("build*", ".git", "__pycache__", "referentials", "fonts")
    return Path(shutil.copytree(tree, target, ignore=skip))


def main():
    source, build = Path(sys.argv[1]), Path(sys.argv[2])
    tap = Tap(len(CHECKS) + len(BROKEN))
    for check, of_build in CHECKS:
        faults = check(build if of_build else source)
        tap.point("/house/%s" % check.__name__.replace("_", "-"), not faults, faults)
    with tempfile.TemporaryDirectory(prefix="sceau-house-") as folder:
        for number, (check, of_build, what, spoil, word) in enumerate(BROKEN):
            tree = copy_of(build if of_build else source, Path(folder) / str(number), of_build)
            before = set(check(tree))
            spoil(tree)
            fresh = [fault for fault in check(tree) if fault not in before]
            tap.point("/house/%s/notices-%s" % (check.__name__.replace("_", "-"), what),
                      any(word in fault for fault in fresh), fresh)
            shutil.rmtree(tree)
    return tap.status()


if __name__ == "__main__":
    sys.exit(main())
