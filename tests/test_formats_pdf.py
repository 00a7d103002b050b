"""A PDF and a saved page in a folder answer a question, each with its place in the citation."""

from pathlib import Path

from qa_app.engine import Engine
from qa_app.model import Answer, Document
from qa_app.reading.pdf import read_pdf
from tests.library.conftest import write
from tests.reading.made_pdfs import framed
from tests.reading.test_mhtml import saved

_MAYOR = "The mayor of Harwick said that the bridge would stay closed until Friday."
_WEIR = "The weir above the town was built of stone in 1931 by the county."
_BOATS = "Three boats broke loose in the harbour and were found a mile downstream."


def _answer(engine: Engine, library_dir: Path, folder: Path, question: str) -> Answer:
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    try:
        return engine.ask(library, question)
    finally:
        library.close()


def test_pdf_answers_with_its_page(engine: Engine, library_dir: Path, folder: Path) -> None:
    """The first hit is a verbatim span of the text, under the number of its page."""
    data = framed(_WEIR, _BOATS, _MAYOR)
    write(folder / "valley.pdf", data)
    answer = _answer(engine, library_dir, folder, "What did the mayor say about the bridge?")
    best = (answer.hits or answer.related)[0]
    document: Document = read_pdf(data)
    assert best.text == _MAYOR
    assert (best.source.page, Path(best.source.path).name) == ("3", "valley.pdf")
    assert best.source.span.of(document.text) == _MAYOR


def test_saved_page_answers_with_its_address(
    engine: Engine, library_dir: Path, folder: Path
) -> None:
    """A page saved as one file is cited by where it was."""
    write(folder / "weir.mhtml", saved(f"<title>Weir</title><p>{_WEIR}</p><p>{_MAYOR}</p>"))
    answer = _answer(engine, library_dir, folder, "What did the mayor say about the bridge?")
    best = (answer.hits or answer.related)[0]
    assert best.text == _MAYOR
    assert best.source.metadata.address == "https://valley.example/weir"
