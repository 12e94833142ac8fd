"""Which worker runs which files: two drive browsers, and one runs beside them all that needs none.

A third browser on two processors would slow the other two by more than it does itself.
"""

from __future__ import annotations

from typing import Final

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER: Final = "tests/browser/"
BROWSERS: Final = 2
# The longest come first, so that no worker is left alone with one of them at the end.
LONGEST: Final = tuple(f"{BROWSER}test_{name}.py" for name in ("every_screen", "app_kills", "no_leaks", "monkey"))


class BesideTheBrowsers(LoadFileScheduling):  # type: ignore[misc]
    """Gives the last of three workers files without a browser alone, and the others those with one, longest first."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        is_beside = node is self.nodes[-1]
        chosen = min(self.workqueue, key=lambda scope: self._place(scope, is_beside))
        self.workqueue.move_to_end(chosen, last=False)
        super()._assign_work_unit(node)

    def _reschedule(self, node: WorkerController) -> None:
        is_beside = len(self.nodes) > BROWSERS and node is self.nodes[-1] and not node.shutting_down
        if is_beside and all(scope.startswith(BROWSER) for scope in self.workqueue):
            node.shutdown()
        else:
            super()._reschedule(node)

    @staticmethod
    def _place(scope: str, is_beside: bool) -> tuple[bool, int]:
        longest = LONGEST.index(scope) if scope in LONGEST else len(LONGEST)
        return scope.startswith(BROWSER) is is_beside, longest
