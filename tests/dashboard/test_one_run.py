"""What may be read once in a rerun is read anew in the next, however the rerun before it ended."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard import session


class CutShort(BaseException):
    """What Streamlit raises where a rerun is asked for while another is under way."""


class TouchyState(dict[str, Any]):
    """A session's state that cuts the run short at the next touch, once it is told to."""

    is_cutting = False

    def _look(self) -> None:
        if self.is_cutting:
            self.is_cutting = False
            raise CutShort

    def __getitem__(self, key: str) -> Any:
        self._look()
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._look()
        return super().get(key, default)

    def pop(self, key: str, default: Any = None) -> Any:
        self._look()
        return super().pop(key, default)


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> TouchyState:
    kept = TouchyState()
    monkeypatch.setattr(session, "_state", lambda: kept)
    return kept


def test_a_run_that_is_cut_short_as_it_ends_leaves_the_next_one_a_run_of_its_own(state: TouchyState) -> None:
    with session.one_run():
        first = session.run_number()
        state.is_cutting = True
    state.is_cutting = False
    with session.one_run():
        assert session.run_number() == first + 1


def test_a_run_that_is_cut_short_in_its_middle_leaves_the_next_one_a_run_of_its_own(state: TouchyState) -> None:
    with pytest.raises(CutShort), session.one_run():
        first = session.run_number()
        state.is_cutting = True
        session.get("anything")
    with session.one_run():
        assert session.run_number() == first + 1


def test_a_fragment_within_a_page_is_part_of_the_same_run(state: TouchyState) -> None:
    with session.one_run():
        whole = session.run_number()
        with session.one_run():
            assert session.run_number() == whole
        assert session.run_number() == whole
