"""A report from the command line: HTML or PDF, for a span, without the journal's text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assessments.storage import create_vault
from sample_data import load_sample
from tests.dashboard.command_line.shell import Shell


def test_a_report_is_written_as_html_and_as_pdf_without_the_journals_text(shell: Shell, tmp_path: Path) -> None:
    sample = load_sample(until=date(2026, 6, 28))
    vault, _ = create_vault(shell.home)
    with vault:
        vault.save_many([*sample.responses, *sample.entries, *sample.practices_done, *sample.events])
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    shell.done("report", page, "--since", "2026-03-01", "--until", "2026-06-28")
    shell.done("report", paper, "--since", "2026-03-01", "--until", "2026-06-28", "--paper", "letter")
    assert paper.read_bytes().startswith(b"%PDF-")
    written = page.read_text(encoding="utf-8")
    assert "Emotional safety" in written or "ten signs" in written
    texts = [str(entry.fields.get("text") or "") for entry in sample.entries]
    assert [text for text in texts if len(text) > 40 and text[:40] in written] == []

    refused = shell.run("report", tmp_path / "report.docx")
    assert (refused.returncode, refused.stderr) == (2, "The name of a report ends in .html or .pdf.\n")
    assert shell.run("report", page).returncode == 1
    assert shell.run("report", tmp_path / "x.pdf", "--since", "2026-02-30").returncode == 2
