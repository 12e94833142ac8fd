"""The README inside an archive: what each file holds, for a person who opens it in ten years."""

from __future__ import annotations

from assessments.language import say


def archive_guide() -> str:
    """The text of README.md."""
    return (
        "\n\n".join(
            [
                "# " + say("Your Footbridge archive"),
                say(
                    "This archive is not encrypted: whoever can open it can read everything in it. Keep it where only "
                    "you can reach it."
                ),
                say(
                    "This file holds all that is needed to bring everything back whole: answers, words and times, what "
                    "you set, and the names you gave to themes. Brought into an empty vault, it makes that vault the "
                    "same as the one it was taken from; brought into another one, it replaces nothing there."
                ),
                "## " + say("The files"),
                "\n".join(f"- `{name}`: {text}" for name, text in _files()),
                "## " + say("What is not in it"),
                "\n".join(f"- {text}" for text in _left_out()),
                "## " + say("How things are written"),
                "\n".join(f"- {text}" for text in _rules()),
            ]
        )
        + "\n"
    )


def _files() -> list[tuple[str, str]]:
    return [
        ("manifest.json", say("the layout's version, how many records there are, and a SHA-256 sum of each file.")),
        (
            "responses.json",
            say("filled-in questionnaires: the raw answers by item id, the questionnaire and its version."),
        ),
        (
            "entries.json",
            say("journal entries: the form and its version, the fields by id, title, tags, feelings, mood."),
        ),
        ("practices_done.json", say("practices you did, with your notes.")),
        ("events.json", say("events of your life that you marked.")),
        ("settings.json", say("what you set in the app.")),
        (
            "removed.json, earlier_states.json",
            say("what you removed and what records were before you changed them; left out where you wanted it so."),
        ),
        ("drafts.json", say("what was typed and not finished yet.")),
        (
            "worked_out.json",
            say("the themes found in your words, as the app keeps them; their names and edits are in settings.json."),
        ),
        ("imports.json", say("which files were brought in before, so that each can still be taken back.")),
        (
            "questionnaires/",
            say(
                "every questionnaire that was answered and those of your own, as TOML: items, options, subscales; in "
                "put_away those that only removed check-ins answer."
            ),
        ),
        (
            "csv/",
            say(
                "the same records as tables for a spreadsheet, pandas or R: answers_long.csv has one row per answer, "
                "responses_wide-….csv one per response with its scores, scores_long.csv one per score, entries.csv one "
                "per entry, entry_fields_long.csv one per field."
            ),
        ),
    ]


def _left_out() -> list[str]:
    return [
        say("Backups, and the folder they go to: it is one of this device's."),
        say("The passphrase and the recovery code."),
    ]


def _rules() -> list[str]:
    return [
        say("All files are UTF-8. The JSON files are lists with one record per line."),
        say(
            "A moment is written as local time, offset and zone: 2026-10-25T02:30:00+01:00[Europe/Berlin]. happened_at "
            "is when it was about, recorded_at when it was written down, changed_at when it came to be as it is. "
            "revision counts the states of one record."
        ),
        say(
            "An answer is the option's value, the words did not come up, or null for an item that was skipped. Scores "
            "are worked out from the answers; the answers are what counts."
        ),
        say("A mood goes from 1 to 5, 5 being the best. A feeling goes from 0 to 100."),
        say(
            "In the tables, a text that a spreadsheet could take for a formula has an apostrophe before it; it is "
            "taken away again when the table is read back."
        ),
    ]
