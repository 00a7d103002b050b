"""Lines that stand in document after document of one site, and what becomes of them."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.engine import Engine
from qa_app.library.repetition import line_key
from qa_app.model import BlockKind
from tests.fakes import HashEncoder
from tests.library.conftest import Found, Index, write

BOX = "Zebrafinch Circle for friends of the house"
_TOWNS = ("Arden", "Brill", "Corve", "Dunmow", "Elstree", "Fenby")


def story(town: str) -> list[str]:
    """Three paragraphs that no other town's story has."""
    return [
        f"The council of {town} voted on Monday to mend the old bridge over the river.",
        f"Nobody in {town} spoke against the plan, though its cost has doubled since May.",
        f"Work in {town} is to begin in autumn, the engineer told the {town} meeting.",
    ]


def page(paragraphs: Sequence[str], *, above: str = "", below: str = "", site: str = "") -> str:
    """A saved page with a line over its text and one below."""
    meta = f"<meta property='og:site_name' content='{site}'>" if site else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head>{meta}</head><body><p>{above}</p>{text}<p>{below}</p></body></html>"


def write_site(folder: Path, towns: Sequence[str], *, below: str, site: str = "Corvid") -> None:
    """A page for each town, all with the same line below."""
    for town in towns:
        write(folder / f"{town}.html", page(story(town), below=below, site=site))


def test_a_line_below_three_stories_of_a_site_is_furniture(
    folder: Path, index: Index, found: Found
) -> None:
    """It leaves the answers of the earlier documents too, once the third one comes."""
    write_site(folder, _TOWNS[:2], below=BOX)
    index()
    assert found("zebrafinch") == {"Arden.html", "Brill.html"}
    write_site(folder, _TOWNS[2:3], below=BOX)
    index()
    assert found("zebrafinch") == set()
    assert found("corve") == {"Corve.html"}


def test_it_is_none_again_where_documents_go(folder: Path, index: Index, found: Found) -> None:
    """With two documents left, nothing says that it is furniture; nothing is encoded again."""
    write_site(folder, _TOWNS[:3], below=BOX)
    index()
    (folder / "Brill.html").unlink()
    report = index()
    assert found("zebrafinch") == {"Arden.html", "Corve.html"}
    assert report.n_encoded == 0


def test_hiding_encodes_nothing_and_keeps_text_and_quotes(
    folder: Path, index: Index, engine: Engine, library_dir: Path, encoder: HashEncoder
) -> None:
    """The documents have the line still, shown as furniture; only what is new is encoded."""
    write_site(folder, _TOWNS[:2], below=BOX)
    index()
    before = encoder.n_passages
    write_site(folder, _TOWNS[2:3], below=BOX)
    index()
    assert encoder.n_passages - before == 3
    with closing(engine.open(library_dir)) as library:
        for entry in library.entries():
            source = library.source_text(entry.document_id)
            assert source is not None
            assert BOX in source.text
            kinds = {b.span.of(source.text): b.kind for b in source.blocks}
            assert kinds[BOX] is BlockKind.FURNITURE
            assert entry.n_passages == 3


@pytest.mark.parametrize("site", ["", "Corvid"])
def test_a_story_in_three_papers_is_no_furniture(
    folder: Path, index: Index, found: Found, site: str
) -> None:
    """What several print of one agency's story is what they agree on, also within one folder."""
    told = [*story("Arden"), "The gate stays shut."]
    for n in range(6):
        text = page(told, above=f"Own line {n}", below=f"Desk of paper {n}", site=site)
        write(folder / f"paper{n}.html", text)
    index()
    assert len(found("council")) == len(found("gate")) == 6


def test_papers_of_three_names_agree(folder: Path, index: Index, found: Found) -> None:
    """A line repeats within a site only."""
    for n, town in enumerate(_TOWNS[:4]):
        write(folder / f"{town}.html", page(story(town), below=BOX, site=f"Paper {n}"))
    index()
    assert len(found("zebrafinch")) == 4


def test_a_quote_in_three_articles_of_a_paper_is_text(
    folder: Path, index: Index, found: Found
) -> None:
    """A sentence stays, amid the text and at its end."""
    quote = "“We will not sell the zebrafinch,” said the mayor."
    for town in _TOWNS[:4]:
        first, *rest = story(town)
        write(folder / f"{town}.html", page([first, quote, *rest, quote], site="Corvid"))
    index()
    assert len(found("zebrafinch")) == 4


def test_a_sentence_below_most_of_a_site_is_furniture(
    folder: Path, index: Index, found: Found
) -> None:
    """Five stories of their own that end in the very same sentence end in their site's."""
    said = "The zebrafinch of the Corvid house sings for members only."
    write_site(folder, _TOWNS[:4], below=said)
    index()
    assert len(found("zebrafinch")) == 4
    write_site(folder, _TOWNS[4:], below=said)
    index()
    assert found("zebrafinch") == set()


def test_records_are_no_site(folder: Path, index: Index, found: Found) -> None:
    """Minutes and letters in one folder say the same lines each time, and mean them."""
    for n, town in enumerate(_TOWNS):
        lines = ["Present: zebrafinch committee", *story(town), "Carried"]
        write(folder / f"minutes{n}.txt", "\n\n".join(lines))
    index()
    assert len(found("zebrafinch")) == len(_TOWNS)


def test_lines_that_differ_in_their_numbers_are_text(
    folder: Path, index: Index, found: Found
) -> None:
    """Results and prices are facts, though the words beside them are the same."""
    for n, town in enumerate(_TOWNS):
        write(folder / f"{town}.html", page(story(town), below=f"Zebrafinch prize {n}", site="Co"))
    index()
    assert len(found("zebrafinch")) == len(_TOWNS)


def test_a_file_that_moves_to_another_folder_changes_its_site(
    folder: Path, index: Index, found: Found
) -> None:
    """Pages that name no publisher are of a site by their folder."""
    for town in _TOWNS[:3]:
        write(folder / "one" / f"{town}.html", page(story(town), below=BOX))
    index()
    assert found("zebrafinch") == set()
    (folder / "two").mkdir()
    (folder / "one" / "Arden.html").rename(folder / "two" / "Arden.html")
    index()
    assert len(found("zebrafinch")) == 3


def test_the_same_in_whatever_order(
    folder: Path, index: Index, found: Found, engine: Engine, tmp_path: Path
) -> None:
    """File by file or all at once, the same is left out."""
    for town in _TOWNS[:4]:
        write_site(folder, [town], below=BOX)
        index()
    assert found("zebrafinch") == set()
    other = tmp_path / "other"
    engine.index(other, folder)
    with closing(engine.open(other)) as library:
        library.refresh()
        assert library.by_keywords([library.analyzer.terms("zebrafinch")], 9) == [{}]
        n_passages = library.status().n_passages
    with closing(engine.open(folder.parent / "library")) as library:
        assert library.status().n_passages == n_passages


@given(st.text(max_size=60), st.sampled_from([str.upper, str.lower, lambda s: f" {s}\t"]))
def test_keys_see_through_case_and_space(text: str, change: Callable[[str], str]) -> None:
    """A key fits the database and is never 0."""
    assert -(2**63) <= line_key(text) < 2**63
    assert line_key(text)
    assert line_key("Arden 12 Notes") == line_key(change("Arden 34 Notes"))
