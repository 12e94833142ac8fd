"""The palettes: contrast, colour-vision deficiencies, grey print, and the keys that Streamlit knows."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from streamlit import config

from dashboard.theme import DARK, LIGHT, Palette, contrast, grey, mix, style_variables, theme_keys, whole_theme_toml

DASHBOARD = Path(__file__).resolve().parents[3] / "dashboard"
CONFIG = DASHBOARD / ".streamlit" / "config.toml"
STYLE = DASHBOARD / "components" / "style.css"

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB.
DEFICIENCIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
both_modes = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@both_modes
def test_every_hue_reads_as_text_on_ground_and_card(palette: Palette) -> None:
    for ground in (palette.ground, palette.card):
        assert all(contrast(hue, ground) >= 4.5 for hue in (palette.ink, *palette.hues.values()))


@both_modes
def test_ink_and_the_accent_read_as_text_on_widgets_too(palette: Palette) -> None:
    assert contrast(palette.ink, palette.field) >= 7 and contrast(palette.lake, palette.field) >= 4.5


@both_modes
def test_marks_and_borders_stand_out_from_ground_and_card(palette: Palette) -> None:
    for ground in (palette.ground, palette.card):
        assert contrast(palette.pale, ground) >= 3 and contrast(palette.border, ground) >= 3


@both_modes
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_every_hue_still_stands_out_with_a_colour_vision_deficiency(palette: Palette, deficiency: str) -> None:
    for ground in (palette.ground, palette.card):
        seen = _seen(ground, deficiency)
        assert all(contrast(_seen(hue, deficiency), seen) >= 3 for hue in (palette.pale, *palette.hues.values()))


@both_modes
def test_in_grey_every_hue_keeps_its_contrast(palette: Palette) -> None:
    printed = grey(palette)
    assert all(contrast(hue, printed.card) >= 4.5 for hue in printed.hues.values())


@both_modes
def test_the_hues_are_near_one_lightness_so_that_none_shouts(palette: Palette) -> None:
    assert max(contrast(a, b) for a, b in combinations(palette.hues.values(), 2)) < 1.6


@both_modes
def test_coloured_text_reads_on_its_own_wash_and_on_widgets(palette: Palette) -> None:
    keys = theme_keys(palette)
    for name in ("red", "orange", "yellow", "blue", "green", "violet", "gray"):
        text, wash = str(keys[f"{name}TextColor"]), str(keys[f"{name}BackgroundColor"])
        assert contrast(text, wash) >= 4.5 and contrast(text, palette.field) >= 4.5


def test_every_key_of_the_theme_is_one_that_streamlit_knows() -> None:
    theme = tomllib.loads(whole_theme_toml())["theme"]
    for mode in ("light", "dark"):
        of_mode = theme.pop(mode)
        assert set(of_mode.pop("sidebar")) <= set(config.get_options_for_section(f"theme.{mode}.sidebar"))
        assert set(of_mode) <= set(config.get_options_for_section(f"theme.{mode}"))
    assert set(theme) <= set(config.get_options_for_section("theme"))


def test_the_app_wears_the_theme_that_the_palettes_make() -> None:
    worn = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
    assert worn == tomllib.loads(whole_theme_toml())["theme"]


@both_modes
def test_the_styles_know_the_colours_they_ask_for(palette: Palette) -> None:
    asked = set(re.findall(r"var\(--fb-([a-z-]+)\)", STYLE.read_text(encoding="utf-8")))
    given = dict(re.findall(r"--fb-([a-z-]+): (#[0-9A-F]{6});", style_variables(palette)))
    assert asked <= set(given)
    assert contrast(given["on-lake"], palette.lake) >= 4.5 and contrast(palette.ink, given["wash"]) >= 7


def test_mixing_is_opacity() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#123456", "#FFFFFF", 1.0) == "#123456"


def _seen(colour: str, deficiency: str) -> str:
    linear = [_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5)]
    rows = (sum(w * c for w, c in zip(row, linear, strict=True)) for row in DEFICIENCIES[deficiency])
    return "#" + "".join(f"{round(_gamma(min(1.0, max(0.0, value))) * 255):02X}" for value in rows)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)
