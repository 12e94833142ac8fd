"""Streamlit's own files come as Streamlit sends them, and whatever is more than a known file is left to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit import file_util
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_handler

from dashboard.static_files import KINDS, StaticFiles, known_files
from tests.dashboard.asking import ask, page

STATIC = Path(file_util.get_static_dir())
STYLE = next(path for path in known_files(STATIC) if path.endswith(".css"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_known_file_is_answered_as_streamlit_answers_it(kind: str) -> None:
    path = next(path for path in known_files(STATIC) if path.endswith(kind))
    ours = ask(StaticFiles(page()), path)
    streamlits = ask(create_streamlit_static_handler(str(STATIC), None), path)
    assert (ours.status, ours.body) == (streamlits.status, streamlits.body)
    assert ours.headers == {name: streamlits.headers[name] for name in ours.headers}


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/static/js/../../index.html", {}),
        ("/static/js/", {}),
        ("/static/manifest.json", {}),
        ("/media/letter.css", {}),
        (STYLE, {"range": "bytes=0-9"}),
        (STYLE, {"if_none_match": '"an older one"'}),
    ],
)
def test_everything_else_goes_on_to_streamlit(path: str, headers: dict[str, str]) -> None:
    assert ask(StaticFiles(page()), path, **headers).body == b"a page"


def test_only_a_file_that_is_asked_for_whole_is_sent() -> None:
    assert ask(StaticFiles(page()), STYLE, method="HEAD").body == b"a page"
