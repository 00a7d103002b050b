"""What the lines at the top of a document say of it, in each format."""

import pytest

from qa_app.model import BlockKind, Document, Metadata
from qa_app.reading.registry import read_document

TEXT = "The keeper opened the gates before dawn, and the water fell by a metre."


def read(text: str, kind: str = "text") -> Document:
    """The document of a file in UTF-8."""
    return read_document(text.encode(), kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Harbour Board\nHeld on 14 May 2024\n\nPresent: Mira Okafor\n\n{TEXT}", "text"),
        (f"Minutes of the Harbour Board, 14 May 2024\n\n{TEXT}", "text"),
        (f"VALLEY COUNCIL\n\nMay 14, 2024, 6:30 p.m.\n\n{TEXT}", "text"),
        (f"# Harbour Board\n\nMeeting of 14 May 2024, 6:30 p.m.\n\n{TEXT}", "markdown"),
        (f"# Harbour Board\n\n## May 14, 2024\n\n{TEXT}", "markdown"),
        (f"<h1>Harbour Board</h1><p>Held on 14 May 2024</p><p>{TEXT}</p>", "html"),
    ],
)
def test_minutes_have_the_day_of_the_meeting(text: str, kind: str) -> None:
    """The day in the head is the document's, in every format."""
    assert read(text, kind).metadata.date == "2024-05-14"


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour Board\n\n{TEXT}\n\nHeld on 14 May 2024\n\n{TEXT}",
        f"Harbour Board\n\nNext meeting: 14 May 2024\n\n{TEXT}",
        f"# Diary\n\n## 14 May 2024\n\n{TEXT}\n\n## 15 May 2024\n\n{TEXT}",
    ],
)
def test_other_days_are_not_the_documents(text: str) -> None:
    """A day further down, of another meeting, or one of several is not the document's."""
    assert read(text, "markdown" if text.startswith("#") else "text").metadata.date == ""


LABELS = "Title: The old weir\nAuthor: Mira Okafor\nDate: 14 May 2024\nSource: Valley Post"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_labelled_lines_are_metadata(kind: str, gap: str) -> None:
    """Labels at the top say what front matter would, and are no passage."""
    document = read(LABELS.replace("\n", gap) + f"\n\n{TEXT}\n", kind)
    assert document.metadata == Metadata(
        title="The old weir", author="Mira Okafor", date="2024-05-14", publisher="Valley Post"
    )
    paragraphs = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert [b.span.of(document.text) for b in paragraphs] == [TEXT]


def test_labelled_lines_are_a_span_of_the_text() -> None:
    """Plain text stays verbatim; the labels are its first block."""
    document = read(f"\n{LABELS}\n\n{TEXT}\n")
    assert document.text == f"\n{LABELS}\n\n{TEXT}\n"
    assert document.blocks[0].kind is BlockKind.FRONT_MATTER
    assert document.blocks[0].span.of(document.text) == LABELS


def test_a_labelled_paragraph_is_text() -> None:
    """A long line with a label of its own is the first paragraph of the text."""
    summary = f"Summary: {TEXT}"
    document = read(f"{LABELS}\n{summary}\nLink: https://example.org/weir\n")
    assert summary in [b.span.of(document.text) for b in document.blocks]


def test_a_lone_label() -> None:
    """One label is no block of them, but the title does without it all the same."""
    document = read(f"Title: The old weir\n\n{TEXT}")
    assert document.metadata.title == "The old weir"
    assert document.blocks[0].kind is BlockKind.HEADING


def test_labels_alone_are_the_text() -> None:
    """A file with nothing below its labels keeps them as its text."""
    document = read(LABELS)
    assert any(block.kind is not BlockKind.FRONT_MATTER for block in document.blocks)


@pytest.mark.parametrize(
    "head",
    [
        "The Harbour Gazette\n14 May 2024\n\nOld weir gives way\n\n",
        "Old weir gives way\n\nThe Harbour Gazette\n14 May 2024\n\n",
        "Old weir gives way\n\nThe Harbour Gazette, 14 May 2024\n\n",
    ],
)
def test_masthead(head: str) -> None:
    """A newspaper over or beside a date is the publisher, and neither title nor heading."""
    document = read(head + TEXT)
    assert document.metadata == Metadata(
        title="Old weir gives way", publisher="The Harbour Gazette", date="2024-05-14"
    )
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    assert len(headings) == 1


@pytest.mark.parametrize(
    "line", ["Mira Okafor", "Town Hall", "Regular Meeting", "Press Release", "Old weir gives way"]
)
def test_other_lines_over_a_date(line: str) -> None:
    """What is no newspaper's name is not the publisher for standing over a date."""
    assert read(f"Water in the valley\n\n{line}\n14 May 2024\n\n{TEXT}").metadata.publisher == ""
