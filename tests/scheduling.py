"""Which worker runs which files: one leaves the browsers to the others as long as it finds anything else to run.

Three browsers at once on two processors make each other slower; two, with the tests that need none beside them, do not.
"""

from __future__ import annotations

from typing import Final

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER: Final = "tests/browser/"
# The longest come first, so that no worker is left alone with one of them at the end.
LONGEST: Final = tuple(f"{BROWSER}test_{name}.py" for name in ("every_screen", "app_kills", "no_leaks", "monkey"))


class BesideTheBrowsers(LoadFileScheduling):  # type: ignore[misc]
    """Gives the last worker files without a browser first, and all others those with one, the longest first."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        is_last = node is self.nodes[-1]
        chosen = min(self.workqueue, key=lambda scope: self._place(scope, is_last))
        self.workqueue.move_to_end(chosen, last=False)
        super()._assign_work_unit(node)

    @staticmethod
    def _place(scope: str, is_last: bool) -> tuple[bool, int]:
        longest = LONGEST.index(scope) if scope in LONGEST else len(LONGEST)
        return scope.startswith(BROWSER) is is_last, longest
