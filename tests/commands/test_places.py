"""Where the settings lie is where platformdirs would look."""

from pathlib import Path

import pytest
from platformdirs import user_config_path

from commands.places import Places


@pytest.mark.parametrize("named", [None, "", "  ", "/somewhere/else"])
def test_settings_lie_where_the_system_keeps_them(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
    wanted = user_config_path("teachback", appauthor=False) / "settings.toml"
    assert Places(Path("/house")).settings == wanted
