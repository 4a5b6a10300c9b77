"""The mark of a method that Qt calls: Python's own where it has one, for the package with the others' takes 4 ms."""

import sys

if sys.version_info >= (3, 12):
    from typing import override
else:
    from typing_extensions import override

__all__ = ["override"]
