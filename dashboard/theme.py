"""Every colour and font: the light and dark palettes, their contrast, and the keys Streamlit's theme understands."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Final, Literal

SANS: Final = "Source Sans, Source Sans Pro, Helvetica Neue, Arial, sans-serif"
SERIF: Final = "Source Serif, Georgia, serif"


Key = str | bool | int | list[str] | list[int]
SHAPE_KEYS: Final[dict[str, Key]] = {
    "font": "sans-serif",
    "headingFont": "serif",
    "baseFontSize": 17,
    "headingFontSizes": ["2.1rem", "1.4rem", "1.15rem"],
    "headingFontWeights": [600, 600, 600],
    "baseRadius": "0.6rem",
    "buttonRadius": "0.6rem",
    "linkUnderline": True,
    "showWidgetBorder": True,
    "showSidebarBorder": False,
}


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours of one mode; `field` fills widgets, `border` outlines them, `rule` is a quiet, decorative line,
    `aside` is the ground of the navigation.
    """

    name: Literal["light", "dark", "grey", "print"]
    ground: str
    aside: str
    card: str
    field: str
    ink: str
    border: str
    rule: str
    lake: str
    clay: str
    moss: str
    plum: str
    slate: str
    amber: str
    pale: str

    @property
    def hues(self) -> dict[str, str]:
        """The six named hues, by name."""
        return {name: getattr(self, name) for name in ("lake", "clay", "moss", "plum", "slate", "amber")}


LIGHT: Final = Palette(
    name="light",
    ground="#FAF8F4",
    aside="#F3EFE7",
    card="#FFFFFF",
    field="#F1EDE5",
    ink="#1E2A33",
    border="#8C8577",
    rule="#DDD7CB",
    lake="#1F6F78",
    clay="#A8553A",
    moss="#5B7B3A",
    plum="#7A4E7E",
    slate="#56677A",
    amber="#96690F",
    pale="#5B949A",
)
DARK: Final = Palette(
    name="dark",
    ground="#161B20",
    aside="#12171B",
    card="#1F262D",
    field="#28313A",
    ink="#E8E6E1",
    border="#76828E",
    rule="#36404A",
    lake="#6CC3CC",
    clay="#E79A7C",
    moss="#A9C77E",
    plum="#CFA3D2",
    slate="#A9B8C8",
    amber="#E0B65A",
    pale="#47878E",
)

PRINT: Final = Palette(
    name="print",
    ground="#FFFFFF",
    aside="#FFFFFF",
    card="#FFFFFF",
    field="#F2F2F2",
    ink="#16191C",
    border="#7A7A7A",
    rule="#D4D4D4",
    lake="#125660",
    clay="#8C4028",
    moss="#47632B",
    plum="#633C67",
    slate="#4C5763",
    amber="#7A540A",
    pale="#5B949A",
)


def mix(colour: str, ground: str, share: float) -> str:
    """The colour laid over the ground with that opacity, as one opaque colour."""
    above, below = _channels(colour), _channels(ground)
    blended = (round(a * share + b * (1 - share)) for a, b in zip(above, below, strict=True))
    return "#" + "".join(f"{value:02X}" for value in blended)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(palette: Palette) -> Palette:
    """The palette as a black-and-white printer shows it: each colour by its luminance."""
    shades = {f.name: _grey_of(getattr(palette, f.name)) for f in fields(palette) if f.name != "name"}
    return Palette(name="grey", **shades)


def theme_keys(palette: Palette) -> dict[str, Key]:
    """The keys of [theme.light] or [theme.dark] in Streamlit's config.toml, as Streamlit 1.67 names them."""
    hues = {
        "red": palette.clay,
        "orange": palette.amber,
        "yellow": palette.amber,
        "blue": palette.lake,
        "green": palette.moss,
        "violet": palette.plum,
        "gray": palette.slate,
    }
    keys: dict[str, Key] = {
        "primaryColor": palette.lake,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.field,
        "textColor": palette.ink,
        "linkColor": palette.lake,
        "codeTextColor": palette.ink,
        "codeBackgroundColor": palette.field,
        "borderColor": palette.border,
        "dataframeBorderColor": palette.rule,
        "dataframeHeaderBackgroundColor": palette.field,
        "dataframeHeaderTextColor": palette.ink,
    }
    for name, hue in hues.items():
        wash = mix(hue, palette.ground, 0.10)
        keys[f"{name}Color"] = hue
        keys[f"{name}BackgroundColor"] = wash
        keys[f"{name}TextColor"] = readable(readable(hue, palette, palette.field), palette, wash)
    keys["chartCategoricalColors"] = [palette.lake, palette.clay, palette.moss, palette.plum, palette.amber]
    return keys


def whole_theme_toml() -> str:
    """Everything about looks that stands in Streamlit's config.toml: fonts and shapes, then both palettes."""
    tables = [_table("theme", SHAPE_KEYS)]
    for mode, palette in (("light", LIGHT), ("dark", DARK)):
        tables.append(_table(f"theme.{mode}", theme_keys(palette)))
        tables.append(_table(f"theme.{mode}.sidebar", {"backgroundColor": palette.aside}))
    return "\n".join(tables)


NAMED = ("ground", "card", "rule", "border", "lake", "slate", "clay", "ink")


def style_variables(palette: Palette) -> str:
    """The colours that style.css uses beside Streamlit's own theme, as CSS variables."""
    colours = {name: getattr(palette, name) for name in NAMED}
    colours["wash"] = mix(palette.lake, palette.ground, 0.10)
    colours["on-lake"] = max((palette.card, palette.ground), key=lambda each: contrast(each, palette.lake))
    return ":root { " + " ".join(f"--fb-{name}: {colour};" for name, colour in colours.items()) + " }"


def readable(colour: str, palette: Palette, ground: str, ratio: float = 4.5) -> str:
    """The colour, moved towards ink until it stands out from the ground by that ratio."""
    for step in range(21):
        candidate = mix(palette.ink, colour, step / 20)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return palette.ink


def _table(name: str, keys: dict[str, Key]) -> str:
    return "\n".join([f"[{name}]", *(f"{key} = {_toml(value)}" for key, value in keys.items())]) + "\n"


def _toml(value: Key) -> str:
    return json.dumps(value)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _grey_of(colour: str) -> str:
    level = luminance(colour)
    channel = level * 12.92 if level <= 0.0031308 else 1.055 * level ** (1 / 2.4) - 0.055
    return f"#{round(channel * 255):02X}" + f"{round(channel * 255):02X}" * 2
