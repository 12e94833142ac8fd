"""The country that Help opens with: where the clock stands, before the language that the browser asks for."""

from __future__ import annotations

import pytest

from dashboard.country import likely_country


@pytest.mark.parametrize(
    ("zone", "locale", "country"),
    [
        ("Europe/Dublin", "en_GB", "IE"),
        ("Asia/Kolkata", "en_US", "IN"),
        ("Asia/Calcutta", "en_US", "IN"),
        ("Asia/Tokyo", "en_US", "JP"),
        ("UTC", "en_NZ", "NZ"),
        ("Etc/UTC", "de_AT", "AT"),
        (None, "zh_Hans_CN", "CN"),
        ("nowhere", "en", ""),
        (None, "en_001", ""),
    ],
)
def test_the_zone_goes_before_the_locale(zone: str | None, locale: str, country: str) -> None:
    assert likely_country(zone, locale) == country
