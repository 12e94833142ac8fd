"""For all tests: keys are derived cheaply, and properties have no deadline, since a busy machine is not a fault."""

from __future__ import annotations

from hypothesis import settings

from tests.cheap_derivation import derive_cheaply

settings.register_profile("unhurried", parent=settings.default, deadline=None, max_examples=60)
settings.load_profile("unhurried")
derive_cheaply()
