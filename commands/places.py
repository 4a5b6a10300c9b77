"""Where things lie in a checkout, a wheel or a bundle; worked out once and passed on."""

import os
import sys
from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """The folders and files of one house."""

    house: Path

    @property
    def store(self) -> Path:
        """Give the built content store."""
        return self.house / "resources" / "content.db"

    @property
    def pack(self) -> Path:
        """Give the folder of the content pack's sources; absent in a bundle."""
        return self.house / "content" / "packs" / "bone-health"

    @property
    def locales(self) -> Path:
        """Give the folder with one folder a locale."""
        return self.house / "i18n" / "locales"

    @property
    def resources(self) -> Path:
        """Give the folder of fonts, icons, pictures and themes."""
        return self.house / "resources"

    @property
    def trust_root(self) -> Path:
        """Give the root of trust for new content; absent where the publisher ships none."""
        return self.resources / "trust" / "root.json"

    @property
    def settings(self) -> Path:
        """Give the file of what the clinic decided; it need not be there."""
        return _config_folder() / "teachback" / "settings.toml"


def _config_folder() -> Path:
    """Give the folder of a user's settings. Source: XDG Base Directory Specification, for Linux."""
    if sys.platform != "linux":
        from platformdirs import user_config_path  # noqa: PLC0415  16 ms for what is one line on Linux

        return user_config_path()
    named = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return Path(named) if named else Path.home() / ".config"
