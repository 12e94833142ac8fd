"""The first half of both commands, run as a user would: old Pythons, missing parts, broken environments."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
SENTENCE = "Footbridge needs Python 3.11 or newer, and this is Python {found}. Install a newer one"
VERSION = "import sys; print('%d.%d.%d' % sys.version_info[:3])"
OLD = ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")

NO_ENSUREPIP = """
from importlib.machinery import PathFinder
found = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name == "ensurepip" else found(name, *more)
"""


def old_pythons() -> list[str]:
    """The Pythons older than 3.11 on this machine."""
    kept = sorted((Path.home() / ".pyenv" / "versions").glob("*/bin/python"))
    named = [path for version in OLD if (path := shutil.which(f"python{version}"))]
    return named + [str(path) for path in kept if path.parts[-3].startswith(tuple(f"{old}." for old in OLD))]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose requirements are nothing, so that setting it up needs no network."""
    (tmp_path / "tools").mkdir()
    for name in ("set_up.py", "virtual_environment.py"):
        shutil.copy(TOOLS / name, tmp_path / "tools" / name)
    (tmp_path / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    return tmp_path


def set_up(checkout: Path, *, python: str = sys.executable, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the setting up of that checkout with that Python."""
    return subprocess.run(
        [python, str(checkout / "tools" / "set_up.py"), "requirements.txt"],
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def make_wheel(path: Path) -> None:
    """A package with one part and one test of its own, as pip installs it."""
    about = "small-1.dist-info"
    files = {
        "small/__init__.py": "",
        "small/part.py": "READY = True\n",
        "small/tests/test_part.py": "",
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: small\nVersion: 1\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)


def test_its_first_file_is_readable_for_any_python_three() -> None:
    ast.parse((TOOLS / "set_up.py").read_text(encoding="ascii"), feature_version=(3, 0))


def test_an_old_python_is_told_what_is_needed(checkout: Path) -> None:
    for python in old_pythons():
        found = subprocess.run([python, "-c", VERSION], capture_output=True, text=True)
        if found.returncode:
            continue
        told = set_up(checkout, python=python)
        assert told.returncode == 1
        assert told.stderr.startswith(SENTENCE.format(found=found.stdout.strip()))
        assert told.stderr.count("\n") == 1
    assert not (checkout / ".venv").exists()


def test_a_python_that_says_it_is_old_is_told_what_is_needed(checkout: Path) -> None:
    (checkout / "sitecustomize.py").write_text("import sys\nsys.version_info = (3, 9, 1)\n", encoding="utf-8")
    told = set_up(checkout, PYTHONPATH=str(checkout))
    assert told.returncode == 1
    assert SENTENCE.format(found="3.9.1") in told.stderr
    assert "Traceback" not in told.stderr


def test_a_missing_venv_module_is_named_with_the_package_that_has_it(checkout: Path) -> None:
    (checkout / "sitecustomize.py").write_text(NO_ENSUREPIP, encoding="utf-8")
    told = set_up(checkout, PYTHONPATH=str(checkout))
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        "Python's venv module is missing. On Debian or Ubuntu install it with: "
        f"apt install python3.{sys.version_info[1]}-venv"
    ]
    assert not (checkout / ".venv").exists()


def test_a_failed_setting_up_is_tried_again_done_once_with_all_compiled_and_made_anew_when_broken(
    checkout: Path,
) -> None:
    (checkout / "requirements.txt").write_text("./not-there\n", encoding="utf-8")
    failed = set_up(checkout)
    assert failed.returncode != 0
    assert failed.stderr.rstrip().endswith("Is the network there?")
    assert "Traceback" not in failed.stderr

    (checkout / "requirements.txt").write_text("./small-1-py3-none-any.whl\n", encoding="utf-8")
    make_wheel(checkout / "small-1-py3-none-any.whl")
    (checkout / "dashboard").mkdir()
    (checkout / "dashboard" / "app.py").write_text("READY = True\n", encoding="utf-8")
    assert set_up(checkout).returncode == 0
    assert set_up(checkout).stdout == ""
    assert len(list(checkout.glob("dashboard/__pycache__/app.*.pyc"))) == 1
    assert len(list(checkout.glob(".venv/**/small/__pycache__/part.*.pyc"))) == 1
    assert list(checkout.glob(".venv/**/small/tests/__pycache__/*")) == []

    scripts = checkout / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
    for python in scripts.glob("python*"):
        python.unlink()
    again = set_up(checkout)
    assert (again.returncode, again.stderr) == (0, "")
    assert "Setting up" in again.stdout
    assert set_up(checkout).stdout == ""
