"""No deadline for properties: a busy machine is not a fault."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.load_profile("unhurried")
