"""A pack's YAML files -> the model, with everything that is wrong named at once by file and line.

Holds the reader of YAML (strings only), the typing (pydantic) and the checks between items.
May import content.model and its neighbours; nothing outside content.
"""

from content.errors import SourceError, SourceErrors
from content.pack import Pack
from content.source.folder import read_pack, readable

__all__ = ["Pack", "SourceError", "SourceErrors", "read_pack", "readable"]
