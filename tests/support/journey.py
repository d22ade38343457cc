# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
"""A journey through the window, as a person makes it.

    with Program([sceau, school]) as program:
        program.keys("ctrl+f")
        program.find("entry", "Search").write("Łukasz")
        program.find("row", containing="Łukasz")
        assert program.close() == 0

Keys and clicks are real X events, so they pass through focus and shortcuts as a person's do.
Run it inside with-desktop.  When a journey fails its screen is kept in $SCEAU_SCREENSHOTS.
"""
import os
import re
import signal
import subprocess

from gi.repository import GLib

from accessible import ROOT, Bus, Missing, Widget, unnamed, wait_for

START_LIMIT = 40   # seconds until the first window, on a busy machine
END_LIMIT = 20


def tool(*command):
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          stdin=subprocess.DEVNULL, timeout=60, check=False)
    if done.returncode:
        raise Missing("%s: %s" % (" ".join(map(str, command)), done.stdout.strip()))
    return done.stdout


class Program(Widget):
    """A running program; as a context it is ended at the latest with its block."""

    def __init__(self, command, **environment):
        bus = Bus()
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                                        env={**os.environ, **environment})

        def first_window():
            if self.process.poll() is not None:
                raise Missing("%s ended at once with status %d" % (command[0], self.process.returncode))
            owner = bus.program(self.process.pid)
            return owner if owner and Widget(bus, owner, ROOT).children else None
        try:
            super().__init__(bus, wait_for(first_window, "a window of %s" % command[0], START_LIMIT), ROOT)
        except BaseException:
            self.end()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.tell_failure()
        self.end()

    def end(self):
        """Ends the program if it still runs; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(END_LIMIT)
            except subprocess.TimeoutExpired:
                self.process.kill()
        return self.process.wait()

    def close(self):
        """Closes every window, as a person does; the program's exit status."""
        for window in reversed(self.children):
            try:
                window.act("window.close")
            except GLib.Error as error:
                # The last window takes the program along, at times before it has answered;
                # how it ended is what its exit status says.
                if "NoReply" not in error.message:
                    raise
        try:
            return self.process.wait(END_LIMIT)
        except subprocess.TimeoutExpired:
            raise Missing("still running %d s after its windows were closed" % END_LIMIT) from None

    def dialog(self, title):
        """The window of that title, waited for until it gets the keys."""
        def has_keys():
            return tool("xdotool", "getwindowfocus", "getwindowname").strip() == title
        window = wait_for(lambda: next((window for window in self.children if window.name == title), None),
                          "the window %r" % title)
        wait_for(has_keys, "the window %r to get the keys" % title)
        return window

    def gone(self, window):
        """Waits until that window is closed."""
        wait_for(lambda: window not in self.children, "%r to close" % window)

    # --- real events

    def keys(self, *names):
        """Presses keys by their X names: keys("ctrl+a", "1", "4", "Return")."""
        tool("xdotool", "key", "--clearmodifiers", "--delay", 12, *names)

    def type(self, text):
        """Types letters of the US keyboard; for others there is write()."""
        if not re.fullmatch(r"[ -~]*", text):
            raise ValueError("type() is for plain letters, write() for all: %r" % text)
        tool("xdotool", "type", "--clearmodifiers", "--delay", 12, "--", text)

    def press(self, widget, times=1):
        """Clicks with the pointer on a widget's middle, which also gives it the focus."""
        wait_for(widget.shown, "%r to be seen" % widget)
        self._click_at(widget, times)

    def press_on(self, role, name=None, below=None, **more):
        """Clicks on the first such widget that can be seen; finds it again when a list is filled anew meanwhile."""
        def pressed():
            for widget in (below or self).all(role, name, **more):
                if widget.shown():
                    self._click_at(widget)
                    return widget
            return None
        return wait_for(pressed, "%s %r to click on" % (role, name or more))

    def _click_at(self, widget, times=1):
        window = widget.window()
        found = tool("xdotool", "search", "--onlyvisible", "--name", "^%s$" % re.escape(window.name)).split()[0]
        spot = dict(line.split("=") for line in tool("xdotool", "getwindowgeometry", "--shell", found).split())
        # The X window is larger than GTK's by the shadow around it.
        shadow = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                           tool("xprop", "-id", found, "-notype", "_GTK_FRAME_EXTENTS"))
        left, right, top, bottom = map(int, shadow.groups()) if shadow else (0, 0, 0, 0)
        _, _, inner_width, inner_height = window.place()
        x, y, width, height = widget.place()
        across = int(spot["X"]) + left + (int(spot["WIDTH"]) - left - right - inner_width) // 2 + x + width // 2
        down = int(spot["Y"]) + top + (int(spot["HEIGHT"]) - top - bottom - inner_height) // 2 + y + height // 2
        # Without --sync, which waits for ever for a pointer that is there already.
        tool("xdotool", "mousemove", across, down, "click", "--repeat", times, "--delay", 60, 1)

    # --- looking

    def tell_failure(self):
        """What is on the screen now, for whoever has to find out what went wrong."""
        if self.process.poll() is not None:
            return
        folder = os.environ.get("SCEAU_SCREENSHOTS")
        if folder:
            self.picture(os.path.join(folder, "failure-%d.png" % self.process.pid))
        print("\n".join("# " + line for line in self.tree(limit=12)[:120]))

    def picture(self, path):
        """Keeps a picture of the whole screen."""
        tool("import", "-window", "root", path)

    def silent(self, below=None):
        """Widgets without a name that could be read out, told by where they are."""
        return ["%r in %r" % (widget, widget.parent) for widget in unnamed(below or self)]
