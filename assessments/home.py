"""Where a person's data lies on this computer; kept apart from the store, which takes long to import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

HOME_VARIABLE: Final = "FOOTBRIDGE_HOME"


def home_folder(environ: Mapping[str, str]) -> Path:
    """The person's folder: FOOTBRIDGE_HOME where it is set, else the data directory of their system."""
    named = environ.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser() if named else user_data_path("Footbridge", appauthor=False)


def demo_folder(environ: Mapping[str, str]) -> Path:
    """The invented person's own folder, inside the person's folder and never their vault."""
    return home_folder(environ) / "invented person"
