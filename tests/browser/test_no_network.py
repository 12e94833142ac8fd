"""The main job on a machine without any network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.browser.app_process import ROOT
from tests.browser.conftest import chromium

pytestmark = pytest.mark.browser

JOB = "tests/browser/main_job.py"
NOWHERE = "http://127.0.0.1:9"
RAISE_LOOPBACK = """
import fcntl, os, socket, struct, sys
probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(probe, 0x8914, struct.pack("16sH14x", b"lo", 0x49))
try:
    probe.connect(("192.0.2.1", 9))
except OSError:
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[1:]])
sys.exit("there is still a network")
"""


def without_network() -> list[str]:
    """A command that runs pytest where only the loopback exists; empty where that is not permitted."""
    for more in ([], ["--map-root-user"]):
        command = ["unshare", "--net", *more]
        if shutil.which("unshare") and not subprocess.run([*command, "true"], capture_output=True).returncode:
            return [*command, sys.executable, "-c", RAISE_LOOPBACK]
    return []


@pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine; the browser tests need one")
def test_the_main_job_works_with_no_network_at_all() -> None:
    dead = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE)
    environ = {**os.environ, **dead, "NO_PROXY": "localhost,127.0.0.1", "no_proxy": "localhost,127.0.0.1"}
    command = without_network() or [sys.executable, "-m", "pytest"]
    done = subprocess.run(
        [*command, JOB, "-p", "no:cacheprovider"], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
