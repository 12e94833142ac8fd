"""The virtual environment in .venv: made where it is missing or unusable, filled when a requirement file changed."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
OURS = ("analysis", "assessments", "dashboard", "sample_data")
SHARES = 2
OTHERS_TESTS = r"[/\\]tests?[/\\]"
PROBE = "import pip, sys; sys.exit(sys.version_info < (3, 11))"


def main(files: list[str]) -> int:
    """Set up for these requirement files; returns the exit code."""
    missing = find_missing()
    if missing:
        print(missing, file=sys.stderr)
        return 1
    wanted = fingerprints(files)
    if wanted.items() <= read_stamp().items() and python_of(VENV).exists():
        return 0
    print("Setting up. The first time takes a minute or two.", flush=True)
    if not is_usable(VENV):
        code = make(VENV)
        if code:
            print("The virtual environment could not be made; the lines above say why.", file=sys.stderr)
            return code
    code = install(files)
    if code == 0:
        compile_all()
        STAMP.write_text(json.dumps({**read_stamp(), **wanted}), encoding="utf-8")
    return code


def find_missing() -> str | None:
    """What this Python lacks, in one sentence; None where nothing is."""
    if find_spec("venv") and find_spec("ensurepip"):
        return None
    return (
        "Python's venv module is missing. On Debian or Ubuntu install it with: "
        f"apt install python3.{sys.version_info[1]}-venv"
    )


def fingerprints(files: list[str]) -> dict[str, str]:
    """What the installed state depends on: the Python and the content of each file."""
    return {name: hashlib.sha256(sys.version.encode() + (ROOT / name).read_bytes()).hexdigest() for name in files}


def read_stamp() -> dict[str, str]:
    """What was installed before, by file; nothing where nothing was."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def python_of(venv: Path) -> Path:
    """The interpreter inside a virtual environment, on any system."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_usable(venv: Path) -> bool:
    """Whether the environment has a Python that starts, is new enough and has pip."""
    python = python_of(venv)
    return python.exists() and subprocess.run([str(python), "-c", PROBE], stderr=subprocess.DEVNULL).returncode == 0


def make(venv: Path) -> int:
    """Make the environment anew, whatever an interrupted run or a Python that is gone left there."""
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode


def install(files: list[str]) -> int:
    """Install the files into the environment; the exit code."""
    if install_in_shares(files):
        return 0
    asked = [part for name in files for part in ("-r", name)]
    code = subprocess.run([*pip_command(), *asked], cwd=ROOT, stdin=subprocess.DEVNULL).returncode
    if code:
        print("The packages could not be installed; the lines above say why. Is the network there?", file=sys.stderr)
    return code


def install_in_shares(files: list[str]) -> bool:
    """Whether two pips at once could install it all: the files pin every package, so that nothing has to be resolved.

    What they complain of is not shown; where one fails, a single pip takes over.
    """
    pins = sorted({line for name in files for line in (ROOT / name).read_text(encoding="utf-8").splitlines()})
    with TemporaryDirectory() as folder:
        shares = [Path(folder) / f"share-{number}.txt" for number in range(min(SHARES, len(pins)))]
        for number, share in enumerate(shares):
            share.write_text("\n".join(pins[number::SHARES]), encoding="utf-8")
        commands = [[*pip_command(), "--no-deps", "-r", str(share)] for share in shares]
        at_work = [
            subprocess.Popen(each, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for each in commands
        ]
        codes = [each.wait() for each in at_work]
    return not any(codes)


def pip_command() -> list[str]:
    """The environment's own pip, which installs wheels only, asks nothing and compiles nothing."""
    command = [str(python_of(VENV)), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    return [*command, "--no-compile", "--only-binary=:all:", "--no-binary=footbridge"]


def compile_all() -> None:
    """Compile what was installed and the project's own modules, on all processors, which pip would not use.

    Else the first launch would do it as it goes. The tests of others are left out.
    """
    installed = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(VENV)}))
    compile_in(installed, [each.name for each in installed.iterdir()])
    compile_in(ROOT, [name for name in OURS if (ROOT / name).is_dir()])


def compile_in(folder: Path, names: list[str]) -> None:
    """Compile the modules and packages of a folder that have these names; those that cannot be are left alone."""
    command = [str(python_of(VENV)), "-m", "compileall", "-q", "-j", "0", "-p", str(folder), "-x", OTHERS_TESTS]
    command += [name for name in names if name.endswith(".py") or (folder / name).is_dir()]
    subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["requirements.txt"]))
