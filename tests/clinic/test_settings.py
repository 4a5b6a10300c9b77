"""What the clinic decides."""

from pathlib import Path

import pytest

from clinic.settings import Settings, declared, read, write


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert read(tmp_path / "settings.toml") == (Settings(), ())


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    mine = Settings(clinic_name="Clínica “Río” \\ 诊所", idle_seconds=300, paper="a4", counts_use=True)
    write(mine, tmp_path / "deep" / "settings.toml")
    assert read(tmp_path / "deep" / "settings.toml") == (mine, ())
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["settings.toml"]


def test_the_fleets_file_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('paper = "a4"\ntheme = "dark"')
    (tmp_path / "fleet.toml").write_text('theme = "high"')
    settings, problems = read(tmp_path / "settings.toml", tmp_path / "fleet.toml")
    assert (settings.paper, settings.theme, problems) == ("a4", "high", ())


@pytest.mark.parametrize(
    "line",
    [
        'paper = "a3"',
        "idle_seconds = 5",
        "idle_seconds = true",
        'idle_seconds = "120"',
        "is_kiosk = 1",
        'clinic_name = "a\\nb"',
        f'clinic_name = "{"x" * 1000}"',
        "print_points = 13",
        "nonsense = 1",
        "theme = [1, 2]",
    ],
)
def test_a_bad_value_is_named_and_the_default_holds(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(line)
    settings, problems = read(file)
    assert settings == Settings()
    assert [problem.name for problem in problems] == [line.split(" ", maxsplit=1)[0]]
    assert "default" in str(problems[0])


@pytest.mark.parametrize("content", [b"\xff\xfe", b"= =", b"\0"])
def test_a_file_that_cannot_be_read_costs_nothing_but_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings, problems = read(file)
    assert settings == Settings()
    assert len(problems) == 1


def test_every_default_may_be_chosen() -> None:
    assert all(not s.rule.choices or s.default in s.rule.choices for s in declared())
