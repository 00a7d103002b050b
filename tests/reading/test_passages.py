import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.errors import ReadError
from qa_app.model import Block, BlockKind, Document, Metadata, Passage, Span
from qa_app.reading.passages import cut_passages
from qa_app.reading.registry import read_document
from qa_app.reading.tokens import TokenBudget

SENTENCE = "The keeper opened the gates before dawn, and the water fell by a metre."


def plain(text: str) -> Document:
    """A document of plain text with one paragraph, however it is written."""
    return Document(text, Metadata(), (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "text")


def cut(text: str, budget: TokenBudget, form: str = "text") -> list[tuple[str, str, int]]:
    """The passages of a file: words, context, paragraph."""
    document = read_document(text.encode(), form)
    return [
        (p.span.of(document.text), p.context, p.paragraph) for p in cut_passages(document, budget)
    ]


def test_paragraphs_and_bylines_are_passages(budget: TokenBudget) -> None:
    """Headings and furniture are none; the rest is numbered from one."""
    text = f"Old weir gives way\n\nBy Mira Okafor\n\n{SENTENCE}\n\nRead more\n\n{SENTENCE}"
    title = "Old weir gives way"
    assert cut(text, budget) == [
        ("By Mira Okafor", title, 1),
        (SENTENCE, title, 2),
        (SENTENCE, "", 3),
    ]


def test_sentences_lie_in_their_passage(budget: TokenBudget) -> None:
    """A passage knows its sentences, in code points of the document."""
    text = f"\U0001f30a {SENTENCE} It was “over.” Nobody spoke."
    (passage,) = cut_passages(plain(text), budget)
    assert [s.of(text) for s in passage.sentences] == [
        f"\U0001f30a {SENTENCE}",
        "It was “over.”",
        "Nobody spoke.",
    ]


def test_context_is_the_path_of_headings(budget: TokenBudget) -> None:
    """Where headings have levels, those that enclose a paragraph are its context."""
    source = "# Weir\n\n## Damage\n\n### North\n\nOne.\n\nTwo.\n\n## Repairs\n\nThree.\n"
    contexts = [context for _, context, _ in cut(source, budget, "markdown")]
    assert contexts == ["Weir\nDamage\nNorth", "Weir\nDamage\nNorth", "Weir\nRepairs"]


def test_context_in_plain_text_is_what_stands_above(budget: TokenBudget) -> None:
    """Only lines right above count, the last two, repeated ones once, furniture never."""
    head = "Old weir gives way\n\n2 min read\n\nOld weir gives way\n\nDamage below\n\nNorth bank"
    assert cut(f"{head}\n\n{SENTENCE}\n\n{SENTENCE}", budget) == [
        (SENTENCE, "Damage below\nNorth bank", 1),
        (SENTENCE, "", 2),
    ]


def test_long_context_loses_its_outer_headings(budget: TokenBudget) -> None:
    """Two hundred characters are kept, the nearest headings first, none cut inside a word."""
    source = f"# {'Outer ' * 30}\n\n## {'Inner ' * 8}\n\nText.\n\n# {'Weir ' * 60}\n\nText.\n"
    near, long = (context for _, context, _ in cut(source, budget, "markdown"))
    assert near == ("Inner " * 8).strip()
    assert len(long) <= 200
    assert long.endswith("Weir")


def test_long_paragraphs_are_cut_between_sentences(budget: TokenBudget) -> None:
    """The parts share their number, hold whole sentences, and are about equally long."""
    text = " ".join([SENTENCE] * 25)
    passages = cut_passages(plain(text), budget)
    assert {p.paragraph for p in passages} == {1}
    assert [s.of(text) for p in passages for s in p.sentences] == [SENTENCE] * 25
    sizes = [len(p.sentences) for p in passages]
    assert max(sizes) - min(sizes) <= 2
    assert len(passages) == -(-25 // max(sizes))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("weir keeper " * 300, "r"),
        ("weirkeeper," * 300, ","),
        ("x" * 5_000, "x"),
        ("e\u0301" * 2_000, "\u0301"),
        ("\U0001f469\u200d\U0001f680" * 500, "\U0001f680"),
        ("한" * 900, "한"),
    ],
)
def test_a_sentence_over_budget(budget: TokenBudget, text: str, ends: str) -> None:
    """It is cut at white space, else after a clause, else where no character comes apart."""
    passages = cut_passages(plain(text), budget)
    words = [p.span.of(text) for p in passages]
    assert len(words) > 1
    assert all(budget.fits(part) and part.endswith(ends) for part in words)
    assert "".join(words) == text.replace(" ", "") or " ".join(words) == text.strip()


CHARACTERS = st.one_of(
    st.sampled_from('aB .,!?\n\t\r\u00a0-"”)1한漢ж\u0301\u200d\ufe0f\u200b\U0001f469\U0001f3fd'),
    st.characters(exclude_categories=["Cs"]),
)
RUNS = st.tuples(CHARACTERS, st.integers(1, 120)).map(lambda run: run[0] * run[1])
TEXTS = st.lists(st.one_of(RUNS, st.just(SENTENCE + " "), st.text(CHARACTERS)), max_size=25).map(
    "".join
)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_passages_rebuild_the_document(budget: TokenBudget, form: str, text: str) -> None:
    """Passages in order with the gaps between them are the document; all fit the budget."""
    try:
        document = read_document(text.encode(), form)
    except ReadError:
        return
    check(document, cut_passages(document, budget), budget)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_any_paragraph_can_be_cut(budget: TokenBudget, text: str) -> None:
    """The same holds for one paragraph of whatever characters."""
    check(plain(text), cut_passages(plain(text), budget), budget)


def check(document: Document, passages: tuple[Passage, ...], budget: TokenBudget) -> None:
    """What must hold for the passages of any document."""
    rebuilt, at = "", 0
    for passage in passages:
        assert passage.span.start >= at
        words = passage.span.of(document.text)
        assert words.strip() == words != ""
        assert budget.fits(words)
        rebuilt += document.text[at : passage.span.start] + words
        at = passage.span.end
        check_sentences(passage)
    assert rebuilt + document.text[at:] == document.text
    assert [p.paragraph for p in passages] == sorted(p.paragraph for p in passages)


def check_sentences(passage: Passage) -> None:
    """A passage's sentences lie inside it, in order, from its first word to its last."""
    assert passage.sentences
    at = passage.span.start
    for sentence in passage.sentences:
        assert passage.span.holds(sentence)
        assert at <= sentence.start < sentence.end
        at = sentence.end
    assert at == passage.span.end
