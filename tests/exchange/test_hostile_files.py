"""Broken, cut, packed and poisoned files: a clear sentence, never an exception, nothing partial."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.catalogue import Catalogue, load
from assessments.exchange import sources
from assessments.exchange.archive import write_archive, write_tables
from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_writing import write_fhir
from assessments.exchange.markdown_writing import write_markdown
from assessments.exchange.plan import plan
from assessments.exchange.readers import READERS, read, recognise
from assessments.exchange.reading import Options
from assessments.records import Entry, Response

FOREIGN = Path(__file__).parent.parent / "fixtures" / "foreign"
DAYLIO = b"full_date,date,weekday,time,mood,activities,note\n"


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


def exports() -> list[bytes]:
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    history = Belongings(
        entries=(Entry(id="e", happened_at=when, form="free", version=1, fields={"text": "a\nb"}, tags=("x",)),),
        responses=(Response(id="r", happened_at=when, questionnaire="pulse", version=1, answers={"a": 1, "b": None}),),
    )
    made = []
    for write in (write_archive, write_tables, write_markdown, write_fhir):
        target = io.BytesIO()
        write(history, target)
        made.append(target.getvalue())
    return made


SEEDS = [path.read_bytes() for path in sorted(FOREIGN.rglob("*")) if path.is_file()] + exports()
SEEDS.append(packed({"Journal.json": (FOREIGN / "day_one.json").read_bytes()}))
SIGNS = st.sampled_from(
    [b"\x00", b"\xff", b'"', b"\n", b"\r", b",", b"{", b"[", b"]", b"\\", b"1e999", b"null", b"[" * 3000]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        match draw(st.sampled_from(["cut", "drop", "put", "repeat"])):
            case "cut":
                content = content[:at]
            case "drop":
                content = content[:at] + content[at + draw(st.integers(1, 40)) :]
            case "put":
                content = content[:at] + draw(SIGNS | st.binary(max_size=8)) + content[at:]
            case "repeat":
                content = content[:at] + content[max(0, at - 50) :]
    return content


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    damaged() | st.binary(max_size=200),
    st.none() | st.sampled_from(sorted(READERS)),
    st.sampled_from([None, load()]),
    st.sampled_from([None, True, False]),
)
def test_no_reader_lets_an_exception_out_or_keeps_part_of_a_refused_file(
    content: bytes, format_name: str | None, catalogue: Catalogue | None, day_first: bool | None
) -> None:
    recognise(content)
    found = read(content, Options(catalogue=catalogue, day_first=day_first), format_name=format_name)
    assert found.refused is None or found.records == ()
    planned = plan(found)
    assert len({record.id for record in planned.to_add}) == len(planned.to_add)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = sorted({key for path in FOREIGN.glob("*.json") for key in re.findall(r'"(\w+)":', path.read_text("utf-8"))})
VALUES = json_values | st.sampled_from(
    ["choice", "completed", "amended", "Questionnaire", "QuestionnaireResponse", "2024-01-01"]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8), max_size=3),
    st.sampled_from(["day_one", "jrnl", "fhir"]),
)
def test_json_of_the_right_shape_with_wrong_things_in_it_is_told_not_raised(
    objects: list[dict[str, object]], format_name: str
) -> None:
    for given_ in (
        {"entries": objects},
        objects,
        {"resourceType": "Bundle", "entry": [{"resource": o} for o in objects]},
    ):
        found = read(json.dumps(given_).encode(), Options(catalogue=load()), format_name=format_name)
        assert found.refused is None or found.records == ()


@pytest.mark.parametrize("name", [path.name for path in FOREIGN.iterdir() if path.suffix == ".json"])
def test_half_a_json_file_is_refused_whole(name: str) -> None:
    content = (FOREIGN / name).read_bytes()
    found = read(content[: len(content) * 2 // 3])
    assert found.refused is not None
    assert "nothing was taken" in found.refused
    assert found.records == ()


@pytest.mark.parametrize("end", [b'2025-01-02,2,Thu,10:00,good,,"half a no', b"2025-01-02,2,Thu,10"])
def test_half_a_table_is_refused_whole(end: bytes) -> None:
    found = read(DAYLIO + b"2025-01-01,1,Wed,10:00,good,,first\n" + end)
    assert found.refused is not None
    assert found.records == ()


def test_a_file_in_another_encoding_is_refused_and_utf_16_with_its_mark_is_read() -> None:
    rows = DAYLIO.decode() + "2025-01-01,1,Wed,10:00,good,,schön\n"
    assert "UTF-8" in (read(rows.encode("latin-1")).refused or "")
    assert len(read(rows.encode("utf-16")).records) == 1


def test_mixed_line_ends_lose_no_row() -> None:
    rows = DAYLIO + b'2025-01-01,1,W,10:00,good,,"a\nb"\r\n2025-01-02,1,W,10:00,good,,c\n2025-01-03,1,W,10:00,good,,d\r'
    assert [r.fields["text"] for r in read(rows).records if isinstance(r, Entry)] == ["a\nb", "c", "d"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "RATIO_COUNTS_FROM_BYTES", 1_000_000)
    bomb = packed({"2024-01-01.md": b"\0" * 5_000_000})
    assert len(bomb) < 10_000
    assert "packed" in (read(bomb).refused or "")


def test_more_writing_than_can_be_read_is_refused() -> None:
    huge = packed({f"2024-01-0{n}.md": b"0123456789abcdef" * 1_180_000 for n in range(1, 16)})
    assert "megabytes" in (read(huge).refused or "")


def test_a_file_of_300_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "daylio.csv"
    with path.open("wb") as file:
        file.write(DAYLIO)
        file.truncate(300_000_000)
    assert "megabytes" in (read(path).refused or "")


@pytest.mark.parametrize(
    "name", ["../2024-01-01.md", "/etc/2024-01-01.md", "C:/2024-01-01.md", "a/../../2024-01-01.md"]
)
def test_a_name_that_points_outside_is_refused(name: str) -> None:
    assert "outside" in (read(packed({name: b"text"})).refused or "")


def test_links_passwords_and_repeated_names_in_a_zip_are_refused() -> None:
    link = zipfile.ZipInfo("2024-01-01.md")
    link.external_attr = 0o120777 << 16
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(link, "/etc/passwd")
    assert "link" in (read(target.getvalue()).refused or "")
    locked = bytearray(packed({"2024-01-01.md": b"text"}))
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in (read(bytes(locked)).refused or "")
    with pytest.warns(UserWarning), zipfile.ZipFile(target := io.BytesIO(), "w") as made:
        made.writestr("2024-01-01.md", "one")
        made.writestr("2024-01-01.md", "two")
    assert "same name" in (read(target.getvalue()).refused or "")


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not in the diary")
    diary = tmp_path / "diary"
    diary.mkdir()
    (diary / "2024-01-01.md").write_text("in the diary")
    (diary / "2024-01-02.md").symlink_to(secret)
    assert len(read(diary).records) == 1


@pytest.mark.parametrize("content", [b"", b"hello", b"{}", b"[]", b"PK\x03\x04", b"\x89PNG\r\n", b"a,b\n1,2\n"])
def test_what_is_no_diary_is_said_to_be_none(content: bytes) -> None:
    assert read(content).refused


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "cannot be opened" in (read(tmp_path / "none.csv").refused or "")


def test_an_archive_of_a_newer_layout_is_refused() -> None:
    manifest = json.dumps({"format": "footbridge-archive", "format_version": 99}).encode()
    assert "newer" in (read(packed({"manifest.json": manifest})).refused or "")
