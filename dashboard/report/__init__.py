"""A page or two for oneself or a therapist: records in, HTML text or PDF bytes out; knows no Streamlit.

from dashboard import report
first_day, last_day = report.last_weeks(today, 12)
made = report.build(history, report.Choices(first_day=first_day, last_day=last_day), made_on=today)
made.to_html(), made.to_pdf()
"""

from dashboard.report.building import Report, build, put_together, section
from dashboard.report.choices import PAPERS, PARTS, Choices, Paper, Part, last_weeks
from dashboard.report.entry import build_entry
from dashboard.report.findings import Findings, look_into
from dashboard.report.themes import OfferedQuote, quotes_on_offer

__all__ = [
    "PAPERS",
    "PARTS",
    "Choices",
    "Findings",
    "OfferedQuote",
    "Paper",
    "Part",
    "Report",
    "build",
    "build_entry",
    "last_weeks",
    "look_into",
    "put_together",
    "quotes_on_offer",
    "section",
]
