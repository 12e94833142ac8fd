"""A page or two for oneself or a therapist: records in, HTML text or PDF bytes out; knows no Streamlit.

from dashboard import report
first_day, last_day = report.last_weeks(today, 12)
made = report.build(history, report.Choices(first_day=first_day, last_day=last_day), made_on=today)
made.to_html(), made.to_pdf()
"""

from dashboard.report.building import Report, build
from dashboard.report.choices import PAPERS, PARTS, Choices, Paper, Part, last_weeks

__all__ = ["PAPERS", "PARTS", "Choices", "Paper", "Part", "Report", "build", "last_weeks"]
