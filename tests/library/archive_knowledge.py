"""What every archive knows of words, names, speakers and sources; see `archives` for the rest."""

import pytest
from msgspec.structs import replace

from qa_app.errors import LibraryError, LibraryMismatch
from qa_app.language.dates import Days
from qa_app.language.name_keys import name_keys
from qa_app.language.spellings import Origin
from qa_app.library.archive import Archive
from qa_app.library.stored import Explained
from qa_app.model import Restriction, RestrictionKind, Span
from tests.library.archives import (
    ANALYZER,
    ENCODER,
    FERRIES,
    HARBOUR,
    TUNNEL,
    SearchContract,
    document,
)


class ArchiveContract(SearchContract):
    """What holds of an archive."""

    def test_document_frequencies(self, filled: tuple[Archive, list[int]]) -> None:
        """How many passages hold a term, or else stand under it; 0 where none does."""
        archive, _ = filled
        harbour, reuters, none = (ANALYZER.term(word) for word in ("harbour", "reuters", "zebra"))
        found = archive.document_frequencies([harbour, reuters, none])
        assert found == {harbour: 2, reuters: 2, none: 0}

    def test_completions(self, filled: tuple[Archive, list[int]]) -> None:
        """Terms that begin so, the most frequent first, no more than asked for."""
        archive, _ = filled
        assert archive.completions("har", 5) == [ANALYZER.term("harbour")]
        assert len(archive.completions("t", 2)) == 2
        assert archive.completions("zz", 5) == []

    def test_words_that_documents_hold(self, archive: Archive) -> None:
        """Whole words of texts and of what is said of them, in passages or not."""
        whole = document("a.txt", HARBOUR, TUNNEL, publisher="Reuters", title="Quays")
        archive.add([replace(whole, passages=whole.passages[:1])])
        asked = ["harbour", "Reuters", "quays", "tunnel", "harb", "zebra"]
        assert archive.holding(asked) == {"harbour", "Reuters", "quays", "tunnel"}

    def test_spellings_under_a_key(self, archive: Archive) -> None:
        """The forms of one name, with how often each is there from where."""
        archive.add(
            [
                document("a.txt", "They met Ahmed al-Sharaa. Later al-Sharaa left."),
                document("b.txt", "In Tartus they met Ahmad al-Shara at the gate."),
            ]
        )
        (found,) = archive.spellings(name_keys("Sharaa")).values()
        assert {one.form: one.n_from for one in found} == {
            "Sharaa": {Origin.ARTICLE: 2},
            "Shara": {Origin.ARTICLE: 1},
        }
        assert archive.spellings(name_keys("Kowalski")) == {}
        assert archive.spellings(()) == {}

    def test_explained_acronyms(self, archive: Archive) -> None:
        """An acronym leads to its words and the words to it, the most often explained first."""
        agency = "The Northern Lights Agency (NLA) met {} at the gate."
        archive.add(
            [
                *(document(f"{n}.txt", agency.format(n)) for n in ("one", "two")),
                document("c.txt", "The National Lottery Authority (NLA) met three at the gate."),
            ]
        )
        known = Explained("NLA", "Northern Lights Agency", "nla", "northern lights agency", 2)
        assert [one.n_documents for one in archive.explained({"nla"}, ())] == [2, 1]
        assert archive.explained({"nla"}, ())[0] == known
        assert archive.explained((), {"northern lights agency"}) == [known]
        assert archive.explained({"agency"}, {"nla"}) == []

    def test_statements_by_a_speaker(self, archive: Archive) -> None:
        """Found by who speaks, within the restrictions, and read by passage."""
        said = "“The harbour stays open,” said {} Dahl on Monday."
        archive.add(
            [
                document("a.txt", said.format("Nina"), "Nobody speaks here.", publisher="Reuters"),
                document("b.txt", said.format("Omar"), publisher="BBC"),
            ]
        )
        bbc = [Restriction(RestrictionKind.SOURCE, "BBC", typed="BBC")]
        first, silent, second = archive.ids_at(range(3))
        assert set(archive.by_speaker({"dahl", "nobody"}, 9)) == {first, second}
        assert len(archive.by_speaker({"dahl"}, 1)) == 1
        assert archive.by_speaker({"dahl"}, 9, bbc) == [second]
        assert archive.by_speaker({"reed"}, 9) == []
        found = archive.statements([first, silent, second])
        assert {i: own[0].speaker for i, own in found.items()} == {
            first: "Nina Dahl",
            second: "Omar Dahl",
        }

    def test_what_documents_say_of_themselves(self, filled: tuple[Archive, list[int]]) -> None:
        """Who published and wrote them, and when."""
        archive, ids = filled
        listed = archive.catalogue
        assert listed.documents_from("Reuters") == {ids[0]}
        assert listed.documents_by("Ruiz") == {ids[2]}
        assert listed.author_names == ("Ana Ruiz",)
        assert listed.days == (Days("2025-02-17", "2025-02-17"),)
        assert "bbc" in listed.sources
        assert listed.publishers_by_documents[frozenset({ids[1]})] == "BBC"
        assert listed.names_from("harb") == {"Harbours"}
        named = listed.named_with(ANALYZER.terms("harbours"), ANALYZER)
        assert [one.document for one in named] == [ids[0]]
        archive.remove(ids)
        archive.refresh()
        assert archive.catalogue.days == ()

    def test_other_encoders_vectors_are_not_compared(self, archive: Archive) -> None:
        """Another encoder than that of the archive is told so."""
        archive.check_encoder(ENCODER.name)
        with pytest.raises(LibraryMismatch):
            archive.check_encoder("another")

    def test_words_of_a_document_are_kept_as_a_snippet(
        self, filled: tuple[Archive, list[int]]
    ) -> None:
        """With what a reader needs to find them again; never words that are not there."""
        archive, ids = filled
        source = archive.source_text(ids[0])
        assert source is not None
        assert source.text == f"{HARBOUR}\n\n{FERRIES}"
        start = source.text.index("Ferries")
        snippet = archive.make_snippet(ids[0], Span(start, start + 7), "What waits?", "2026")
        assert (snippet.quote, snippet.paragraph, snippet.document_id) == ("Ferries", 2, ids[0])
        assert (snippet.path, snippet.metadata) == (source.path, source.metadata)
        assert source.text == f"{snippet.prefix}{snippet.quote}{snippet.suffix}"
        for document_id, span in ((ids[0], Span(0, 999)), (10**9, Span(0, 1))):
            with pytest.raises(LibraryError):
                archive.make_snippet(document_id, span, "What waits?", "2026")
