"""Keeps Streamlit to this machine and this session: no foreign address, no plain temporary file, none past a lock."""

from __future__ import annotations

import sys
from typing import Final

from starlette.formparsers import MultiPartParser
from streamlit import config, net_util, runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

BYTES_IN_MB = 1024 * 1024
WORD_CACHES: Final = (
    ("analysis.tokens", "stem"),
    ("assessments.exchange.daylio", "parts"),
    ("assessments.exchange.markdown_reading", "_shared"),
)
FRAMING_BYTES = BYTES_IN_MB  # what Streamlit lets a request be longer than the file in it


def stay_on_this_machine() -> None:
    """Let Streamlit know no address but the loopback: otherwise a refused origin makes it ask an outside service."""
    net_util.get_external_ip = _no_address
    net_util.get_internal_ip = _no_address


def keep_uploads_in_memory() -> None:
    """Let the form parser write no upload that is allowed to a temporary file, which it does plainly above 1 MB."""
    MultiPartParser.spool_max_size = largest_upload_mb() * BYTES_IN_MB + FRAMING_BYTES


def largest_upload_mb() -> int:
    """The bound of an upload in megabytes; what is larger goes through the command line."""
    return int(config.get_option("server.maxUploadSize"))


def forget_session_files() -> None:
    """Let go of what this session uploaded, of what it may download, and of the tables behind its pages."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None or not runtime.exists():
        return
    here, own = runtime.get_instance(), context.session_id
    here.uploaded_file_mgr.remove_session_files(own)
    here.dataframe_source_mgr.clear_all_for_session(own)
    here.media_file_mgr.clear_session_refs(own)
    for _ in ("marks a download", "deletes it"):
        here.media_file_mgr.remove_orphaned_files()


def forget_shared_words() -> None:
    """Empty the caches of the whole process that hold words of a person's text; they fill again when needed."""
    for module, name in WORD_CACHES:
        if module in sys.modules:
            getattr(sys.modules[module], name).cache_clear()


def _no_address() -> str | None:
    return None
