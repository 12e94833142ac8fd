"""Makes .venv and installs the named requirement files into it, on a Python that is new enough.

Kept so plain that every old Python can read it up to its one sentence.
"""

import os
import runpy
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  an old Python has no pathlib

if sys.version_info < OLDEST:
    found = ".".join(map(str, sys.version_info[:3]))
    sys.stderr.write("Footbridge needs Python 3.11 or newer, and this is Python " + found + ". ")
    sys.stderr.write("Install a newer one, then run: make PYTHON=/path/to/python3.11 run\n")
    sys.exit(1)

runpy.run_path(os.path.join(HERE, "virtual_environment.py"), run_name="__main__")  # noqa: PTH118
