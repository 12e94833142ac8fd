"""The diary sentences that the encoder learns from are plain lines, and paired with what stands near them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tools.distilling.written import BESIDE, WRITTEN, written_sentences, written_texts


def lines_by_file() -> list[tuple[Path, list[str]]]:
    return [(path, path.read_text(encoding="ascii").splitlines()) for path in sorted(WRITTEN.glob("*.txt"))]


def test_every_line_is_one_plain_sentence_or_a_few() -> None:
    for path, lines in lines_by_file():
        for at, line in enumerate(lines, 1):
            assert line == line.strip() and 2 <= len(line.split()) <= 80, f"{path.name}:{at}: {line!r}"


def test_hardly_a_sentence_is_written_twice_and_none_is_told_twice() -> None:
    lines = [line for _, lines in lines_by_file() for line in lines]
    told = written_sentences()
    assert len(told) == len(set(told)) == len(set(lines)) >= len(lines) - 2 > 25_000


def test_each_line_is_told_alone_and_once_more_with_one_that_stands_near() -> None:
    alone, texts = written_sentences(), written_texts()
    assert texts[: len(alone)] == alone
    pairs = iter(texts[len(alone) :])
    for _, lines in lines_by_file():
        places = defaultdict(list)
        for at, line in enumerate(lines):
            places[line].append(at)
        for at, line in enumerate(lines):
            pair = next(pairs)
            assert pair.startswith(f"{line} ")
            assert any(0 < abs(at - other) <= BESIDE for other in places[pair.removeprefix(f"{line} ")]), pair
    assert next(pairs, None) is None
