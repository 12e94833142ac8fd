"""Where the person would like to be on the map of autonomy and closeness."""

from __future__ import annotations

import streamlit as st

from dashboard.components.refusal import succeed
from dashboard.components.strength import strength
from dashboard.services import figures, road
from dashboard.services.belongings import catalogue
from dashboard.wording import road as words


def draw_wished_place() -> None:
    """Draw two sliders and the tap that keeps the mark."""
    autonomy, closeness = figures.scales_of(catalogue().questionnaires[road.BALANCE])
    held = road.wished_place()
    with st.expander(words.WISHED()):
        st.markdown(words.WISHED_WHY())
        own = _ask(words.WISHED_AUTONOMY(), held[0] if held else None, autonomy.high, "wished-own")
        near = _ask(words.WISHED_CLOSENESS(), held[1] if held else None, closeness.high, "wished-near")
        is_whole = own is not None and near is not None
        with st.container(horizontal=True):
            if st.button(words.WISHED_KEEP(), key="wish", disabled=not is_whole):
                place = (float(own or 0), float(near or 0))
                if succeed(lambda: road.wish_for(place)):
                    st.rerun()
            if (
                held
                and st.button(words.WISHED_CLEAR(), key="unwish", type="tertiary")
                and succeed(lambda: road.wish_for(None))
            ):
                st.rerun()


def _ask(label: str, held: float | None, high: float, key: str) -> float | None:
    chosen = strength(
        label,
        value=None if held is None else int(held),
        key=key,
        high=int(high),
        low_label=words.WISHED_LITTLE(),
        high_label=words.WISHED_MUCH(),
    )
    return None if chosen is None else float(chosen)
