"""A text in a label stays the text it is: nothing in it comes alive, and nothing is read out that it does not hold."""

from __future__ import annotations

import pytest

from assessments.catalogue import load
from dashboard.components.safe_text import as_label, with_calls


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


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Call 112 or 999", 'Call <a href="tel:112">112</a> or <a href="tel:999">999</a>'),
        ("Call 0800 111 0 111", 'Call <a href="tel:08001110111">0800 111 0 111</a>'),
        ("1-800-799-7233", '<a href="tel:18007997233">1-800-799-7233</a>'),
        ("+353 1 23", '<a href="tel:+353123">+353 1 23</a>'),
        ('<b onclick="x(1)">', '&lt;b onclick=&quot;x(<a href="tel:1">1</a>)&quot;&gt;'),
        ("ask", "ask"),
    ],
)
def test_a_number_can_be_called_and_nothing_else_comes_alive(text: str, html: str) -> None:
    assert with_calls(text) == html
