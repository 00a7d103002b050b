"""One document of every format, made with another library than ours, answers a question."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.citing.plain import source_line
from qa_app.engine import Engine
from qa_app.library.library import Library
from tests.reading.samples import HEADING, SAMPLES, SENTENCE, TITLE

QUESTION = "Which gates did the keeper open before dawn?"
Opened = Callable[[], Library]


@pytest.mark.parametrize("form", sorted(SAMPLES))
def test_the_answer_is_cited_with_its_place(
    form: str, engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """The first hit holds the sentence word for word, under its heading or on its page."""
    path = folder / f"weir.{form}"
    path.write_bytes(SAMPLES[form]())
    assert engine.index(library_dir, folder).problems == ()
    library = opened()
    hit = engine.ask(library, QUESTION).hits[0]
    source = hit.source
    assert SENTENCE in hit.text
    assert source.path == str(path)
    assert source.metadata.title == ("" if form in {"csv", "jsonl"} else TITLE)
    assert source.page == ("2" if form == "pptx" else "")
    whole = library.source_text(source.document_id)
    assert whole is not None
    assert hit.text == source.span.of(whole.text)
    assert source.heading == ("" if form == "csv" else HEADING)
    cited = source_line(source)
    assert cited.endswith(
        {"csv": " · ¶ 1", "pptx": " · p. 2"}.get(form, f" · {HEADING} · ¶ {source.paragraph}")
    )


def test_one_statement_in_every_format(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """The same words in files of all formats are one hit with all of them as its sources."""
    for form, make in SAMPLES.items():
        (folder / f"weir.{form}").write_bytes(make())
    engine.index(library_dir, folder)
    hits = engine.ask(opened(), QUESTION).hits
    sources = {s.path for hit in hits if SENTENCE in hit.text for s in (hit.source, *hit.also_in)}
    assert {Path(path).suffix[1:] for path in sources} == set(SAMPLES)
