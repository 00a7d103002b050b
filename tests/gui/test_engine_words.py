"""What the engine says, in the person's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qa_app.gui.engine_sentences import SENTENCES
from qa_app.gui.engine_words import in_own_words
from qa_app.gui.languages import phrases
from tests.gui.conftest import ROOT

_SPEAKING = (
    "citing",
    "encoding",
    "library",
    "reading",
    "service",
    "engine.py",
    "upkeep.py",
    "places.py",
    "settings.py",
)
# Whose other texts are lists of words.
_RAISING = ("answering",)
# Whose texts go into files, or are only words to be looked for; what no window uses.
_OTHERS = (
    "library/local_archive.py",
    "encoding/export_sample.py",
    "citing/export/content.py",
    "citing/export/docx_footnotes.py",
    "citing/export/html_page.py",
    "citing/export/markdown.py",
    "citing/export/pdf_writer.py",
    "reading/docx_styles.py",
    "reading/furniture.py",
    "reading/furniture_words.py",
)
# What no person is told: names, what is written into a document, and what only a bug says.
_NOT_SAID = {
    "APA, 7th edition",
    "Chicago, 18th edition: author and date",
    "Chicago, 18th edition: notes",
    "It is out of turn.",
    "MLA, 9th edition",
    "Not understood: {}",
    "Plain, for web articles",
    "Record {}",
    "Slide {}",
    "Table of Contents",
    "The question has not been understood yet.",
    "no date",
    "head start",
    "warm up",
    "watch {}",
    "{} came out of turn",
    "{} has no document to keep",
    "{} has no passages",
    # A reader's excuse for making an index anew.
    "{}: not an index of vectors of length {}",
    "not the file that was written",
    "not vectors of length {}",
    # The window has asked already, and replaces the file.
    "{} is there already; choose another name, or --force replaces it.",
    '<meta charset="{}">',
}
_WORDS = re.compile(r"[a-z]{2,} (?:[a-z]+|\{\})|\{\} [a-z]{2,}")
_SQL = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|PRAGMA|FROM|WHERE|JOIN|VALUES)\b")
_PLAIN = re.compile(r"\{\w+\}")


def sources(*names: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of parts of the package, by their path in it."""
    package = ROOT / "qa_app"
    for name in names:
        part = package / name
        for path in [part] if part.is_file() else sorted(part.rglob("*.py")):
            yield str(path.relative_to(package)), ast.parse(path.read_text(encoding="utf-8"))


def texts_in(node: ast.AST) -> Iterator[str]:
    """The texts below a node, `{}` where they fill something in; no docstrings, no patterns."""
    if isinstance(node, ast.JoinedStr):
        parts = [v.value if isinstance(v, ast.Constant) else "{}" for v in node.values]
        yield "".join(map(str, parts))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield _PLAIN.sub("{}", node.value)
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not (is_docstring or _is_code(child)) and not isinstance(node, ast.JoinedStr):
            yield from texts_in(child)


def _is_code(node: ast.AST) -> bool:
    """Whether a call takes what is no sentence: a pattern, SQL, or a list of words."""
    called = node.func if isinstance(node, ast.Call) else None
    if not isinstance(called, ast.Attribute):
        return False
    is_list = called.attr == "split" and isinstance(called.value, ast.Constant)
    return is_list or called.attr in ("compile", "execute")


def sentences_of_the_engine() -> set[str]:
    """Every text of the engine's source."""
    modules = [module for _, module in sources(*_SPEAKING, *_RAISING)]
    return {text for module in modules for text in texts_in(module)}


def sentences_said() -> set[str]:
    """The texts of the engine's source that a person may be told."""
    found = {
        text
        for path, module in sources(*_SPEAKING)
        if path not in _OTHERS
        for text in texts_in(module)
    }
    for _, module in sources(*_RAISING):
        raised = (node for node in ast.walk(module) if isinstance(node, ast.Raise))
        found |= {text for node in raised for text in texts_in(node)}
    return {text for text in found if _WORDS.search(text) and not _SQL.search(text)} - _NOT_SAID


def patterns() -> list[str]:
    """The sentences that the window knows, `{}` where something is filled in."""
    return [_PLAIN.sub("{}", sentence) for sentence in SENTENCES]


def filled(sentence: str, words: str) -> str:
    """A sentence with words filled in, and figures where a number is meant."""
    return _PLAIN.sub(words, re.sub(r"\{n(_\w+)?\}", "1,234", sentence))


def test_every_sentence_is_one_of_the_engine() -> None:
    """What the engine says no more, or says in other words, is found here."""
    known = sentences_of_the_engine()
    assert [p for p in patterns() if p not in known and p.removeprefix("{}") not in known] == []


def test_every_sentence_of_the_engine_is_known() -> None:
    """A new reason, error or finding that nobody has translated is found here."""
    known = set(patterns())
    assert sorted(s for s in sentences_said() if s not in known and f"{{}}{s}" not in known) == []


def test_exceptions_are_still_needed() -> None:
    """What is excepted from it is still in the source."""
    texts = sentences_of_the_engine()
    assert sorted(text for text in _NOT_SAID if text not in texts) == []
    assert [path for path in _OTHERS if not Path(ROOT / "qa_app" / path).is_file()] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("sentence", SENTENCES)
def test_english_stays_as_it_is(sentence: str) -> None:
    """Without a translation nothing changes, whatever is filled in."""
    said = filled(sentence, "a {b} c")
    assert in_own_words(said) == said


@pytest.mark.usefixtures("qapp", "german")
@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_is_taken_for_another(sentence: str) -> None:
    """Each is said by its own translation: one that fits more stands behind it in the table."""
    own = phrases("de")["Engine", sentence]
    assert in_own_words(filled(sentence, "Xy")) == filled(own, "Xy").replace("1,234", "1.234")


def test_sentences_are_german_with_what_is_filled_in(qapp: QApplication, german: None) -> None:
    """A reason inside a sentence is translated too; what is not known stays."""
    del qapp, german
    said = "/a/b.json cannot be checked: it was not exported here."
    assert in_own_words(said) == (
        "/a/b.json lässt sich nicht prüfen: es wurde nicht hier exportiert."
    )
    kept = "cannot be read: Permission denied; what was read of it before is kept"
    assert in_own_words(kept) == (
        "lässt sich nicht lesen: Permission denied; was davor eingelesen wurde, bleibt"
    )
    assert in_own_words("Something else.") == "Something else."
    assert all(phrases("de")["Engine", sentence] for sentence in SENTENCES)


@pytest.mark.usefixtures("qapp", "german")
@pytest.mark.parametrize(
    ("said", "german_words"),
    [
        (
            "pages 3 and 7 are scanned and have no text; page ix is damaged",
            "Seiten 3 und 7 sind gescannt und ohne Text; Seite ix ist beschädigt",
        ),
        (
            (
                "only the first 3000 of its 3100 pages were read; raise max_pages; "
                "it changed while it was read; the next run reads it again"
            ),
            (
                "nur die ersten 3000 von 3100 Seiten wurden gelesen; erhöhen Sie max_pages; "
                "sie hat sich beim Lesen geändert; der nächste Lauf liest sie noch einmal"
            ),
        ),
        (
            "Left out: hidden sheets (A, B), 3 cells whose formulas no program has computed.",
            (
                "Nicht gelesen: ausgeblendete Blätter (A, B), "
                "3 Zellen, deren Formeln kein Programm berechnet hat."
            ),
        ),
        (
            "Left out: all after row 9 of sheet “A”, as that is too many cells, comments on cells.",
            (
                "Nicht gelesen: alles nach Zeile 9 des Blatts „A“, da es zu viele Zellen sind, "
                "Kommentare an Zellen."
            ),
        ),
        (
            "Left out: lines 1, 2 and 1,300 more, not JSON.",
            "Nicht gelesen: Zeilen 1, 2 und 1.300 weitere, kein JSON.",
        ),
        (
            (
                "The library's database /a/l.sqlite3 cannot be read (it is empty); "
                "mend it with: qa-app doctor --repair --library /a"
            ),
            (
                "Die Datenbank /a/l.sqlite3 der Bibliothek lässt sich nicht lesen (sie ist leer); "
                "reparieren mit: qa-app doctor --repair --library /a"
            ),
        ),
    ],
)
def test_joined_reasons_are_each_in_german(said: str, german_words: str) -> None:
    """What was left out of a file, for several reasons at once, is German to the last of them."""
    assert in_own_words(said) == german_words
