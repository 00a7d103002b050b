"""The keyword index by itself."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from qa_app.library.analyzer import Analyzer
from qa_app.library.keyword_index import KeywordEntry, KeywordIndex
from qa_app.library.scope import Scope


@pytest.fixture
def keywords(tmp_path: Path) -> KeywordIndex:
    """An index of three passages."""
    index = KeywordIndex.create(tmp_path / "keywords")
    index.write(
        [
            KeywordEntry(1, "The harbour opened", "Tarsos"),
            KeywordEntry(2, "The harbours of the harbour master", "Tarsos"),
            KeywordEntry(3, "A bridge", "Harbours"),
        ],
        (),
    )
    return index


def _ids(index: KeywordIndex, *terms: str, k: int = 10) -> list[int]:
    return [passage_id for passage_id, _ in index.search(terms, k)]


def test_search_finds_any_term_best_first(keywords: KeywordIndex) -> None:
    """Passages with any of the terms come best first; a heading counts less than the text."""
    assert _ids(keywords, "harbour") == [2, 1, 3]
    scores = [score for _, score in keywords.search(["harbour"], 10)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_search_cuts_off_at_k(keywords: KeywordIndex) -> None:
    """No more than `k` come back."""
    assert _ids(keywords, "harbour", k=1) == [2]


@pytest.mark.parametrize("terms", [(), ("",), ("quarry",), ("harbour AND bridge",), ("text:*",)])
def test_search_without_a_match(keywords: KeywordIndex, terms: tuple[str, ...]) -> None:
    """No term, an unknown one or one that looks like a query language finds nothing."""
    assert keywords.search(terms, 10) == []


def test_document_frequencies_count_passages(keywords: KeywordIndex) -> None:
    """A term counts once a passage whose text holds it."""
    assert keywords.document_frequencies(["harbour", "bridg", "quarri"]) == {
        "harbour": 2,
        "bridg": 1,
        "quarri": 0,
    }


def test_term_of_headings_alone_is_not_missing(keywords: KeywordIndex) -> None:
    """A term that only headings hold has their frequency."""
    assert keywords.document_frequencies(["tarso"]) == {"tarso": 2}


def test_removed_passages_are_found_no_more(keywords: KeywordIndex) -> None:
    """Removal takes a passage out of search, frequencies and completions."""
    keywords.write([KeywordEntry(4, "A quarry", "")], [1, 2])
    assert _ids(keywords, "harbour") == [3]
    assert _ids(keywords, "quarri") == [4]
    assert keywords.document_frequencies(["open"]) == {"open": 0}
    assert keywords.completions("ope", 5) == []


def test_removed_passages_are_told_from_the_list_of_files(
    keywords: KeywordIndex, tmp_path: Path
) -> None:
    """An index that is opened knows how many are removed: a term of more passages is there."""
    more = [KeywordEntry(n, f"ferry {n}", "") for n in range(10, 20)]
    keywords.write([*more, KeywordEntry(20, "A quarry", "")], [1, 2])
    keywords.write((), [20])
    again = KeywordIndex.open(tmp_path / "keywords")
    frequencies = again.document_frequencies(["open", "quarri", "ferri", "harbour"])
    assert frequencies == {"open": 0, "quarri": 0, "ferri": 10} | {
        "harbour": frequencies["harbour"]
    }
    assert frequencies["harbour"] > 0
    again.write((), range(10, 20))
    assert again.document_frequencies(["ferri"]) == {"ferri": 0}


def test_removing_what_is_not_there(keywords: KeywordIndex) -> None:
    """Unknown ids are let be."""
    keywords.write((), [99, 2**40])
    assert _ids(keywords, "harbour") == [2, 1, 3]


def test_completions_are_the_most_frequent(tmp_path: Path) -> None:
    """Of many terms with a prefix the most frequent come first, wherever they stand in order."""
    index = KeywordIndex.create(tmp_path / "many")
    entries = [KeywordEntry(n, f"co{n:03}x", "") for n in range(1, 200)]
    index.write([*entries, KeywordEntry(500, "cozebra", ""), KeywordEntry(501, "cozebra", "")], ())
    assert index.completions("co", 2)[0] == "cozebra"
    assert len(index.completions("co", 7)) == 7
    assert index.completions("zz", 7) == []


def test_reopened_index_is_the_same(keywords: KeywordIndex, tmp_path: Path) -> None:
    """What was written is there for whoever opens it next."""
    again = KeywordIndex.open(tmp_path / "keywords")
    assert again.search(["harbour"], 10) == keywords.search(["harbour"], 10)


def test_create_replaces_what_was_there(keywords: KeywordIndex, tmp_path: Path) -> None:
    """A new index at the same place is empty; whoever has the old one open still reads it."""
    assert _ids(KeywordIndex.create(tmp_path / "keywords"), "harbour") == []
    assert _ids(keywords, "harbour") == [2, 1, 3]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_open_where_there_is_none(tmp_path: Path, name: str) -> None:
    """A folder that is missing or holds no index is a ValueError that names it."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match=name):
        KeywordIndex.open(tmp_path / name)


@pytest.mark.parametrize("text", ["شكراً جداً", "हिन्दी भाषा", "Tu\u0308rkiye", "0🄰", "don’t x_y"])
def test_index_knows_the_terms_we_look_for(tmp_path: Path, text: str) -> None:
    """Whatever script a text is in, its own terms find it."""
    index = KeywordIndex.create(tmp_path / "keywords")
    index.write([KeywordEntry(1, text, "")], ())
    terms = Analyzer().terms(text)
    assert terms
    assert index.document_frequencies(terms) == dict.fromkeys(terms, 1)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> KeywordIndex:
    """Two thousand passages; each tenth has a ferry, the further down the more often."""
    index = KeywordIndex.create(tmp_path_factory.mktemp("crowd") / "keywords")
    entries = (
        KeywordEntry(n, f"harbour {'ferry ' * (n // 100) if n % 10 == 0 else 'quay'}", "")
        for n in range(1, 2001)
    )
    index.write(entries, ())
    return index


@pytest.mark.parametrize(
    "ids", [range(1, 2001), range(1000), range(0, 2001, 97), [7, 30, 9999], []]
)
def test_search_within_a_scope(crowd: KeywordIndex, ids: Sequence[int]) -> None:
    """A scope of any size has its own best, with the scores they have without it."""
    scope = Scope(np.array(ids, dtype=np.int64))
    everywhere = crowd.search(["ferri", "harbour"], 2000)
    within = crowd.search(["ferri", "harbour"], 15, scope)
    best = [score for i, score in everywhere if i in ids][:15]
    assert [score for _, score in within] == pytest.approx(best, rel=1e-5)
    assert {i for i, _ in within} <= set(ids)


def test_holding_every_term_of_a_group(keywords: KeywordIndex) -> None:
    """A passage needs every term of one group, in its text and not in a heading."""
    assert keywords.holding([["harbour"]]).tolist() == [1, 2]
    assert keywords.holding([["harbour", "master"], ["bridg"]]).tolist() == [2, 3]
    assert keywords.holding([["harbour", "bridg"]]).tolist() == []
    assert keywords.holding([]).tolist() == []


def test_holding_is_cut_off_at_the_best(keywords: KeywordIndex) -> None:
    """The `k` best by keywords are kept."""
    assert keywords.holding([["harbour"]], k=1).tolist() == [2]
