"""The encrypted archive opens with its passphrase alone, whole or not at all."""

from __future__ import annotations

import io

import pytest

from assessments.exchange import sealed
from assessments.exchange.archive import write_archive
from assessments.exchange.archive_reading import read_back
from assessments.exchange.belongings import Belongings
from assessments.exchange.readers import read, recognise
from assessments.exchange.sealed import CannotUnseal, seal, unsealed_bytes


@pytest.fixture(autouse=True)
def _small_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)
    monkeypatch.setattr(sealed, "PASSES", 1)


def sealed_of(content: bytes, passphrase: str = "a quiet lake") -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(content), target, passphrase)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 31, 32, 100])
def test_content_of_any_length_comes_back(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "BLOCK_BYTES", 16)
    content = bytes(range(size))
    assert unsealed_bytes(sealed_of(content), "a quiet lake") == content


def test_an_archive_comes_back_and_its_words_are_nowhere_in_the_file() -> None:
    target = io.BytesIO()
    write_archive(Belongings(settings={"word": "heron"}), target)
    closed = sealed_of(target.getvalue())
    assert b"heron" not in closed
    assert b"manifest" not in closed
    assert read_back(unsealed_bytes(closed, "a quiet lake")).settings == {"word": "heron"}
    assert recognise(closed) == "sealed"
    assert "passphrase" in (read(closed).refused or "")


def test_the_same_content_is_sealed_differently_each_time() -> None:
    assert sealed_of(b"same") != sealed_of(b"same")


def test_another_passphrase_does_not_open_it() -> None:
    with pytest.raises(CannotUnseal, match="passphrase"):
        unsealed_bytes(sealed_of(b"content"), "a loud lake")


def test_a_block_cannot_be_changed_dropped_moved_or_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "BLOCK_BYTES", 16)
    whole = sealed_of(bytes(64))
    start, blocks = whole[: -4 * 32], [whole[len(whole) - n * 32 :][:32] for n in (4, 3, 2, 1)]
    for order in ([1, 0, 2, 3], [0, 1, 3], [0, 1, 2], [0, 0, 1, 2, 3], []):
        with pytest.raises(CannotUnseal):
            unsealed_bytes(start + b"".join(blocks[n] for n in order), "a quiet lake")
    for at in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 1
        with pytest.raises(CannotUnseal):
            unsealed_bytes(bytes(changed), "a quiet lake")


def test_an_empty_passphrase_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="empty"):
        sealed_of(b"content", "")


def test_the_costs_of_a_passphrase_are_those_of_the_vault() -> None:
    assert (sealed._MOST_MEMORY_KIB, sealed._MOST_PASSES) == (1_048_576, 20)
    with pytest.raises(CannotUnseal, match="damaged"):
        unsealed_bytes(sealed_of(b"x").replace(b'"passes": 1,', b'"passes":99,'), "a quiet lake")
