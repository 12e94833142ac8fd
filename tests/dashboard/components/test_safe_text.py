"""A text in a label stays the text it is: nothing in it comes alive, and nothing is read out that it does not hold."""

from __future__ import annotations

import pytest

from assessments.catalogue import load
from dashboard.components.safe_text import as_label


def test_no_question_and_no_option_gets_a_sign_that_would_be_read_out() -> None:
    for questionnaire in load().newest_questionnaires():
        for text in [item.text for item in questionnaire.items] + [option.label for option in questionnaire.options]:
            assert as_label(text) == text


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("1. one", r"1\. one"),
        ("1234) one", r"1234\) one"),
        ("- a - b", r"\- a - b"),
        ("# a # b", r"\# a # b"),
        ("a -> b <- c -- d", r"a \-\> b \<- c \-\- d"),
        ("*a* _b_ `c` ~~d~~ $e$", r"\*a\* \_b\_ \`c\` \~\~d\~\~ \$e\$"),
        ("[a](b) ![c](d)", r"\[a\](b) \!\[c\](d)"),
        ("<b>a</b> &lt; & &#39;", r"\<b\>a\</b\> \&lt; & \&#39;"),
        ("www.a.b a@b.c", r"www\.a.b a\@b.c"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_markdown_would_take_is_escaped_where_it_would_take_it(typed: str, label: str) -> None:
    assert as_label(typed) == label


@pytest.mark.parametrize("typed", ["https://a.b", ":red[x]", ":smile:", ":material/edit:"])
def test_no_address_colour_or_icon_comes_alive(typed: str) -> None:
    assert as_label(typed).replace("\u2060", "").replace("\\", "") == typed
    assert ":\u2060" in as_label(typed)
