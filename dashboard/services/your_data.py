"""The person's data as a whole: where it is, taking it out, erasing it."""

from __future__ import annotations

import io

from assessments.exchange.archive import write_archive

from assessments.exchange.belongings import Belongings as Outgoing
from dashboard import session
from dashboard.services.belongings import held, version


def archive() -> bytes:
    """Everything in one ZIP: JSON, CSV, the questionnaires' TOML and a guide to them."""

    def write() -> bytes:
        target = io.BytesIO()
        write_archive(outgoing(), target)
        return target.getvalue()

    return session.remembered("archive", version(), write)


def outgoing() -> Outgoing:
    """Everything that leaves with an export."""
    everything = held()
    used = {(each.questionnaire, each.version) for each in everything.responses}
    return Outgoing(
        responses=everything.responses,
        entries=everything.entries,
        practices_done=everything.practices_done,
        events=everything.events,
        questionnaires=tuple(everything.catalogue.questionnaires[key] for key in sorted(used)),
    )
