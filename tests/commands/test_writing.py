"""A result is written whole or not at all."""

import os
import sys
import threading
from pathlib import Path

import pytest

from commands.failure import CommandFailed
from commands.writing import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"before")
    write_whole(target, b"after")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"after"}


def test_a_link_stays_a_link_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "newest.pdf").symlink_to("deep/a.pdf")
    write_whole(tmp_path / "newest.pdf", b"after")
    assert (tmp_path / "newest.pdf").is_symlink()
    assert (tmp_path / "deep" / "a.pdf").read_bytes() == b"after"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_a_pipe_stays_a_pipe_and_its_reader_gets_everything(tmp_path: Path) -> None:
    """So does a device: whoever writes to /dev/null as root must not lose it."""
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"handout" * 20_000)
    reader.join()
    assert heard == [b"handout" * 20_000]
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="cannot be written"):
        write_whole(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []
