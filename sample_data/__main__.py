"""`python -m sample_data [folder]` makes the shipped files anew, byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path

from sample_data import generate
from sample_data.files import FOLDER, write_sample

if __name__ == "__main__":
    write_sample(generate(), Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
