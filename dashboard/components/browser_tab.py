"""The title and picture of the browser's tab and the width of the navigation, said to the page as they are.

Streamlit's own `set_page_config` imports numpy and Pillow to look at the picture, longer than the first page takes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.PageConfig_pb2 import PageConfig
from streamlit.runtime.scriptrunner import get_script_run_ctx

ICON: Final = Path(__file__).parent / "icon.png"
TITLE: Final = "Footbridge"
ASIDE_PX: Final = 232


@cache
def _message() -> ForwardMsg:
    said = ForwardMsg()
    said.page_config_changed.title = TITLE
    said.page_config_changed.favicon = "data:image/png;base64," + b64encode(ICON.read_bytes()).decode("ascii")
    said.page_config_changed.layout = PageConfig.CENTERED
    said.page_config_changed.initial_sidebar_state = PageConfig.AUTO
    said.page_config_changed.initial_sidebar_width.pixel_width = ASIDE_PX
    return said


def name_tab() -> None:
    """Say it, before anything is drawn."""
    context = get_script_run_ctx()
    if context is not None:
        said = ForwardMsg()
        said.CopyFrom(_message())
        context.enqueue(said)
