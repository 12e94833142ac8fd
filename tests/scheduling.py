"""Which worker runs which files: one leaves the browsers to the others as long as it finds anything else to run.

Three browsers at once on two processors slow each other more than two do with other work beside them.
"""

from __future__ import annotations

from typing import Final

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER: Final = "tests/browser/"
# The longest come first, so that no worker is left alone with one of them at the end. The kills wait more than they
# work: they are for the one that comes to the browsers last.
LONGEST: Final = tuple(f"{BROWSER}test_{name}.py" for name in ("every_screen", "no_leaks", "monkey", "hostile_text"))
KILLS: Final = f"{BROWSER}test_app_kills.py"


class BesideTheBrowsers(LoadFileScheduling):  # type: ignore[misc]
    """Gives the last worker files without a browser first, and all others those with one, the longest first."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        is_beside = node is self.nodes[-1]
        chosen = min(self.workqueue, key=lambda scope: self._place(scope, is_beside))
        self.workqueue.move_to_end(chosen, last=False)
        super()._assign_work_unit(node)

    @staticmethod
    def _place(scope: str, is_beside: bool) -> tuple[bool, bool, int]:
        longest = LONGEST.index(scope) if scope in LONGEST else len(LONGEST)
        return scope.startswith(BROWSER) is is_beside, (scope == KILLS) is not is_beside, longest
