"""A page that scrolls."""

import gc
from enum import EnumType

import shiboken6

from ui.widgets.scroll import Scroll


def classes() -> int:
    gc.collect()
    return sum(isinstance(one, EnumType) for one in gc.get_objects())


def test_a_page_that_was_taken_apart_leaves_no_class_behind(application):
    shiboken6.delete(Scroll())
    before = classes()
    for _ in range(10):
        shiboken6.delete(Scroll())
    assert classes() == before
