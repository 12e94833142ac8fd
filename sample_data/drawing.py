"""Which piece of prose comes next: each is used once, and a story keeps its order."""

from __future__ import annotations

from collections.abc import Sequence

from sample_data.chance import Chance, add_up
from sample_data.prose import Piece, Stretch, ThemeBank

SHORT_WORDS = 22


class Pool:
    """The pieces not used yet."""

    def __init__(self, banks: Sequence[ThemeBank]) -> None:
        self._left = {
            bank.id: [(stretch, list(stretch.pieces)) for stretch in bank.stretches if len(stretch.weeks)]
            for bank in banks
        }
        self._in_order = {bank.id: bank.in_order for bank in banks}

    def urgency(self, theme: str, week: int) -> float:
        """How many pieces of a theme should be used in this week so that none is left over."""
        return add_up(
            len(pieces) / (stretch.weeks[-1] - week + 1)
            for stretch, pieces in self._left[theme]
            if week in stretch.weeks
        )

    def draw(
        self, chance: Chance, theme: str, week: int, *, hours: tuple[int, int] | None = None, short: bool = False
    ) -> tuple[Stretch, Piece] | None:
        """One piece that fits the week, and the stretch it comes from; None where nothing is left.

        With `hours`, only pieces of that time of day or of none; with `short`, a piece that can stand alone.
        """
        open_now = [
            (stretch, pieces)
            for stretch, pieces in self._left[theme]
            if week in stretch.weeks and pieces and (hours is None or stretch.hours in (None, hours))
        ]
        if not open_now:
            return None
        stretch, pieces = chance.weighted([(each, len(each[1]) / (each[0].weeks[-1] - week + 1)) for each in open_now])
        fitting = [piece for piece in pieces if not short or len(piece.text.split()) <= SHORT_WORDS] or pieces
        piece = chance.pick(fitting[:1] if self._in_order[theme] else fitting)
        pieces.remove(piece)
        return stretch, piece
