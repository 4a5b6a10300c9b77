"""`content keys | publish`: from a built store to a clinic that takes it from a stick."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.updates.pack import Trust, look
from commands.doctor import kept
from commands.line import main
from commands.publishing import PASSPHRASE_VARIABLE
from content.library import Library

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEACHBACK_PASSPHRASE", "correct horse")
    assert main(["content", "keys", "--keys", str(tmp_path / "keys")], HOUSE) == 0
    return tmp_path


def publish(publisher: Path, house: Path) -> int:
    return main(["content", "publish", "--keys", str(publisher / "keys"), "--to", str(publisher / "stick")], house)


def test_a_clinic_takes_the_store_that_was_published(
    publisher: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(publisher, house) == 0
    assert publish(publisher, house) == 0
    running = Library.open(house / "resources" / "content.db")
    root = (publisher / "stick" / "metadata" / "1.root.json").read_bytes()
    offer = look(publisher / "stick", Trust(root, publisher / "trust", running.pack), publisher / "shelf")
    offered = Library.open(offer.file)
    offered.verify()
    assert (offer.version, offered.digest) == (running.version, running.digest)
    assert offer.sha256 in capsys.readouterr().out


def test_a_publisher_who_lost_a_root_key_changes_all_keys_and_clinics_follow(publisher: Path, house: Path) -> None:
    assert publish(publisher, house) == 0
    root = (publisher / "stick" / "metadata" / "1.root.json").read_bytes()
    pack = Library.open(house / "resources" / "content.db").pack
    (publisher / "keys" / "root-3.pem").unlink()
    assert main(["content", "keys", "--keys", str(publisher / "fresh")], HOUSE) == 0
    assert rotate(publisher, "fresh") == 0
    (publisher / "keys").rename(publisher / "old")
    (publisher / "fresh").rename(publisher / "keys")
    assert publish(publisher, house) == 0
    look(publisher / "stick", Trust(root, publisher / "trust", pack), publisher / "shelf")
    assert rotate(publisher, "keys") == 0, "the same keys, a root for three more years"
    look(publisher / "stick", Trust(root, publisher / "trust", pack), publisher / "shelf")
    assert (publisher / "trust" / "root.json").read_bytes() == (publisher / "stick/metadata/3.root.json").read_bytes()


def rotate(publisher: Path, new: str) -> int:
    words = ["--keys", str(publisher / "keys"), "--new", str(publisher / new), "--to", str(publisher / "stick")]
    return main(["content", "rotate", *words], HOUSE)


@pytest.mark.parametrize("task", ["publish", "rotate"])
def test_a_root_is_not_made_with_too_few_root_keys(
    publisher: Path, house: Path, capsys: pytest.CaptureFixture[str], task: str
) -> None:
    """Such a root would be one that no clinic could ever take."""
    if task == "rotate":
        assert publish(publisher, house) == 0
    for number in (2, 3):
        (publisher / "keys" / f"root-{number}.pem").unlink()
    assert (publish(publisher, house) if task == "publish" else rotate(publisher, "keys")) == 2
    assert "needs 2 root keys" in capsys.readouterr().err
    assert not (publisher / "stick" / "metadata" / "2.root.json").exists()
    assert task == "rotate" or not (publisher / "stick").exists()


def test_only_a_signed_folder_is_given_other_keys(publisher: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rotate(publisher, "keys") == 2
    assert "content publish" in capsys.readouterr().err


def test_keys_are_never_made_over_others(publisher: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "keys", "--keys", str(publisher / "keys")], HOUSE) == 2
    assert "Name another folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "said"), [("passphrase", "passphrase"), ("absent", "content keys"), ("damaged", "targets-1.pem")]
)
def test_keys_that_cannot_be_used_are_told_in_one_sentence(
    publisher: Path,
    house: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    said: str,
) -> None:
    match fault:
        case "passphrase":
            monkeypatch.setenv("TEACHBACK_PASSPHRASE", "wrong")
        case "absent":
            (publisher / "keys" / "snapshot-1.pem").unlink()
        case _:
            (publisher / "keys" / "targets-1.pem").write_text("nothing")
    assert publish(publisher, house) == 2
    assert said in capsys.readouterr().err
    assert not (publisher / "stick").exists()


def test_without_a_terminal_and_without_a_passphrase_no_key_is_made(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name != PASSPHRASE_VARIABLE}
    words = [sys.executable, str(HOUSE / "main.py"), "content", "keys", "--keys", str(tmp_path / "keys")]
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=surroundings
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "Nobody is there to type the passphrase. Use a terminal, or put it in TEACHBACK_PASSPHRASE."
    ]
    assert not (tmp_path / "keys").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal of our own to be had")
@pytest.mark.parametrize(("again", "status"), [("right", 0), ("wrong", 2)])
def test_a_new_passphrase_is_typed_twice(tmp_path: Path, again: str, status: int) -> None:
    import pty

    person, terminal = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name != PASSPHRASE_VARIABLE}
    words = [sys.executable, str(HOUSE / "main.py"), "content", "keys", "--keys", str(tmp_path / "keys")]
    with subprocess.Popen(
        words, stdin=terminal, stdout=terminal, stderr=terminal, env=surroundings, start_new_session=True
    ) as asking:
        for typed, asked in (("right", b"Passphrase"), (again, b"once more")):
            said = b""
            while asked not in said:
                said += os.read(person, 1000)
            os.write(person, f"{typed}\n".encode())
        assert asking.wait(60) == status
    os.close(terminal)
    os.close(person)
    assert (tmp_path / "keys" / "root-1.pem").exists() == (status == 0)


def test_doctor_says_what_the_print_service_keeps(tmp_path: Path) -> None:
    settings = tmp_path / "cupsd.conf"
    settings.write_text("PreserveJobHistory 300\n")
    assert any("keeps a copy of each handout" in lack.what for lack in kept(settings))
    settings.write_text("PreserveJobFiles No\nPreserveJobHistory 300\n")
    assert not any("print service" in lack.what for lack in kept(settings))
