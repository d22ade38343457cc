# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""What the house asks of its sources: each check looks at a tree and returns its faults.

A fault is one line, "file: what is wrong".  test-house.py runs every check on the sources
and on a tree broken on purpose.
"""
import json
import re
import subprocess
from pathlib import Path

# folder of src/ -> the folders whose headers it may include, beside its own
ARROWS = {
    "core": set(),
    "store": {"core"},
    "exchange": {"core"},
    "documents": {"core"},
    "workflows": {"core", "store", "exchange", "documents"},
    "cli": {"core", "store", "exchange", "documents", "workflows"},
    "app": {"core", "store", "exchange", "documents", "workflows"},
}

# Foreign headers that lie in the compiler's reach of everybody, and the one place for each.
FOREIGN = [
    (re.compile(r"sqlite3"), re.compile(r"store/sceau-(sqlite|database|statement)[^/]*$")),
    (re.compile(r"hpdf"), re.compile(r"documents/")),
    (re.compile(r"hb[-.]"), re.compile(r"documents/")),
    (re.compile(r"libxml/"), re.compile(r"exchange/")),
    (re.compile(r"archive(_entry)?\.h"), re.compile(r"exchange/sceau-archive")),
    (re.compile(r"xlsxwriter"), re.compile(r"exchange/sceau-spreadsheet-writer\.c$")),
    (re.compile(r"libical/"), re.compile(r"exchange/sceau-calendar-writer\.c$")),
    (re.compile(r"sodium"), re.compile(r"workflows/sceau-(key-seal|signing-key|anchor-journal)[^/]*$")),
    (re.compile(r"(gtk|gdk|gsk)/|adwaita\.h"), re.compile(r"app/")),
    (re.compile(r"poppler"), re.compile(r"app/sceau-paper-(pages|print)\.c$")),
    (re.compile(r"json-glib/"), re.compile(r"(store|exchange|workflows|cli|app)/")),
]

GENERATED = re.compile(r"sceau-config\.h|sceau-([a-z]+-)?resources\.h")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
SOURCES = {".c", ".h", ".py", ".sh", ".sql", ".ui", ".css", ".svg", ".build", ".in"}
LEFTOVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented", re.I)
UNSAFE = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|gets|atoi|atol|atof|strtok)\s*\(")


def files(root, *folders):
    """The files below some folders of a tree, in order, caches left out."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def name(root, path):
    return path.relative_to(root).as_posix()


def run(*command):
    """What a command says, when it ends badly; nothing when it is content."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, text=True, errors="replace", check=False)
    return done.stdout.splitlines() or ["%s: status %d" % (command[0], done.returncode)] if done.returncode else []


def layers(root):
    """Arrows run one way, and each foreign library has one door."""
    sources = [path for path in files(root, "src") if path.suffix in (".c", ".h")]
    owner = {path.name: path.relative_to(root / "src").parts[0] for path in sources}
    faults = []
    for path in sources:
        here = path.relative_to(root / "src").as_posix()
        folder = here.split("/")[0]
        for kind, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if kind == "<":
                for foreign, door in FOREIGN:
                    if foreign.match(header) and not door.match(here):
                        faults.append("src/%s: includes <%s>, which belongs in %s" % (here, header, door.pattern))
                continue
            target = owner.get(Path(header).name)
            if target is None:
                if not GENERATED.fullmatch(header):
                    faults.append("src/%s: includes \"%s\", which is in no folder" % (here, header))
            elif target != folder and target not in ARROWS.get(folder, ()):
                faults.append("src/%s: includes \"%s\" of %s, against the arrow" % (here, header, target))
            elif target != folder and header.endswith("-private.h"):
                faults.append("src/%s: includes \"%s\", private to %s" % (here, header, target))
    return faults


def built(root):
    """Every C file is named in its folder's build definition: what is not built rots."""
    faults = []
    for path in files(root, "src", "tests"):
        if path.suffix != ".c":
            continue
        definition = path.parent / "meson.build"
        text = definition.read_text(encoding="utf-8") if definition.exists() else ""
        stem = path.name[:-2]
        # Tests are often named in a list, without "test-" and ".c".
        words = {path.name, stem, stem[5:] if stem.startswith("test-") else stem}
        if not any(re.search(r"'(test-)?%s'" % re.escape(word), text) for word in words):
            faults.append("%s: is not built by %s" % (name(root, path), name(root, definition)))
    return faults


def licences(root):
    """The SPDX line is among the first lines of every source."""
    faults = []
    for path in [root / "meson.build", root / "run", *files(root, ".ci", "src", "ui", "tests", "po", "data", "flatpak")]:
        head = path.read_bytes()[:600]
        if path.suffix in SOURCES or head.startswith(b"#!"):
            if b"SPDX-License-Identifier: " not in head:
                faults.append("%s: has no SPDX-License-Identifier line" % name(root, path))
    return faults


def leftovers(root):
    """Nothing is left to do in what we ship, and no call is used that GLib does safely."""
    faults = []
    for path in files(root, "src", "ui", "data"):
        if path.suffix not in SOURCES:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if LEFTOVER.search(line):
                faults.append("%s:%d: left to do: %s" % (name(root, path), number, line.strip()))
            if path.suffix == ".c" and UNSAFE.search(line):
                faults.append("%s:%d: unsafe call: %s" % (name(root, path), number, line.strip()))
    return faults


def says(text, part):
    """Whether a README names a part, in one word or as `part` and then its `-end`."""
    dashes = [place for place, letter in enumerate(part) if letter == "-"]
    whole = re.search(r"\b%s\b" % re.escape(part), text)
    return whole or any(part[:dash] in text and "`%s`" % part[dash:] in text for dash in dashes)


def readmes(root):
    """Every folder says what is in it, and those of src/ name each of their parts."""
    faults = []
    folders = [path for parent in ("src", "tests") for path in (root / parent).iterdir()
               if path.is_dir() and path.name != "__pycache__"]
    folders += [root / folder for folder in ("src", "ui", "data", "po", "flatpak", "tests")]
    for folder in sorted(folders):
        readme = folder / "README.md"
        if not readme.exists():
            faults.append("%s: has no README.md" % name(root, folder))
        elif folder.parent == root / "src":
            text = readme.read_text(encoding="utf-8")
            parts = {re.sub(r"-private$", "", path.stem) for path in folder.iterdir() if path.suffix in (".c", ".h")}
            for part in sorted(parts):
                if not says(text, part.replace("sceau-", "", 1)):
                    faults.append("%s: does not say what %s is" % (name(root, readme), part))
    return faults


def strings(root):
    """POTFILES and fr.po are what po/update makes of the sources."""
    return run(root / "po" / "update", "--check")


def french(root):
    """Every string has its French, none is guessed, and it is typeset as French is."""
    path = root / "po" / "fr.po"
    faults = run("msgfmt", "--check-format", "--output-file=/dev/null", path)
    for kind in ("untranslated", "only-fuzzy"):
        left = subprocess.run(["msgattrib", "--%s" % kind, "--no-wrap", str(path)], stdout=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, text=True, check=True).stdout
        faults += ["po/fr.po: %s: %s" % (kind, line) for line in re.findall(r'^msgid "(?!"$)(.*)"$', left, re.M)]
    plain = subprocess.run(["msgcat", "--no-wrap", "--no-location", str(path)], stdout=subprocess.PIPE,
                           stdin=subprocess.DEVNULL, text=True, check=True).stdout
    body = plain.split("\n\n", 1)[1] if "\n\n" in plain else ""    # without the header's own lines
    for text in re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', body, re.M):
        if re.search(r"\w'\w", text):
            faults.append("po/fr.po: straight apostrophe: %s" % text)
        if re.search(r"\w [:;!?»]|« ", text):
            faults.append("po/fr.po: ordinary space where French wants a no-break one: %s" % text)
    return faults


def xml(root):
    """Templates, drawings and descriptions are well-formed."""
    found = [path for path in files(root, "ui", "data")
             if path.suffix in (".ui", ".svg", ".xml") or path.name.endswith(".xml.in")]
    return run("xmllint", "--noout", "--nonet", *found)


def desktop_entry(root):
    """The built menu entry is valid."""
    return run("desktop-file-validate", *root.glob("data/*.desktop"))


def metainfo(root):
    """The built page of the software centre is valid."""
    return run("appstreamcli", "validate", "--no-net", *root.glob("data/*.metainfo.xml"))


def flatpak(root):
    """The manifest has what a build needs, and every source can be verified."""
    path = root / "flatpak" / "io.github.sceau.Sceau.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return ["%s: %s" % (name(root, path), error)]
    faults = [key for key in ("id", "runtime", "runtime-version", "sdk", "command", "finish-args", "modules")
              if not manifest.get(key)]
    faults = ["no %s" % key for key in faults]
    if manifest.get("id") != path.stem:
        faults.append("the id is not the file's name")
    if not str(manifest.get("runtime-version", "")).isdigit():
        faults.append("the runtime's version is not a GNOME release")
    if "--share=network" in manifest.get("finish-args", []):
        faults.append("asks for the network, which Sceau never uses")
    for module in manifest.get("modules", []):
        if not module.get("sources"):
            faults.append("%s: no sources" % module.get("name"))
        for source in module.get("sources", []):
            archive = source["type"] == "archive" and re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", ""))
            git = source["type"] == "git" and (source.get("tag") or re.fullmatch(r"[0-9a-f]{40}", source.get("commit", "")))
            if not (archive or git or source["type"] == "dir"):
                faults.append("%s: a source that nobody can verify: %s" % (module.get("name"), source))
    return ["%s: %s" % (name(root, path), fault) for fault in faults]
