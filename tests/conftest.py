"""For all tests: keys are derived cheaply, and properties have no deadline, since a busy machine is not a fault."""

from __future__ import annotations

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from tests.cheap_derivation import derive_cheaply
from tests.scheduling import BesideTheBrowsers

settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.load_profile("unhurried")
derive_cheaply()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling | None:
    """Our own way of sharing files out, where files are to be shared out."""
    return BesideTheBrowsers(config, log) if config.getvalue("dist") == "loadfile" else None
