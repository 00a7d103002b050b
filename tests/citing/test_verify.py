"""Exports looked up in their sources again."""

import hashlib
import io
import json
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.citing.export.content import Export, sections_by_group
from qa_app.citing.export.registry import format_for
from qa_app.citing.verify import verify
from qa_app.citing.verify_sources import Sources, Whereabouts, nowhere
from qa_app.errors import ExportError
from qa_app.library.anchoring import context_of
from qa_app.model import Snippet, Span
from qa_app.reading.file_reader import Reading, ReadingStopped
from qa_app.reading.limits import DEFAULT_LIMITS, ReadingLimits
from qa_app.reading.plain_text import read_plain_text
from qa_app.verdicts import PartKind, QuoteState, VerifyReport
from tests.citing.export.samples import MADE_AT, QUOTES, snippet
from tests.fakes import DirectReader
from tests.reading.sound_files import archive

_FORMATS = ("a.md", "a.html", "a.docx", "a.json", "a.jsonld")
_TEXT = (
    "The ferry left at nine.\n\n"
    "The keeper said “the tide is *high* today”, and closed the gate.\n\n"
    "Nobody came.\r\nNobody asked why.\n"
)


def _snippets(file: Path, *spans: Span) -> list[Snippet]:
    """Snippets of a file as it is now."""
    data = file.read_bytes()
    text = read_plain_text(data).text
    made = []
    for number, span in enumerate(spans, start=1):
        prefix, suffix = context_of(text, span)
        made.append(
            snippet(
                span.of(text),
                number,
                path=str(file),
                content_hash=hashlib.sha256(data).hexdigest(),
                span=span,
                prefix=prefix,
                suffix=suffix,
                # What a person says of the place has no part in finding it.
                page="xii",
                page_by_hand="p. 3",
                paragraph_by_hand=99,
            )
        )
    return made


def _exported(snippets: list[Snippet], file: Path) -> Path:
    made = Export(sections_by_group(snippets), MADE_AT)
    file.write_bytes(format_for(file).write(made))
    return file


def _checked(file: Path) -> VerifyReport:
    return verify(file, _sources())


def _sources(limits: ReadingLimits = DEFAULT_LIMITS, whereabouts: Whereabouts = nowhere) -> Sources:
    return Sources(DirectReader(limits), limits, whereabouts)


def _span(words: str, text: str = _TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A document."""
    file = tmp_path / "tide log.txt"
    file.write_bytes(_TEXT.encode())
    return file


@pytest.mark.parametrize("name", _FORMATS)
def test_an_export_that_nobody_touched_is_verbatim(name: str, source: Path, tmp_path: Path) -> None:
    """Quotes with marks, line ends and quotation marks are found where they stood."""
    spans = (_span("“the tide is *high* today”"), _span("came.\r\nNobody"), Span(0, len(_TEXT)))
    report = _checked(_exported(_snippets(source, *spans), tmp_path / name))
    assert [v.state for v in report.verdicts] == [QuoteState.VERBATIM] * 3
    assert [v.span for v in report.verdicts] == list(spans)
    assert report.is_verbatim


@pytest.mark.parametrize("name", _FORMATS)
def test_hostile_words_are_verbatim(name: str, tmp_path: Path) -> None:
    """Whatever a text file can hold is found again in every format."""
    text = "\n\n".join(f"{n} {quote} ." for n, quote in enumerate(QUOTES))
    file = tmp_path / "hostile.txt"
    file.write_bytes(text.encode())
    text = read_plain_text(file.read_bytes()).text
    spans = [_span(quote, text) for quote in QUOTES]
    report = _checked(_exported(_snippets(file, *spans), tmp_path / name))
    assert [v.state for v in report.verdicts] == [QuoteState.VERBATIM] * len(QUOTES)


def test_words_that_moved_are_found(source: Path, tmp_path: Path) -> None:
    """What is written before them moves them; the verdict says where they stand."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.md")
    source.write_bytes(f"A new beginning.\n\n{_TEXT}".encode())
    (verdict,) = _checked(export).verdicts
    assert verdict.state is QuoteState.MOVED
    assert verdict.is_verbatim
    assert verdict.span == _span("Nobody came.").shifted(18)


def test_of_several_places_the_one_with_the_same_surroundings_is_taken(tmp_path: Path) -> None:
    """The same words elsewhere are not mistaken for those that moved."""
    file = tmp_path / "a.txt"
    text = "At dawn the gate was open. At noon the gate was open. At dusk the gate was open."
    file.write_text(text)
    span = Span(text.index("noon") + 5, text.index("noon") + 22)
    export = _exported(_snippets(file, span), tmp_path / "a.md")
    file.write_text(f"Log. {text}")
    (verdict,) = _checked(export).verdicts
    assert verdict.span == span.shifted(5)


def test_words_that_changed_in_the_source_are_shown_with_the_difference(
    source: Path, tmp_path: Path
) -> None:
    """The difference says which words only the source has and which only the quote."""
    export = _exported(_snippets(source, _span("The ferry left at nine.")), tmp_path / "a.html")
    source.write_bytes(_TEXT.replace("left at nine", "left at ten").encode())
    report = _checked(export)
    (verdict,) = report.verdicts
    assert verdict.state is QuoteState.CHANGED
    assert not report.is_verbatim
    parts = {part.kind: part.text for part in verdict.difference if part.kind != PartKind.SAME}
    assert parts == {PartKind.SOURCE: "ten", PartKind.QUOTE: "nine"}


def _edit_text(file: Path) -> None:
    file.write_text(file.read_text().replace("ferry left", "ferry never left"))


def _edit_docx(file: Path) -> None:
    document = Document(io.BytesIO(file.read_bytes()))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if "ferry left" in run.text:
                run.text = run.text.replace("ferry left", "ferry never left")
    document.save(str(file))


@pytest.mark.parametrize(
    ("name", "edit"),
    [("a.md", _edit_text), ("a.html", _edit_text), ("a.docx", _edit_docx), ("a.json", _edit_text)],
)
def test_a_quote_that_was_edited_in_the_export_is_changed(
    name: str, edit: Callable[[Path], None], source: Path, tmp_path: Path
) -> None:
    """The words a reader sees count, not those kept beside them; the others stay verbatim."""
    spans = (_span("The ferry left at nine."), _span("Nobody came."))
    export = _exported(_snippets(source, *spans), tmp_path / name)
    edit(export)
    first, second = _checked(export).verdicts
    assert first.state is QuoteState.CHANGED
    added = [part.text.strip() for part in first.difference if part.kind is PartKind.QUOTE]
    assert added == ["never"]
    assert second.state is QuoteState.VERBATIM


def test_a_quote_that_lost_its_marks_is_still_verbatim(source: Path, tmp_path: Path) -> None:
    """Somebody took the quotation marks out of the Markdown; the words are the same."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.md")
    export.write_text(export.read_text().replace("“Nobody came.”", "Nobody came."))
    assert _checked(export).is_verbatim


def test_a_source_that_is_gone_is_missing(source: Path, tmp_path: Path) -> None:
    """The verdict says why it could not be read; no other file is taken for it."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.json")
    source.unlink()
    (verdict,) = _checked(export).verdicts
    assert verdict.state is QuoteState.MISSING
    assert verdict.reason


def test_a_file_that_moved_is_found_by_its_content(source: Path, tmp_path: Path) -> None:
    """Where a library knows the content elsewhere, the quote has moved there."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.json")
    moved = tmp_path / "moved.txt"
    source.rename(moved)
    (verdict,) = verify(export, _sources(whereabouts=lambda _trace: str(moved))).verdicts
    assert (verdict.state, verdict.path) == (QuoteState.MOVED, str(moved))


def test_a_source_that_lies_in_a_file(tmp_path: Path) -> None:
    """It is looked up in there; once it is no longer in there it is missing."""
    document = tmp_path / "tide.txt"
    document.write_bytes(_TEXT.encode())
    (kept,) = _snippets(document, _span("Nobody came."))
    box = tmp_path / "box.zip"
    inner = archive(("in/tide.txt", _TEXT.encode()), ("other.txt", b"Nobody came."))
    box.write_bytes(archive(("a.zip", inner)))
    inside = replace(kept, path=f"{box}/a.zip/in/tide.txt")
    export = _exported([inside], tmp_path / "a.json")
    assert _checked(export).is_verbatim
    box.write_bytes(archive(("a.zip", archive(("other.txt", _TEXT.encode())))))
    (verdict,) = _checked(export).verdicts
    assert (verdict.state, verdict.path) == (QuoteState.MISSING, inside.path)
    assert "there is no a.zip/in/tide.txt in" in verdict.reason


def test_checking_that_is_cancelled_within_a_source(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked before is told."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.json")
    monkeypatch.setattr(DirectReader, "read", _stopped)
    report = _checked(export)
    assert (report.cancelled, report.verdicts) == (True, ())


def _stopped(*_arguments: object) -> Generator[Reading, None, None]:
    raise ReadingStopped
    yield


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    """An export may name anything: a folder, a device, a file too large."""
    folder = tmp_path / "x.txt"
    folder.mkdir()
    large = tmp_path / "large.txt"
    large.write_text("a" * 20)
    named = [snippet("a", 1, path=str(folder)), snippet("a", 2, path=str(large))]
    export = _exported([*named, snippet("a", 3, path="/dev/zero")], tmp_path / "a.json")
    report = verify(export, _sources(replace(DEFAULT_LIMITS, max_file_bytes=10)))
    assert [v.state for v in report.verdicts] == [QuoteState.MISSING] * 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b"{}"),
        ("a.json", b"[1"),
        ("a.json", b'{"qa_app_export": 1, "snippets": [{"quote": "x"}]}'),
        ("a.jsonld", b'{"@context": [], "first": {"items": [{}]}}'),
        ("a.md", b"# Nothing\n\n> here"),
        ("a.md", b"<!-- qa-app {} -->\n\n> here"),
        ("a.html", b"<blockquote data-qa-app='[]'>x</blockquote>"),
        ("a.docx", b"no zip"),
        ("a.pdf", b"%PDF"),
    ],
)
def test_what_is_no_export_is_refused(name: str, data: bytes, tmp_path: Path) -> None:
    """A sentence says so; nothing that is not checked counts as verbatim."""
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(ExportError, match=name):
        _checked(file)


def test_a_span_out_of_bounds_is_no_crash(source: Path, tmp_path: Path) -> None:
    """Offsets that were altered are not trusted; the words are looked for."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / "a.json")
    whole = json.loads(export.read_text())
    whole["snippets"][0]["span"] = [10**9, 10**9 + 3]
    export.write_text(json.dumps(whole))
    (verdict,) = _checked(export).verdicts
    assert verdict.span == _span("Nobody came.")


_PIECES = st.lists(
    st.text(
        st.sampled_from("abcdeé שלו🙂“”‘’*_`<>&\\=@'\"-#|[]~$%^{}. \t\n\n"), min_size=0, max_size=12
    ),
    min_size=2,
    max_size=12,
)
_AROUND = st.sampled_from(["", "", " ", "  ", "\t", "\n", "\n\n", "a", "“", "”", "'"])
_OTHER_SPACE = {" ": "\n", "\n": " ", "\t": " ", "“": "‘", "”": "’", "'": "’", "-": "–"}


@st.composite
def _documents(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text of numbered pieces, and spans of them: no two pieces have the same words."""
    text, spans = "", []
    for number, piece in enumerate(draw(_PIECES)):
        start = len(text)
        text += f"{draw(_AROUND)}§{number}{piece}¶{number}.{draw(_AROUND)}"
        spans.append(Span(start, len(text)))
        text += draw(st.sampled_from(["", " ", "\n", "\n\n"]))
    return text, spans


@st.composite
def _edits(draw: st.DrawFn, text: str) -> tuple[Span, str]:
    """What is put in the place of a stretch of a text; the smallest are the hardest to see."""
    at = draw(st.integers(0, len(text) - 1))
    char = text[at]
    small = [char.swapcase(), _OTHER_SPACE.get(char, ""), f"{char} ", f"{char}\n", ""]
    if draw(st.booleans()):
        return Span(at, at + 1), draw(st.sampled_from(small))
    end = min(at + draw(st.integers(0, 6)), len(text))
    return Span(at, end), draw(st.text("xyz \nß=", max_size=5))


@given(data=st.data(), made=_documents())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_an_edit_exactly_the_touched_quotes_are_not_verbatim(
    data: st.DataObject, made: tuple[str, list[Span]], tmp_path: Path
) -> None:
    """In every format: before it all are verbatim where they stood; after it those it left alone.

    Those stand where they did or as far on as the edit moved them.
    """
    text, spans = made
    place, added = data.draw(_edits(text))
    edited = text[: place.start] + added + text[place.end :]
    file = tmp_path / "random.txt"
    file.write_bytes(text.encode())
    exports = [_exported(_snippets(file, *spans), tmp_path / name) for name in _FORMATS]
    for export in exports:
        verdicts = _checked(export).verdicts
        assert [v.state for v in verdicts] == [QuoteState.VERBATIM] * len(spans)
        assert [v.span for v in verdicts] == spans

    file.write_bytes(edited.encode())
    wanted = [_after(place, len(added), span, text, edited) for span in spans]
    for export in exports:
        assert [v.span if v.is_verbatim else None for v in _checked(export).verdicts] == wanted


def _after(place: Span, n_added: int, span: Span, text: str, edited: str) -> Span | None:
    """Where words stand after an edit of `place`, or None where it touched them."""
    moved = span.shifted(n_added - (place.end - place.start))
    for there in (span, moved) if span.end <= place.start else (moved, span):
        if there.start >= 0 and there.of(edited) == span.of(text):
            return there
    at = edited.find(span.of(text))
    return None if at < 0 else Span(at, at + span.end - span.start)


@pytest.mark.parametrize("name", ["a.json", "a.jsonld", "a.md", "a.html", "a.docx"])
@pytest.mark.parametrize("other", ["nobody came.", "Nobody Came.", "Nobody came!", "Nobody  came."])
def test_the_smallest_edit_of_a_source_is_seen(
    name: str, other: str, source: Path, tmp_path: Path
) -> None:
    """A letter in another case, another full stop, one space more: the words are others."""
    export = _exported(_snippets(source, _span("Nobody came.")), tmp_path / name)
    assert _checked(export).is_verbatim
    source.write_bytes(_TEXT.replace("Nobody came.", other).encode())
    (verdict,) = _checked(export).verdicts
    assert verdict.state is QuoteState.CHANGED
