"""The audit passes only where the advisory service answered for every pin and knows nothing against it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from packaging.requirements import Requirement

from tools import audit

FINE = {"name": "alembic", "version": "1.20.1", "vulns": []}
HOLED = {"name": "starlette", "version": "0.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.2"], "aliases": []}]}
SKIPPED = {"name": "pandas", "skip_reason": "Dependency not found on PyPI and could not be audited: pandas (1.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "says"),
    [
        ([FINE], audit.CLEAN, "No hole is known in any of the 1 pinned packages."),
        ([FINE, HOLED], audit.HOLES, "starlette 0.1: PYSEC-1, mended in 0.2"),
        ([FINE, SKIPPED], audit.NOT_ASKED, "Not checked, since the advisory service did not answer for them: pandas"),
        ([], audit.NOT_ASKED, ""),
        (None, audit.NOT_ASKED, "The advisory service could not be asked, so nothing was checked. no route"),
    ],
)
def test_the_audit_never_passes_by_silence(
    packages: list[Any] | None,
    code: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = "" if packages is None else json.dumps({"dependencies": packages, "fixes": []})
    done = subprocess.CompletedProcess([], 1, stdout=output, stderr="a warning\nno route")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    assert audit.main() == code
    assert says in capsys.readouterr().out


class Advisories(BaseHTTPRequestHandler):
    """An advisory service on this machine, which knows one hole in one package."""

    holed = ""
    asked: set[str]

    def do_POST(self) -> None:
        """Answer for one pin, in the form of OSV."""
        query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = query["package"]["name"]
        self.asked.add(f"{name}=={query['version']}")
        hole = {"id": "HOLE-1", "summary": "a hole", "affected": []}
        body = json.dumps({"vulns": [hole]} if name == self.holed else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def service() -> Iterator[ThreadingHTTPServer]:
    Advisories.holed, Advisories.asked = "", set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Advisories)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("holed", "code"), [("", audit.CLEAN), ("starlette", audit.HOLES)])
def test_every_pin_is_asked_about_at_a_real_service(
    holed: str, code: int, service: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    Advisories.holed = holed
    options = ["--vulnerability-service", "osv", "--osv-url", f"http://127.0.0.1:{service.server_port}/v1/query"]
    assert audit.main(options) == code
    pins = [Requirement(pin) for pin in audit.pinned()]
    here = {f"{pin.name}{pin.specifier}".lower() for pin in pins if pin.marker is None or pin.marker.evaluate()}
    assert {each.lower() for each in Advisories.asked} == here
    assert ("HOLE-1" in capsys.readouterr().out) == bool(holed)
