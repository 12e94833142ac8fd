"""No page imports pandas before it needs it, and none imports scikit-learn until Patterns is asked for themes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from assessments.storage import create_vault
from sample_data import load_sample

ROOT = Path(__file__).resolve().parents[2]
EVERY_PAGE = """
import sys
import threading
from streamlit.testing.v1 import AppTest
from dashboard.wiring import SCREENS
from dashboard.wording.patterns import FIND

app = AppTest.from_file("dashboard/app.py", default_timeout=100).run()
told = {"first": "pandas" in sys.modules}
for path, *_ in SCREENS:
    app.switch_page(path).run()
    assert app.title and not app.exception and not app.error, path
told["pages"] = len(SCREENS)
told["before"] = "sklearn" in sys.modules
app.switch_page("screens/patterns.py").run()
app.button[[button.label for button in app.button].index(FIND())].click().run()
assert not app.exception and not app.error
for _ in range(600):
    if "sklearn" in sys.modules:
        break
    threading.Event().wait(0.1)
told["after"] = "sklearn" in sys.modules
print(told)
"""


def test_scikit_learn_is_imported_only_once_themes_are_asked_for(tmp_path: Path) -> None:
    sample = load_sample()
    made, _ = create_vault(tmp_path / "home")
    with made as vault:
        vault.save_many([*sample.responses[-8:], *sample.entries[-24:]])
    environ = {**os.environ, "FOOTBRIDGE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", EVERY_PAGE], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "{'first': False, 'pages': 9, 'before': False, 'after': True}"
