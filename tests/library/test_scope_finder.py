"""Finding the passages that restrictions leave."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_app.engine import Engine
from qa_app.library import store
from qa_app.library.library import Library
from qa_app.library.narrowing import narrowing_of
from qa_app.model import Restriction, RestrictionKind
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import write

_FILES = {
    "tarsos.md": (
        "---\npublisher: The Tarsos Post\nauthor: Ana Ruiz\ndate: 2025-02-17\n---\n\n"
        "The sea base at Tarsos stays open, said the mayor.\n\n"
        "In January the ferries were dearer than the trains to the coast.\n\n"
        "To be or not to be is what the council asks of the old harbour.\n"
    ),
    "alma.md": (
        "---\npublisher: Alma News\ndate: 2024-11\n---\n\n"
        "The base by the sea was sold to a fishing company last week.\n\n"
        "On 3 February 2025 the quays will be closed for repairs.\n\n"
        "Its harbours were full of ships in 2023, and of gulls.\n"
    ),
    "bridge.md": (
        "---\nurl: https://www.bridge.example.co.uk/a\ndate: 2023\n---\n\n"
        "A “Sea  Base” is what the engineers call their raft.\n\n"
        "The raft’s crew drinks tea until the bridge is done. 我们在北京大学。\n"
    ),
    "notes/undated.txt": "Harbour notes\n\nNobody knows when the harbour was dug.\n",
    "later.md": (
        "---\npublisher: Tarsos Post\ndate: 2025-05-02\n---\n\n"
        "In February the crew left the harbour, and nobody saw the raft again.\n"
    ),
}
_KINDS = {
    RestrictionKind.SOURCE: ["Tarsos Post", "alma", "bridge", "notes", "nobody"],
    RestrictionKind.AUTHOR: ["Ana Ruiz", "ruiz", "nobody"],
    RestrictionKind.AFTER: ["2023-06-01", "2025-01-01", "2025-02-17", "2025-06-01"],
    RestrictionKind.BEFORE: ["2023-01-01", "2024-11-15", "2025-02-16", "2025-12-31"],
    RestrictionKind.PHRASE: ["sea base", "harbour", "to be or not to be", "北京", "of", "no such"],
    RestrictionKind.WITHOUT: ["harbours", "sea base", "the", "raft", "unheard", "北京"],
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, cache_dir: Path) -> Iterator[Library]:
    """Five files of several times and publishers, indexed."""
    folder = tmp_path_factory.mktemp("documents")
    for name, content in _FILES.items():
        write(folder / name, content)
    at = tmp_path_factory.mktemp("place") / "library"
    engine = Engine(Settings(cache_dir=cache_dir), HashEncoder, reader=DirectReader)
    engine.index(at, folder)
    opened = engine.open(at)
    opened.refresh()
    yield opened
    opened.close()


def _restrictions(loose: bool) -> st.SearchStrategy[Restriction]:
    kinds = [RestrictionKind.AFTER, RestrictionKind.BEFORE] if loose else list(RestrictionKind)
    return st.sampled_from([(kind, value) for kind in kinds for value in _KINDS[kind]]).map(
        lambda found: Restriction(*found, "loosely" if loose else ":".join(found), loose)
    )


_ANY = st.lists(st.one_of(_restrictions(loose=False), _restrictions(loose=True)), max_size=3)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(restrictions=_ANY)
def test_scope_is_what_the_restrictions_allow(
    library: Library, restrictions: list[Restriction]
) -> None:
    """Of all passages, those are in the scope that meet every restriction, and no others."""
    everything = library.passages(library.catalogue.passage_ids.tolist())
    narrowing = narrowing_of(restrictions)
    allowed = [i for i, p in everything.items() if narrowing.allows(p, library.analyzer)]
    scope = library.scope_of(restrictions)
    assert (scope is None) == (not restrictions)
    assert scope is None or scope.ids.tolist() == sorted(allowed)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(restrictions=_ANY, k=st.integers(1, 12))
def test_candidates_lie_in_the_scope(
    library: Library, restrictions: list[Restriction], k: int
) -> None:
    """Both searches give their best passages of the scope, with the scores they always have."""
    scope = library.scope_of(restrictions)
    terms = library.analyzer.terms("the harbour of Tarsos, a raft, the sea and a base")
    vector = HashEncoder().encode_question("the harbour of Tarsos")
    n = len(library.catalogue.passage_ids)
    for (within,), (everywhere,) in (
        (library.by_keywords([terms], k, restrictions), library.by_keywords([terms], n)),
        (library.by_vectors(vector[None], k, restrictions), library.by_vectors(vector[None], n)),
    ):
        best = [s for i, s in everywhere.items() if scope is None or scope.holds(i)][:k]
        assert list(within.values()) == pytest.approx(best, rel=1e-4)
        assert all(scope is None or scope.holds(i) for i in within)


def test_a_condition_is_looked_for_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that a phrase was looked for in are not read again for the same phrase."""
    phrase = Restriction(RestrictionKind.PHRASE, "the sea was sold", '"the sea was sold"')
    later = Restriction(RestrictionKind.AFTER, "2024-01-01", "after:2023")
    alone = library.scope_of([phrase])
    monkeypatch.setattr(store, "texts", None)
    both = library.scope_of([later, phrase])
    assert alone is not None
    assert both is not None
    assert alone.ids.tolist() == both.ids.tolist()
    assert len(both) == 1
