"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path


def replace(file: Path, data: bytes) -> None:
    """Write beside, then rename, so that nobody ever reads half a file. Raises: OSError."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
