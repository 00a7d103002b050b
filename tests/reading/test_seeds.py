"""The five documents the project was started from, as people save articles."""

import json
import re
from pathlib import Path

import pytest

from qa_app.model import BlockKind, Document
from qa_app.reading.passages import cut_passages
from qa_app.reading.registry import read_document
from qa_app.reading.tokens import TokenBudget

N_PARAGRAPHS = {"000": 5, "001": 13, "002": 10, "003": 12, "004": 8}


@pytest.fixture(scope="session")
def seeds(shared: Path) -> dict[str, Document]:
    """The documents, by the number their file's name begins with."""
    files = sorted((shared / "seeds").glob("*.txt"))
    return {file.name[:3]: read_document(file.read_bytes(), "text") for file in files}


def paragraphs(document: Document) -> list[str]:
    """The words of its paragraphs."""
    kinds = (block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    return [block.span.of(document.text) for block in kinds]


def test_every_sentence_is_in_a_paragraph(seeds: dict[str, Document]) -> None:
    """Lines of more than twenty words are the articles' text, all of it and nothing else."""
    for document in seeds.values():
        lines = (line.strip() for line in document.text.splitlines())
        long_lines = [line for line in lines if len(line.split()) > 20]
        assert [p for p in paragraphs(document) if len(p.split()) > 20] == long_lines


@pytest.mark.parametrize("number", N_PARAGRAPHS)
def test_menus_and_headlines_are_no_paragraphs(seeds: dict[str, Document], number: str) -> None:
    """There are as many paragraphs as a reader would count, a photograph's caption included."""
    assert len(paragraphs(seeds[number])) == N_PARAGRAPHS[number]


def test_metadata(seeds: dict[str, Document]) -> None:
    """What the articles say of themselves is known, and the rest stays open."""
    told = {number: document.metadata for number, document in seeds.items()}
    assert (told["004"].author, told["004"].date) == ("Naila Huseynova", "2025-02-17")
    assert told["004"].title.startswith("Media:")
    assert told["004"].publisher.lower() == "caliber.az"
    assert told["000"].title.startswith("After Assad")
    assert told["003"].title.endswith("Bloomberg reports")
    assert told["001"].title == told["002"].title == ""
    assert told["000"].date == told["003"].date == ""


def test_byline_is_a_passage(seeds: dict[str, Document], budget: TokenBudget) -> None:
    """Who wrote an article can be asked for."""
    found = [p for p in cut_passages(seeds["004"], budget) if p.kind is BlockKind.BYLINE]
    assert [p.span.of(seeds["004"].text) for p in found] == ["By Naila Huseynova"]


def test_answers_lie_in_passages(
    seeds: dict[str, Document], budget: TokenBudget, shared: Path
) -> None:
    """Each answer that the questions on these documents expect lies whole in one passage."""
    lines = (shared / "eval" / "seeds" / "questions.jsonl").read_text("utf-8").splitlines()
    answers = [answer for line in lines for answer in json.loads(line)["gold"]]
    assert answers
    for number, words in answers:
        document = seeds[number]
        passages = [p.span.of(document.text) for p in cut_passages(document, budget)]
        assert sum(words in passage for passage in passages) == 1


def test_sentences_end_where_they_end(seeds: dict[str, Document], budget: TokenBudget) -> None:
    """No sentence breaks off at an abbreviation, and a closing quote stays with its sentence."""
    for document in seeds.values():
        for passage in cut_passages(document, budget):
            for sentence in passage.sentences:
                words = sentence.of(document.text)
                assert not re.search(r"\b(?:Feb|Jan|Dec|Nov|U\.S|Gen)\.$", words)
                assert not words.startswith(('"', "”")) or words.count('"') > 1
