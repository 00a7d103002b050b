"""Which short lines belong together."""

import pytest

from qa_app.model import BlockKind
from qa_app.reading.plain_text import read_plain_text

FIRST = "Grey over the weir,\nA heron waits alone,\nFor what the river lends,\nAnd what it takes."
SECOND = "Boats under the hill,\nTheir ropes undone,\nDrift in the evening\none by one."
BARE = ["Grey over the weir\nA heron waits alone\nBeside the sleeping stream",
        "Boats lie under the hill\nTheir ropes all undone\nThe keeper counts them"]  # fmt: skip
PROSE = "The keeper opened the gates before dawn, and the water fell by a metre."


def paragraphs(text: str) -> list[str]:
    """The words of its paragraphs."""
    document = read_plain_text(text.encode())
    kinds = (block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    return [block.span.of(document.text) for block in kinds]


def test_a_stanza_is_one_paragraph() -> None:
    """Lines that go on stay together up to the blank line, verbatim."""
    assert paragraphs(f"The Weir\nby Mira Okafor\n\n{FIRST}\n\n{SECOND}\n") == [FIRST, SECOND]


def test_a_stanza_among_prose() -> None:
    """A verse quoted in an article is one paragraph of it."""
    assert paragraphs(f"{PROSE}\n\n{SECOND}\n\n{PROSE}") == [PROSE, SECOND, PROSE]


def test_a_title_over_the_first_line() -> None:
    """A capitalised line right over the first stanza is the title."""
    assert paragraphs(f"The Old Weir\n{FIRST}\n\n{SECOND}") == [FIRST, SECOND]


def test_verse_without_marks() -> None:
    """A text that is nothing but stanzas is known by that."""
    assert paragraphs("The Weir\n\n" + "\n\n".join(BARE)) == BARE


@pytest.mark.parametrize(
    "lines",
    [
        ["Nobody was hurt.", "The gate held.", "Divers went home."],
        ["buy rope", "call the keeper", "mend the gate"],
        ["- rope,", "- tar,", "- nails"],
        [PROSE, PROSE.replace("dawn", "noon"), PROSE.replace("dawn", "dusk")],
    ],
)
def test_what_is_no_stanza(lines: list[str]) -> None:
    """Short paragraphs a line, notes and lists are not joined as verse is."""
    found = paragraphs("\n".join(lines))
    assert found == (["\n".join(lines)] if lines[0].startswith("-") else lines)
