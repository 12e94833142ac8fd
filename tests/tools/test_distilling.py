"""The templates that everyday sentences are made of name only what can fill them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import tools.distilling

KEPT = tomllib.loads((Path(tools.distilling.__file__).parent / "everyday.toml").read_text(encoding="utf-8"))
FILLED_BY_NAME = {"who", "when", "mood", "some", "do", "did", "doing", "moved", "such", "place", "thing"}


def test_every_place_in_a_template_can_be_filled() -> None:
    nouns = {kind.removeprefix("noun.") for kind in KEPT["kinds"] if kind.startswith("noun.")}
    for template in KEPT["templates"]:
        named = {name.lower() for name in re.findall(r"{(\w+)}", template)}
        assert named and named <= FILLED_BY_NAME | nouns, template


def test_things_and_deeds_are_of_wordnets_kinds() -> None:
    assert {f"noun.{kind}" for kind in KEPT["things"]} <= set(KEPT["kinds"])
    assert {f"verb.{kind}" for kind in KEPT["deeds"]} <= set(KEPT["kinds"])
