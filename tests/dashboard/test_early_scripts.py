"""The scripts that each first page needs are named with the page, and with nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit import file_util

from dashboard.early_scripts import HEADING_FONT, PARTS, EarlyScripts, early_links
from tests.dashboard.asking import ask, page

STATIC = Path(file_util.get_static_dir())


def test_a_page_names_scripts_that_are_there_with_all_that_they_import_and_the_font_of_headings() -> None:
    answer = ask(EarlyScripts(page()), "/journal")
    assert answer.body == b"a page"
    named = re.findall(r"<\./(.+?)>; rel=(\w+)", answer.headers["link"])
    assert all((STATIC / name).is_file() for name, _ in named)
    scripts = {Path(name).name for name, rel in named if rel == "modulepreload"}
    assert {name.split(".")[0] for name in scripts} >= set(PARTS)
    assert [rel for name, rel in named if HEADING_FONT in name] == ["preload"]
    known = scripts | set(re.findall(r"[\w.-]+\.js", (STATIC / "index.html").read_text(encoding="utf-8")))
    for name in scripts:
        text = (STATIC / "static" / "js" / name).read_text(encoding="utf-8")
        assert set(re.findall(r'from"\./([^"]+)"', text)) <= known


@pytest.mark.parametrize("content_type", ["text/javascript", "application/json", "font/woff2"])
def test_what_is_no_page_is_left_as_it_is(content_type: str) -> None:
    assert "link" not in ask(EarlyScripts(page(content_type)), "/media/something").headers


def test_a_streamlit_without_these_scripts_is_told_of_none(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html></html>", encoding="utf-8")
    assert early_links(tmp_path) == ""
