"""What every archive keeps, whatever engine is behind it: that passages are found and read.

An engine's tests derive from `ArchiveContract` (in `archive_knowledge`) and give it a fixture
`archive`: an empty one, for vectors of 64 numbers.
"""

import hashlib
from collections.abc import Iterable

import numpy as np
import pytest
from msgspec.structs import replace

from qa_app.encoding.protocol import PassageText
from qa_app.errors import LibraryError
from qa_app.library.analyzer import Analyzer
from qa_app.library.archive import Archive, NewDocument, NewPassage
from qa_app.model import (
    Block,
    BlockKind,
    Document,
    Metadata,
    Passage,
    Restriction,
    RestrictionKind,
    Span,
)
from tests.fakes import HashEncoder

DIM = 64
ENCODER = HashEncoder(dim=DIM)
ANALYZER = Analyzer()


def document(path: str, *texts: str, encoder: HashEncoder = ENCODER, **about: str) -> NewDocument:
    """A document of some paragraphs."""
    blocks, passages, at = [], [], 0
    for number, text in enumerate(texts, start=1):
        span = Span(at, at + len(text))
        at = span.end + 2
        (vectors,) = encoder.encode_passages([PassageText("", text, (Span(0, len(text)),))])
        blocks.append(Block(BlockKind.PARAGRAPH, span))
        passages.append(NewPassage(Passage(span, (span,), "", number), vectors))
    whole = "\n\n".join(texts)
    read = Document(whole, Metadata(**about), tuple(blocks), "txt")
    return NewDocument(path, hashlib.sha256(whole.encode()).hexdigest(), read, tuple(passages))


def _asked(*questions: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([ENCODER.encode_question(q) for q in questions], dtype=np.float32)


def _texts(archive: Archive, found: Iterable[int]) -> list[str]:
    ids = list(found)
    passages = archive.passages(ids)
    return [passages[i].text for i in ids]


HARBOUR = "The harbour of Tarsos opens in March."
FERRIES = "Ferries wait for the harbour master."
BRIDGE = "The bridge over the Alma was closed by the mayor."
TUNNEL = "The tunnel under the hill is wet and dark."


class SearchContract:
    """What holds of an archive's passages and documents."""

    @pytest.fixture
    def filled(self, archive: Archive) -> tuple[Archive, list[int]]:
        """An archive with three documents, and their ids."""
        news = (
            document("a.txt", HARBOUR, FERRIES, title="Harbours", publisher="Reuters"),
            document("below/b.txt", BRIDGE, publisher="BBC", date="2025-02-17"),
            document("c.txt", TUNNEL, author="Ana Ruiz"),
        )
        return archive, archive.add(news)

    def test_empty(self, archive: Archive) -> None:
        """Nothing is found in an empty one, and nothing is asked of it in vain."""
        assert archive.dim == DIM
        assert archive.count() == 0
        assert archive.by_keywords([["harbour"], []], 5) == [{}, {}]
        assert archive.by_vectors(_asked("harbour"), 5) == [{}]
        assert archive.passages([1, 2]) == {}
        assert archive.remove([1]) == 0
        assert archive.add([]) == []
        assert (archive.n_documents, archive.background, archive.is_examined) == (0, None, True)
        assert archive.document_frequencies(["harbour"]) == {"harbour": 0}
        assert (archive.completions("har", 5), archive.holding(["harbour"])) == ([], set())
        assert archive.by_speaker({"ruiz"}, 5) == []
        assert archive.source_text(1) is None

    def test_passages_are_slices_of_their_documents(
        self, filled: tuple[Archive, list[int]]
    ) -> None:
        """A passage is read as it was given, with where it is from."""
        archive, ids = filled
        found = archive.by_keywords([ANALYZER.terms("bridge")], 5)[0]
        (passage,) = archive.passages(list(found)).values()
        assert (passage.text, passage.span) == (BRIDGE, Span(0, len(BRIDGE)))
        assert passage.document_id == ids[1]
        assert passage.path.endswith("below/b.txt")
        assert (passage.metadata.publisher, passage.metadata.date) == ("BBC", "2025-02-17")
        assert passage.sentences == (Span(0, len(BRIDGE)),)
        assert float(passage.vector @ _asked(BRIDGE)[0]) == pytest.approx(1, abs=0.05)
        assert passage.sentence_vectors.shape == (1, DIM)

    def test_by_keywords(self, filled: tuple[Archive, list[int]]) -> None:
        """Passages that hold any of the terms, the best first; each list for itself."""
        archive, _ = filled
        both, none, one = archive.by_keywords(
            [ANALYZER.terms("harbour ferries"), ["zebra"], ANALYZER.terms("tunnel")], 5
        )
        assert _texts(archive, both) == [FERRIES, HARBOUR]
        assert list(both.values()) == sorted(both.values(), reverse=True)
        assert none == {}
        assert _texts(archive, one) == [TUNNEL]

    def test_by_vectors(self, filled: tuple[Archive, list[int]]) -> None:
        """The nearest first, with its cosine; each row for itself."""
        archive, _ = filled
        found = archive.by_vectors(_asked(TUNNEL, HARBOUR), 4)
        assert [_texts(archive, hits)[0] for hits in found] == [TUNNEL, HARBOUR]
        for hits in found:
            scores = list(hits.values())
            assert len(hits) == 4
            assert scores == sorted(scores, reverse=True)
            assert scores[0] == pytest.approx(1, abs=0.05)

    def test_no_more_than_asked_for(self, filled: tuple[Archive, list[int]]) -> None:
        """The best of those that there are."""
        archive, _ = filled
        assert len(archive.by_keywords([ANALYZER.terms("harbour")], 1)[0]) == 1
        assert len(archive.by_vectors(_asked("harbour"), 2)[0]) == 2

    @pytest.mark.parametrize(
        ("kind", "value", "left"),
        [
            (RestrictionKind.SOURCE, "BBC", {BRIDGE}),
            (RestrictionKind.AUTHOR, "Ana Ruiz", {TUNNEL}),
            (RestrictionKind.AFTER, "2025-01-01", {BRIDGE}),
            (RestrictionKind.BEFORE, "2024-01-01", set()),
            (RestrictionKind.PHRASE, "harbour of Tarsos", {HARBOUR}),
            (RestrictionKind.WITHOUT, "harbour", {BRIDGE, TUNNEL}),
        ],
    )
    def test_restrictions(
        self,
        filled: tuple[Archive, list[int]],
        kind: RestrictionKind,
        value: str,
        left: set[str],
    ) -> None:
        """Both ways of searching find what meets them, and nothing else."""
        archive, _ = filled
        only = [Restriction(kind, value, typed=value)]
        words = ANALYZER.terms("harbour ferries bridge tunnel")
        (by_words,) = archive.by_keywords([words], 9, only)
        (by_vector,) = archive.by_vectors(_asked("harbour"), 9, only)
        assert set(_texts(archive, by_words)) == left
        assert set(_texts(archive, by_vector)) == left

    def test_removed_documents_are_found_no_more(self, filled: tuple[Archive, list[int]]) -> None:
        """Their passages are gone from every search; ids that are not there are let be."""
        archive, ids = filled
        before = archive.by_keywords([ANALYZER.terms("harbour")], 9)[0]
        assert archive.remove([ids[0], 10**9]) == 2
        assert archive.count() == 2
        assert archive.by_keywords([ANALYZER.terms("harbour")], 9) == [{}]
        assert set(_texts(archive, archive.by_vectors(_asked(HARBOUR), 9)[0])) == {BRIDGE, TUNNEL}
        assert archive.passages(list(before)) == {}

    def test_ids_are_not_given_out_twice(self, filled: tuple[Archive, list[int]]) -> None:
        """What is added after a removal has ids that nothing had before."""
        archive, ids = filled
        gone = set(archive.by_vectors(_asked(TUNNEL), 9)[0])
        archive.remove(ids)
        (new,) = archive.add([document("d.txt", "The mill stands still.")])
        assert new not in ids
        assert gone.isdisjoint(archive.by_vectors(_asked("mill"), 9)[0])

    def test_same_content_is_kept_once(self, filled: tuple[Archive, list[int]]) -> None:
        """Added again, or from another place, a document has the id that it had."""
        archive, ids = filled
        assert archive.add([document("copy.txt", TUNNEL, author="Ana Ruiz")]) == [ids[2]]
        assert archive.count() == 4

    def test_all_or_nothing(self, filled: tuple[Archive, list[int]]) -> None:
        """Where one document cannot be kept, none is."""
        archive, _ = filled
        other = document("e.txt", "Too short.", encoder=HashEncoder(dim=8))
        with pytest.raises(LibraryError, match=r"e\.txt"):
            archive.add([document("d.txt", "The mill stands still."), other])
        assert archive.count() == 4
        assert archive.by_keywords([ANALYZER.terms("mill")], 9) == [{}]

    def test_count_of_what_meets_restrictions(self, filled: tuple[Archive, list[int]]) -> None:
        """All of them, those that meet every restriction, and none."""
        archive, _ = filled
        assert (archive.n_documents, archive.count()) == (3, 4)
        assert archive.averages.n_passages == 4
        harbour = Restriction(RestrictionKind.PHRASE, "harbour", typed="harbour")
        reuters = Restriction(RestrictionKind.SOURCE, "Reuters", typed="Reuters")
        assert archive.count([harbour]) == 2
        assert archive.count([reuters, harbour]) == 2
        assert archive.count([Restriction(RestrictionKind.SOURCE, "nobody", typed="nobody")]) == 0

    def test_headings_count_less_than_texts(self, archive: Archive) -> None:
        """What holds a term comes before what only stands under it."""
        archive.add(
            [
                document("a.txt", "The quays are full.", "Gulls eat.", title="The ferry"),
                document("b.txt", "The ferry is full.", "Geese eat.", title="The quays"),
            ]
        )
        (found,) = archive.by_keywords([ANALYZER.terms("ferry")], 9)
        assert _texts(archive, found)[0] == "The ferry is full."
        assert set(_texts(archive, found)[1:]) == {"The quays are full.", "Gulls eat."}

    def test_newest_by_turns(self, archive: Archive) -> None:
        """The first passage of each document, the newest before others; then the second."""
        archive.add(
            [
                document("a.txt", "One.", "Two.", date="2024-01-05", publisher="Reuters"),
                document("b.txt", "Three.", "Four.", date="2025-01-05", publisher="Reuters"),
                document("c.txt", "Five.", publisher="Reuters"),
                document("d.txt", "Six.", date="2026-01-05", publisher="BBC"),
            ]
        )
        reuters = [Restriction(RestrictionKind.SOURCE, "Reuters", typed="Reuters")]
        found = _texts(archive, archive.newest(9, reuters))
        assert found == ["Three.", "One.", "Five.", "Four.", "Two."]
        assert _texts(archive, archive.newest(2, reuters)) == found[:2]

    def test_ids_at_places(self, filled: tuple[Archive, list[int]]) -> None:
        """Every passage has a place, in the order of the ids."""
        archive, _ = filled
        ids = archive.ids_at(range(4))
        assert ids == sorted(archive.by_vectors(_asked("harbour"), 9)[0])
        assert archive.ids_at([2, 0]) == [ids[2], ids[0]]

    def test_paragraphs_are_whole(self, archive: Archive) -> None:
        """A part of a paragraph comes with the others, and those of other paragraphs do not."""
        whole = document("a.txt", "One.", "Two.", "Three.")
        parts = (1, 1, 2)
        joined = tuple(
            replace(one, passage=replace(one.passage, paragraph=n))
            for one, n in zip(whole.passages, parts, strict=True)
        )
        archive.add([replace(whole, passages=joined)])
        first, second, third = archive.ids_at(range(3))
        for ids in ([second], [first, second]):
            (found,) = archive.paragraphs(ids)
            assert [part.text for part in found] == ["One.", "Two."]
        both = archive.paragraphs([third, first])
        assert [[part.text for part in own] for own in both] == [["One.", "Two."], ["Three."]]

    def test_passages_read_again_are_as_they_are_now(
        self, filled: tuple[Archive, list[int]]
    ) -> None:
        """What may be remembered is the same the second time, and gone once it is removed."""
        archive, document_ids = filled
        ids = archive.ids_at(range(archive.count()))
        before = archive.passages(ids)
        again = archive.passages(ids)
        assert [p.text for p in again.values()] == [p.text for p in before.values()]
        archive.remove(document_ids[:1])
        left = archive.passages(ids)
        assert left.keys() < before.keys()
        assert all(p.document_id != document_ids[0] for p in left.values())
        assert {p.id for own in archive.paragraphs(ids) for p in own} == left.keys()
