"""A store that is not whole is refused in one sentence."""

from pathlib import Path

import pytest

from commands.failure import CommandFailed
from commands.places import Places
from commands.store import opened


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


DAMAGE = {
    "cut short": (lambda content: content[:-1], "cannot be used: a part of it is missing."),
    "foreign": (lambda content: b"Dear aunt, " * 50, "cannot be used: it is not a content store of Teachback."),
    "newer": (
        lambda content: content[:63] + b"\xff" + content[64:],
        "cannot be used: it was made by a newer Teachback.",
    ),
    "one bit flipped": (flipped, "cannot be used: it was changed after it was made."),
    "empty": (lambda content: b"", "cannot be used: it is not a content store of Teachback."),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_store_that_is_not_whole_is_refused_in_one_sentence(real_store: Path, tmp_path: Path, damage: str) -> None:
    change, says = DAMAGE[damage]
    places = Places(tmp_path)
    places.store.parent.mkdir()
    places.store.write_bytes(change(real_store.read_bytes()))
    with pytest.raises(CommandFailed) as refusal:
        opened(places)
    assert str(refusal.value) == f"The content store content.db {says} Install Teachback again."


def test_no_store_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        CommandFailed, match=r"^The content store content\.db is not there\. Install Teachback again\.$"
    ):
        opened(Places(tmp_path))


def test_a_whole_store_is_opened(real_store: Path, tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.store.parent.mkdir()
    places.store.write_bytes(real_store.read_bytes())
    assert opened(places).pack == "bone-health"
