"""How spans and vectors are kept, and what is read back of a document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.engine import Engine
from qa_app.library import store
from qa_app.model import Span
from tests.library.conftest import Index, Open, write

_positions = st.integers(0, 2**31 - 1)


@given(st.lists(st.builds(Span, _positions, _positions)))
def test_spans_come_back_as_they_were(spans: list[Span]) -> None:
    """Any spans, none included, survive packing; each takes eight bytes."""
    packed = store.pack_spans(spans)
    assert store.unpack_spans(packed) == tuple(spans)
    assert len(packed) == 8 * len(spans)


def test_passage_is_its_documents_text(folder: Path, index: Index, opened: Open) -> None:
    """A passage's text and sentences are slices of the document, emoji and all."""
    write(
        folder / "a.txt",
        "The harbour 🚢 opens. Ferries 👩‍👩‍👧 wait.\r\n\r\nThe bridge 🌉 is closed.\r\n",
    )
    index()
    library = opened()
    passages = library.passages([1, 2, 3])
    assert len(passages) == 2
    for passage in passages.values():
        source = library.source_text(passage.document_id)
        assert source is not None
        assert passage.span.of(source.text) == passage.text
        assert all(span.of(passage.text).strip() for span in passage.sentences)
        assert passage.vector.shape == (64,)
        assert passage.sentence_vectors.shape == (len(passage.sentences), 64)


def test_document_of_several_files_goes_by_the_first(
    folder: Path, index: Index, opened: Open
) -> None:
    """A document that several files hold is shown under the one that came first."""
    write(folder / "b.txt", "The harbour opens.")
    index()
    write(folder / "a.txt", "The harbour opens.")
    index()
    (passage,) = opened().passages([1]).values()
    assert passage.path == str(folder / "b.txt")


def test_more_passages_than_one_statement_takes(folder: Path, index: Index, opened: Open) -> None:
    """Hundreds of ids, unknown ones among them, are answered in one call."""
    write(folder / "a.txt", "\n\n".join(f"The harbour of pier {n} opens." for n in range(30)))
    index()
    assert len(opened().passages(range(1, 1200))) == 30


def test_unknown_document(three_files: Path, opened: Open) -> None:
    """A document that is not there has no text."""
    assert three_files
    assert opened().source_text(999) is None


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("release", True),
        ("lease", False),
        ("RELEASE", True),
        ("100%", True),
        ("1_0", False),
        ("茶博会", True),
        ("博会开", True),
        ("会茶", False),
    ],
)
def test_word_is_held_whole(
    engine: Engine, folder: Path, library_dir: Path, word: str, held: bool
) -> None:
    """A word within another is another word, except where no spaces part them."""
    text = "The release of 100% of the water was announced.\n\n茶博会开幕了，很多人来。\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    assert (library.holding([word]) == {word}) is held
    library.close()


def test_paragraph_comes_with_its_parts(engine: Engine, library_dir: Path, folder: Path) -> None:
    """A part brings the others of its paragraph, in order, and none of the next."""
    long = " ".join(f"The keeper of lamp number {n} went up the stairs again." for n in range(60))
    (folder / "a.txt").write_text(f"{long}\n\nThe next paragraph.\n", encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    (parts,) = library.paragraphs([2])
    assert [part.id for part in parts] == list(range(1, len(parts) + 1))
    assert {part.paragraph for part in parts} == {parts[0].paragraph}
    assert len(parts) > 1
    library.close()


def test_endless_paragraph_comes_in_pieces(engine: Engine, library_dir: Path, folder: Path) -> None:
    """Of a book without empty lines only what stands around a passage is read."""
    endless = "\n".join(f"The keeper of lamp number {n} went up the stairs." for n in range(2_000))
    (folder / "a.txt").write_text(endless, encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    found = library.paragraphs([20, 60, 61])
    assert all(len(parts) <= 9 for parts in found)
    ids = [part.id for parts in found for part in parts]
    assert len(ids) == len(set(ids)) < 25
    assert {20, 60, 61} <= set(ids)
    library.close()


def test_author_is_no_missing_word(engine: Engine, library_dir: Path, folder: Path) -> None:
    """Who wrote a document is named in it, wherever the text does not say so."""
    head = "---\nauthor: Lena Brandt\npublisher: Northern Wire\n---\n\n"
    (folder / "a.md").write_text(head + "The ferry waits.\n", encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    assert library.holding(["Brandt", "Brand", "Wire"]) == {"Brandt", "Wire"}
    library.close()
