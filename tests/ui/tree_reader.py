"""Read the accessibility tree of a running Teachback from outside, and print what a person could press, as JSON.

Run by the system's Python, which has AT-SPI: /usr/bin/python3 tree_reader.py SECONDS
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  after the version is chosen

PRESSED = ("push button", "button", "check box", "radio button", "toggle button", "text", "entry", "slider")


def below(node):
    yield node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from below(child)


def application(seconds):
    desktop, end = Atspi.get_desktop(0), time.monotonic() + seconds
    while time.monotonic() < end:
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_child_count():
                return child
        time.sleep(0.1)
    sys.exit("no application appeared on the accessibility bus")


def shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


nodes = [node for node in below(application(float(sys.argv[1]))) if shown(node)]
controls = [(node.get_role_name(), node.get_name()) for node in nodes if node.get_role_name() in PRESSED]
print(json.dumps({"controls": controls, "names": [node.get_name() for node in nodes if node.get_name()]}))
