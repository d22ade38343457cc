# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""The widgets of a running program, seen and worked as a screen reader does it.

Speaks AT-SPI over D-Bus itself and keeps nothing in a cache: what is read is what the program
says at that moment.  Roles go by their numbers, since their names are translated.

What GTK 4.8 does not tell, and what is done instead:
  - it refuses to give the focus: click on the widget, or press keys;
  - only windows say that they are shown: shown() asks which widget lies at the middle;
  - a button with a mnemonic is called "_Save Save", one with an icon only "GtkImage";
  - a row has no name of its own: look for it with containing=.
"""
import re
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ATSPI = "org.a11y.atspi."
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
NULL = "/org/a11y/atspi/null"
PATIENCE = 15       # seconds a wait may take on a busy machine
CALL_LIMIT = 15000  # milliseconds an answer may take

# What a test calls a widget, and the AT-SPI roles GTK 4.8 to 4.18 give it.
ROLES = {
    "button": {43, 62, 129}, "check": {7, 8, 44, 62, 130}, "column": {10, 57}, "combo": {11},
    "dialog": {2, 16}, "entry": {40, 61, 79}, "frame": {16, 23, 69}, "heading": {83}, "image": {26, 27},
    "label": {29, 116}, "list": {31, 98}, "menu": {33}, "menu item": {8, 35, 45}, "progress": {42},
    "row": {32, 90, 91}, "spin": {52}, "tab": {37}, "table": {55, 65, 66}, "cell": {56}, "link": {88},
}
PANEL = 39
CHILDLESS = {26, 27, 29, 40, 50}
STATE = {"checked": 4, "editable": 7, "focusable": 11, "focused": 12, "selected": 23, "sensitive": 24, "visible": 30}


class Missing(AssertionError):
    """Something is not on the screen as the journey wants it."""


def wait_for(look, what, patience=PATIENCE):
    """Calls look() until it gives something true, and gives that back."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:      # a widget that went away while it was read
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing("waited %d s in vain for %s" % (patience, what))
        time.sleep(0.03)


def spoken(name):
    """A name without its mnemonic, and without the doubling that comes with one."""
    name = re.sub(r"_(?=\w)", "", name)
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1:] and name[half:half + 1] == " " else name


def fits(wanted, text):
    return bool(wanted.search(text)) if hasattr(wanted, "search") else wanted == text


class Bus:
    """The accessibility bus of this desktop."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0,
                                    CALL_LIMIT, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def ask(self, to, path, interface, method, arguments=None):
        return self.connection.call_sync(to, path, interface, method, arguments, None, 0, CALL_LIMIT, None).unpack()

    def ask_all(self, questions):
        """The answers to many questions, all sent before the first answer; None for a widget that went away."""
        answers = [None] * len(questions)
        waiting = len(questions)

        def answered(connection, result, place):
            nonlocal waiting
            waiting -= 1
            try:
                answers[place] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for place, (widget, interface, method, arguments) in enumerate(questions):
            self.connection.call(widget.owner, widget.path, interface, method, arguments, None, 0, CALL_LIMIT, None,
                                 answered, place)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def program(self, pid):
        """The name on the bus of the process that shows widgets, or None."""
        for owner, _ in self.ask("org.a11y.atspi.Registry", ROOT, ATSPI + "Accessible", "GetChildren")[0]:
            if self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                        "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))[0] == pid:
                return owner
        return None


class Widget:
    """One widget; cheap, and valid as long as the program keeps it."""

    def __init__(self, bus, owner, path, above=None):
        self.bus, self.owner, self.path = bus, owner, path
        self.above = above      # the widget below which a search came across this one

    def __eq__(self, other):
        return (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        try:
            return "<%s %r>" % (self.role, self.name)
        except GLib.Error:
            return "<a widget that went away>"

    def _ask(self, interface, method, kind=None, *values):
        arguments = GLib.Variant(kind, values) if kind else None
        return self.bus.ask(self.owner, self.path, ATSPI + interface, method, arguments)[0]

    def _property(self, interface, name):
        return self.bus.ask(self.owner, self.path, PROPERTIES, "Get", GLib.Variant("(ss)", (ATSPI + interface, name)))[0]

    # --- reading

    @property
    def role(self):
        number = self._ask("Accessible", "GetRole")
        return next((name for name, numbers in ROLES.items() if number in numbers), "role %d" % number)

    @property
    def name(self):
        return spoken(self._property("Accessible", "Name"))

    @property
    def description(self):
        return self._property("Accessible", "Description")

    @property
    def text(self):
        return self._ask("Text", "GetText", "(ii)", 0, self._property("Text", "CharacterCount"))

    @property
    def children(self):
        return [Widget(self.bus, *child) for child in self._ask("Accessible", "GetChildren")]

    @property
    def parent(self):
        return Widget(self.bus, *self._property("Accessible", "Parent"))

    def has(self, state):
        low, high = self._ask("Accessible", "GetState")
        return bool((low | high << 32) >> STATE[state] & 1)

    def place(self):
        """x, y, width and height within the window."""
        return self._ask("Component", "GetExtents", "(u)", 1)

    def window(self):
        widget = self
        while True:
            parent = widget.parent
            if parent.path in (ROOT, NULL):
                return widget
            widget = parent

    def shown(self):
        """Whether it can be seen: not on a hidden page, not scrolled away, not under something else."""
        x, y, width, height = self.place()
        if width <= 0 or height <= 0:
            return False
        window = self.window()
        # GTK tells nothing about the inside of an entry, so its rim is looked at too.
        middle = y + height // 2
        for at in ((x + width // 2, middle), (x + 2, y + 2), (x - 3, middle), (x + width + 2, middle)):
            owner, path = window._ask("Component", "GetAccessibleAtPoint", "(iiu)", *at, 1)
            hit = Widget(self.bus, owner, path)
            while hit.path not in (ROOT, NULL):
                if hit == self:
                    return True
                hit = hit.parent
        return False

    # --- searching

    def _levels(self):
        """This widget, then its children, then theirs: lists of (widget, role number)."""
        level = [self]
        while level:
            roles = self.bus.ask_all([(widget, ATSPI + "Accessible", "GetRole", None) for widget in level])
            known = [(widget, role[0]) for widget, role in zip(level, roles) if role]
            yield known
            parents = [widget for widget, role in known if role not in CHILDLESS]
            answers = self.bus.ask_all([(widget, ATSPI + "Accessible", "GetChildren", None) for widget in parents])
            level = [Widget(self.bus, *child, above=widget) for widget, answer in zip(parents, answers) if answer
                     for child in answer[0]]

    def all(self, role=None, name=None, containing=None, state=None):
        """Every widget from this one down that fits; name and containing are texts or patterns."""
        found = []
        question = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
        for level in self._levels():
            some = [widget for widget, number in level if role is None or number in ROLES[role]]
            if name is not None:
                names = self.bus.ask_all([(widget, PROPERTIES, "Get", question) for widget in some])
                some = [widget for widget, answer in zip(some, names) if answer and fits(name, spoken(answer[0]))]
            if state is not None:
                some = [widget for widget in some if widget.has(state)]
            if containing is not None:
                some = [widget for widget in some if widget.all("label", containing)]
            found += some
        return found

    def texts(self):
        """What the labels from this one down say; one that goes away meanwhile says nothing."""
        question = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
        answers = self.bus.ask_all([(label, PROPERTIES, "Get", question) for label in self.all("label")])
        return {spoken(answer[0]) for answer in answers if answer}

    def find(self, role=None, name=None, patience=PATIENCE, shown=False, **more):
        """The first widget that fits, waited for."""
        what = " ".join(str(part) for part in (role, name and repr(name), more or None) if part)
        return wait_for(lambda: next((widget for widget in self.all(role, name, **more)
                                      if not shown or widget.shown()), None), what, patience)

    def gone(self, role=None, name=None, **more):
        """Waits until nothing fits any more."""
        wait_for(lambda: not self.all(role, name, **more), "%s %r to go" % (role, name))

    # --- acting

    def click(self):
        """What a click does, done by the widget itself."""
        if not self._ask("Action", "DoAction", "(i)", 0):
            raise Missing("%r refused to be clicked" % self)

    def act(self, action):
        """One of the actions of the widget's window, such as "win.seal"."""
        names = [self._ask("Action", "GetName", "(i)", place) for place in range(self._property("Action", "NActions"))]
        if action not in names or not self._ask("Action", "DoAction", "(i)", names.index(action)):
            raise Missing("%r has no action %s" % (self, action))

    def write(self, text):
        """Replaces the text of an entry, whatever the letters."""
        if not self._ask("EditableText", "SetTextContents", "(s)", text):
            raise Missing("%r refused %r" % (self, text))

    def select(self, place):
        """Selects a row of a list."""
        if not self._ask("Selection", "SelectChild", "(i)", place):
            raise Missing("%r refused to select row %d" % (self, place))

    # --- showing

    def tree(self, depth=0, limit=40):
        """This widget and those below it, a line each: what to look at when a search finds nothing."""
        try:
            lines = ["%s%r" % ("  " * depth, self)]
            children = self.children
        except GLib.Error:
            return []
        for child in children[:limit]:
            lines += child.tree(depth + 1, limit)
        if len(children) > limit:
            lines.append("%s… %d more" % ("  " * (depth + 1), len(children) - limit))
        return lines


def is_said(name):
    """Whether it is a name; the name of a widget's type is none."""
    return bool(name and not re.match(r"(Gtk|Adw|Sceau)[A-Z]", name))


def all_above(widget):
    while widget.above is not None:
        widget = widget.above
        yield widget


def is_spoken_for(widget, role, roles, telling):
    """Whether it is a part of one of the toolkit's own widgets, which has no name to be set but belongs to one that has.

    There is no other way to name these on GTK 4.8 and libadwaita 1.2.  Roles are those of all that is above the
    widget; telling are the widgets with a text below them.
    """
    above = list(all_above(widget))
    inside = above[0] if above else widget
    kind = widget.name
    # The button and the list of a combo box; the list is inside its row.
    combo = next((each for each in above if roles[each] in ROLES["combo"]), None)
    if combo is not None and is_said(combo.name):
        return role in ROLES["button"] | ROLES["list"]
    # The button that closes a toast.
    if inside.name == "AdwToastWidget":
        return True
    # The two halves of a split button: the arrow is named by its tooltip, an icon by the whole.
    if kind == "GtkMenuButton":
        return is_said(inside.description)
    if kind == "GtkImage" and role in ROLES["button"]:
        return roles[inside] == PANEL and is_said(inside.name)
    # A group without a title is read out row by row.
    if role in ROLES["list"]:
        return all(child in telling or is_said(child.name) for child in widget.children)
    # The switch of an expander row, which is a row in a list in a row.
    rows = [each for each in above if roles[each] in ROLES["row"]]
    return kind == "GtkSwitch" and len(rows) > 1 and rows[0] in telling


def unnamed(widget):
    """The widgets from this one down that take the focus but say nothing that could be read out."""
    bus = widget.bus
    # Afresh: what is above a widget that a search found is not looked at.
    widget = Widget(bus, widget.owner, widget.path)
    known = [pair for level in widget._levels() for pair in level]
    roles = dict(known)
    telling = {above for found, role in known if role in ROLES["label"] for above in all_above(found)}
    # Dialogs, panels, windows, tabs and what scrolls are not read out by themselves.
    some = [found for found, role in known if role not in {16, 20, 23, 37, 38, PANEL, 49, 69, 99}]
    states = bus.ask_all([(found, ATSPI + "Accessible", "GetState", None) for found in some])
    takers = [found for found, state in zip(some, states) if state and state[0][0] >> STATE["focusable"] & 1]
    question = GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))
    names = bus.ask_all([(found, PROPERTIES, "Get", question) for found in takers])
    silent = []
    for found, answer in zip(takers, names):
        # The list inside a table is read out as the table, rows and cells by what they contain; a text
        # that can be copied is its own name, and none while it is empty.
        if answer is None or is_said(answer[0]) or answer[0] in ("GtkColumnListView", "GtkLabel"):
            continue
        if roles[found] in ROLES["row"] | ROLES["cell"] and found in telling:
            continue
        try:
            if not is_spoken_for(found, roles[found], roles, telling):
                silent.append(found)
        except GLib.Error:      # it went away meanwhile
            pass
    return silent
