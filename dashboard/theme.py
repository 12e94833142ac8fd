"""Every colour and font: the light and dark palettes, their contrast, and the keys Streamlit's theme understands."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Literal

SANS: Final = "Source Sans, Source Sans Pro, Helvetica Neue, Arial, sans-serif"
SERIF: Final = "Source Serif, Georgia, serif"


SHAPE_KEYS: Final[dict[str, str | bool | list[str]]] = {
    "font": "sans-serif",
    "headingFont": "serif",
    "headingFontSizes": ["2rem", "1.5rem", "1.25rem", "1.1rem", "1rem", "0.9rem"],
    "baseRadius": "0.5rem",
    "linkUnderline": True,
    "showSidebarBorder": False,
}


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours of one mode; `field` fills widgets, `border` outlines them, `rule` is a quiet, decorative line."""

    name: Literal["light", "dark", "grey", "print"]
    ground: str
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


def theme_keys(palette: Palette) -> dict[str, str | bool | list[str]]:
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
    keys: dict[str, str | bool | list[str]] = {
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
        "showWidgetBorder": True,
    }
    for name, hue in hues.items():
        wash = mix(hue, palette.ground, 0.10)
        keys[f"{name}Color"] = hue
        keys[f"{name}BackgroundColor"] = wash
        keys[f"{name}TextColor"] = readable(readable(hue, palette, palette.field), palette, wash)
    keys["chartCategoricalColors"] = [palette.lake, palette.clay, palette.moss, palette.plum, palette.amber]
    return keys


def theme_toml(palette: Palette, mode: Literal["light", "dark"]) -> str:
    """The whole [theme.light] or [theme.dark] table as TOML text."""
    return "\n".join([f"[theme.{mode}]", *(f"{key} = {_toml(v)}" for key, v in theme_keys(palette).items())]) + "\n"


def whole_theme_toml() -> str:
    """Everything about looks that belongs in Streamlit's config.toml: fonts and shapes, then both palettes."""
    shapes = "\n".join(["[theme]", *(f"{key} = {_toml(value)}" for key, value in SHAPE_KEYS.items())]) + "\n"
    return "\n".join([shapes, theme_toml(LIGHT, "light"), theme_toml(DARK, "dark")])


def readable(colour: str, palette: Palette, ground: str, ratio: float = 4.5) -> str:
    """The colour, moved towards ink until it stands out from the ground by that ratio."""
    for step in range(21):
        candidate = mix(palette.ink, colour, step / 20)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return palette.ink


def _toml(value: str | bool | list[str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(f'"{part}"' for part in value) + "]"
    return f'"{value}"'


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _grey_of(colour: str) -> str:
    level = luminance(colour)
    channel = level * 12.92 if level <= 0.0031308 else 1.055 * level ** (1 / 2.4) - 0.055
    return f"#{round(channel * 255):02X}" + f"{round(channel * 255):02X}" * 2
