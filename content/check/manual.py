"""The rules as a page for authors, made from the rules themselves: `docs/writing-rules.md` is what this gives."""

from typing import Any, Final

from content.check.rule import ItemRule, TextRule
from content.check.rules import ITEM_RULES, TEXT_RULES

_HEAD: Final = """# The writing rules

`./run content check` runs these rules over every English text of a pack. An error keeps the pack from being built; a
warning is counted and shown. An item is free of a rule only by an entry that names the reason:

```yaml
exempt:
  - rule: CCI-15
    reason: The cut-off is minus 2.5 and no whole number is true.
    where: blocks/scan
```

This page is made from the rules; a test keeps it so.
"""
_TABLE: Final = "| rule | why | weight | how to mend it | source |\n|---|---|---|---|---|\n"


def page() -> str:
    """Write the page."""
    texts = "".join(map(_line, TEXT_RULES))
    items = "".join(map(_line, ITEM_RULES))
    return f"{_HEAD}\n## Rules on one text\n\n{_TABLE}{texts}\n## Rules on a whole item\n\n{_TABLE}{items}"


def _line(rule: TextRule | ItemRule[Any]) -> str:
    why = (rule.find.__doc__ or "").split("\n")[0]
    return f"| {rule.id} | {why} | {rule.severity} | {rule.fix} | {rule.source} |\n"
