import pytest

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.rtf_file import read_rtf
from tests.reading.structure import blocks_of, headings_of, paragraphs_of

P, F = BlockKind.PARAGRAPH, BlockKind.FURNITURE
HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}"
    rb"{\f2\fcharset128 Mincho{\*\falt MS Mincho};}}{\colortbl;\red0;}"
    rb"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\outlinelevel1 Own;}{\*\cs3 heading 9;}}"
)


def read(body: bytes) -> Document:
    """The document of an RTF file with this body."""
    return read_rtf(HEAD + body + b"}")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (rb"The weir\'92s caf\'e9.", "The weir’s café."),
        (rb"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}, weir.", "Привет, weir."),
        # The second half of a character may be a letter, or a brace in hexadecimal.
        (rb"{\f2 \'83A\'83\'7b\'93\'fa}", "アボ日"),
        (rb"held\u8212?so \u-10179?\u-8704? far", "held—so 😀 far"),
        (rb"{\uc2 A\u8212\'81\'5cB}\u8217?C", "A—B’C"),
        (rb"{\uc0 A\u8212 B}", "A—B"),
        (rb"it\rquote s \ldblquote wet\rdblquote\emdash now", "it’s “wet”—now"),
        (rb"a\~b\_c\-d \\ \{ \}", "a\u00a0b\u2011cd \\ { }"),
        (rb"one\tab two\line three", "one two\nthree"),
        (b"bro\r\nken", "broken"),
    ],
)
def test_what_is_written_as_it_is_shown(written: bytes, shown: str) -> None:
    """Code pages, Unicode with its fallback, typographic signs and escapes."""
    assert read(written).text == shown


@pytest.mark.parametrize(
    "unseen",
    [
        rb"{\v hidden}",
        rb"\v hidden\v0 ",
        rb"{\deleted gone}",
        rb"{\*\unknown\b {deep} text}",
        rb"{\pict\wmetafile8 0100}",
        b"{\\pict\\bin6 }}{{\\}}",
        rb"{\field{\*\fldinst PAGE}}",
        rb"{\*\annotation Really?}",
        rb"{\shp{\shprslt twice}}",
    ],
)
def test_what_is_not_shown_is_not_read(unseen: bytes) -> None:
    """Hidden and deleted text, pictures, field codes and unknown groups are no text."""
    assert read(rb"The weir " + unseen + rb"held.").text == "The weir held."


def test_headings_by_style_and_by_level() -> None:
    """A style's name counts, so does a level, and only until the paragraph is an ordinary one."""
    document = read(
        rb"\pard\s1 One\par\pard\s2 Two\par\pard\outlinelevel2 Three\par\pard Held.\par"
        rb"\pard\outlinelevel9 Wet.\par"
    )
    assert headings_of(document) == [(1, "One"), (2, "Two"), (3, "Three")]
    assert paragraphs_of(document) == ["Held.", "Wet."]


def test_bold_line_over_a_paragraph_is_a_heading() -> None:
    """Headings made by hand head the next paragraph."""
    document = read(rb"{\b North bank}\par It held.\par")
    assert headings_of(document) == [(0, "North bank")]


def test_order_of_notes_boxes_rows_and_items() -> None:
    """Notes and boxes follow their paragraph, a row is a paragraph, items have their marks."""
    document = read(
        rb"Held.{\footnote{\chftn} Foot.\par}"
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Box.\par}}}"
        rb"\par\trowd\pard\intbl North\cell 7\par gates\cell\row\pard After.\par"
        rb"{\listtext\'b7\tab}Dry\par{\listtext 2.\tab}Wet\par"
    )
    assert paragraphs_of(document) == [
        "Held.", "[1] Foot.", "Box.", "North | 7 gates", "After.", "- Dry\n2. Wet",
    ]  # fmt: skip


def test_margins_are_furniture() -> None:
    """Running heads and feet are kept apart from the text, each once."""
    document = read(rb"{\header Draft\par}{\headerl Draft\par}{\footer Page 1\par}It held.\par")
    assert blocks_of(document) == [(P, "It held."), (F, "Draft"), (F, "Page 1")]


def test_what_a_file_says_of_itself() -> None:
    """Title, author, company and the day it was made are metadata and no text."""
    metadata = read(
        rb"{\info{\title The we\'efr}{\author Lina {\b Haddad}}{\company Brede Press}"
        rb"{\creatim\yr2024\mo5\dy4\hr9}{\subject x}}Held."
    ).metadata
    assert (metadata.title, metadata.author) == ("The weïr", "Lina Haddad")
    assert (metadata.publisher, metadata.date) == ("Brede Press", "2024-05-04")


def test_end_that_is_missing_is_said() -> None:
    """What there is of a torn file is read, and what is missing is named."""
    document = read_rtf(HEAD + rb"It held.\par And th")
    assert paragraphs_of(document) == ["It held.", "And th"]
    assert document.left_out == "Left out: the end of the file, which is cut short."


def test_torn_head_is_a_reason() -> None:
    """A file that ends before its text does not pass for an empty one."""
    with pytest.raises(ReadError, match="cut short"):
        read_rtf(HEAD[:90])


def test_comments_are_named() -> None:
    """Comments are not read, and that is said."""
    document = read(rb"It held.{\*\annotation Really?}\par")
    assert document.left_out == "Left out: comments on the margin."


def test_groups_without_end_are_refused() -> None:
    """Groups as deep as a writer makes them are read; a million are no text."""
    assert read(b"{" * 5000 + b"Held." + b"}" * 5000).text == "Held."
    with pytest.raises(ReadError, match="nested"):
        read_rtf(HEAD + b"{" * 1_000_000)


def test_braces_too_many() -> None:
    """Groups that end before they began end nothing."""
    assert read_rtf(HEAD + b"}}}} It held.").text == "It held."


def test_other_files_are_refused() -> None:
    """What does not begin like RTF is none."""
    with pytest.raises(ReadError, match="not an RTF"):
        read_rtf(b"The weir held.")
