"""What the engine says, in the person's language."""

import ast
import re

import pytest
from PySide6.QtWidgets import QApplication

from qa_app.gui.engine_words import SENTENCES, in_own_words
from qa_app.gui.languages import phrases
from tests.gui.conftest import ROOT

_ENGINE = ("answering", "citing", "library", "reading", "service", "engine.py")


def sentences_of_the_engine() -> set[str]:
    """Every text of the engine's source, `{}` where it fills something in."""
    package = ROOT / "qa_app"
    paths = [path for name in _ENGINE for path in (package / name).rglob("*.py")]
    found = set()
    for path in [*paths, package / "engine.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found.add(
                    "".join(
                        v.value if isinstance(v, ast.Constant) else "{}"  # type: ignore[misc]
                        for v in node.values
                    )
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_sentence_is_one_of_the_engine() -> None:
    """What the engine says no more, or says in other words, is found here."""
    known = sentences_of_the_engine()
    patterns = [re.sub(r"\{\w+\}", "{}", sentence) for sentence in SENTENCES]
    assert [p for p in patterns if p not in known and p.removeprefix("{}") not in known] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("sentence", SENTENCES)
def test_english_stays_as_it_is(sentence: str) -> None:
    """Without a translation nothing changes, whatever is filled in."""
    said = re.sub(r"\{\w+\}", "a {b} c", sentence)
    assert in_own_words(said) == said


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
