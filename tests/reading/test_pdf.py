import random
import threading

import pytest
from fpdf.enums import EncryptionMethod, PageLabelStyle
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document, page_at
from qa_app.reading.limits import DEFAULT_LIMITS
from qa_app.reading.pdf import read_pdf
from tests.reading.made_pdfs import (
    BODY_PT,
    FONT_OBJECT,
    WORDS,
    across,
    add_heading,
    add_text,
    data_of,
    framed,
    new_pdf,
    pdf_of,
    raw_pdf,
    stream,
    with_pictures,
)

P, H, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    """What each block of a document is, and its words."""
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def those(kind: BlockKind, document: Document) -> list[str]:
    """The words of its blocks of a kind."""
    return [words for found, words in kinds(document) if found is kind]


def page_of(document: Document, words: str) -> str:
    """The label of the page on which the words begin."""
    return page_at(document.pages, document.text.index(words))


def assert_sound(document: Document) -> None:
    """Blocks and pages are as the model promises them."""
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end
        assert not document.text[at : block.span.start].strip()
        at = block.span.end
    assert not document.text[at:].strip()
    starts = [page.start for page in document.pages]
    assert starts == sorted(set(starts))
    assert all(page.label for page in document.pages)


def reason(data: bytes) -> str:
    """Why a file cannot be read."""
    with pytest.raises(ReadError) as raised:
        read_pdf(data)
    return str(raised.value)


def read_or_refused(data: bytes) -> str:
    """The text of a file, checked, or why it cannot be read."""
    try:
        document = read_pdf(data)
    except ReadError as error:
        return str(error)
    assert_sound(document)
    return document.text


def test_lines_become_a_paragraph() -> None:
    """Where the page broke the lines is nothing to a reader."""
    assert kinds(read_pdf(pdf_of(WORDS * 3))) == [(P, (WORDS * 3).strip())]


def test_paragraphs_by_space_and_by_indent() -> None:
    """A wider space begins a paragraph; so does a line that is set in."""
    pdf = new_pdf()
    for n in range(2):
        add_text(pdf, f"{n} spaced. {WORDS * 2}")
        pdf.ln(4)
    for n in range(2):
        add_text(pdf, f"        {n} set in. {WORDS * 2}")
    starts = [words[:9] for words in those(P, read_pdf(data_of(pdf)))]
    assert starts == ["0 spaced.", "1 spaced.", "0 set in.", "1 set in."]


def test_short_last_line_ends_a_paragraph() -> None:
    """With neither space nor indent, a sentence that ends early ends its paragraph."""
    pdf = new_pdf()
    for n in range(3):
        add_text(pdf, f"Part {n}. {WORDS * 2}")
    starts = [words[:7] for words in those(P, read_pdf(data_of(pdf)))]
    assert starts == ["Part 0.", "Part 1.", "Part 2."]


def test_columns_written_across() -> None:
    """Columns are read one after the other, also where the file has them line by line."""
    left = [
        "The river rose through the whole night and",
        "the old weir held it back as it always",
    ] * 3
    right = [
        "boats broke loose in the harbour below and",
        "were not found until three days later in",
    ] * 3
    document = read_pdf(across(left, right))
    assert those(P, document) == [" ".join(left + right)]


def test_columns_under_a_title() -> None:
    """A column goes on with the sentence of the one before it."""
    pdf = new_pdf()
    add_heading(pdf, "The night of the weir", 18)
    with pdf.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        columns.write(WORDS * 40)
    document = read_pdf(data_of(pdf))
    assert kinds(document) == [(H, "The night of the weir"), (P, (WORDS * 40).strip())]


def test_sentence_over_two_pages() -> None:
    """A paragraph goes on over the page; the foot stands before it and the next head after it."""
    document = read_pdf(framed(WORDS * 60))
    assert kinds(document) == [
        (F, "Harwick Herald"),
        (F, "Page 1"),
        (P, (WORDS * 60).strip()),
        (F, "Harwick Herald"),
        (F, "Page 2"),
    ]
    first, second = document.pages
    paragraph = document.blocks[2].span
    assert (first.start, first.label, second.label) == (0, "1", "2")
    assert paragraph.start < second.start < paragraph.end


def test_paragraph_over_many_pages() -> None:
    """However long a paragraph is, each of its words is on the page that it stands on."""
    words = [f"word{n}" for n in range(4_000)]
    document = read_pdf(framed(" ".join(words)))
    assert_sound(document)
    assert those(P, document) == [text for text in those(P, document) if text.startswith("word")]
    assert " ".join(those(P, document)).split() == words
    feet = [document.text.index(f"Page {n}") for n in range(1, len(document.pages) + 1)]
    assert [page_at(document.pages, foot) for foot in feet] == [
        page.label for page in document.pages
    ]


def test_heads_and_feet() -> None:
    """What is at the same height of several pages, its numbers aside, is no part of the text."""
    texts = [f"Chapter of the {word}. {WORDS * 2}" for word in ("weir", "lock", "boats")]
    document = read_pdf(framed(*texts, foot=lambda n: f"- {n} of 3 -"))
    assert those(P, document) == [text.strip() for text in texts]
    assert those(F, document) == [
        line for n in (1, 2, 3) for line in ("Harwick Herald", f"- {n} of 3 -")
    ]


def test_heads_of_chapters() -> None:
    """A head that changes with each chapter stands where the others do."""
    heads = ["The weir", "The weir", "The lock", "The lock", "The quay"]
    texts = [f"{word} {WORDS * 2}" for word in ("One.", "Two.", "Three.", "Four.", "Five.")]
    document = read_pdf(framed(*texts, head=lambda n: heads[n - 1]))
    assert [words for words in those(F, document) if not words.startswith("Page")] == heads


def test_chapters_that_begin_a_page() -> None:
    """Headings that differ in their number alone are none the less headings."""
    pdf = new_pdf()
    for n in (1, 2, 3):
        if n > 1:
            pdf.add_page()
        add_heading(pdf, f"Chapter {n}", 18)
        add_text(pdf, WORDS * (n + 1))
    document = read_pdf(data_of(pdf))
    assert those(H, document) == ["Chapter 1", "Chapter 2", "Chapter 3"]


def test_same_first_sentence_on_two_pages() -> None:
    """Two pages that begin with the same sentence have it in their text."""
    document = read_pdf(pdf_of("The weir held. " + WORDS, "The weir held. " + WORDS * 2))
    assert not those(F, document)


def test_levels_by_size() -> None:
    """The larger a heading, the higher; bold letters of the text's size come last."""
    pdf = new_pdf()
    for text, size in (("The valley", 20), ("Weirs", 14), ("The upper weir", BODY_PT)):
        add_heading(pdf, text, size)
        add_text(pdf, WORDS * 3)
    document = read_pdf(data_of(pdf))
    levels = [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind is H]
    assert levels == [(1, "The valley"), (2, "Weirs"), (3, "The upper weir")]
    assert document.metadata.title == "The valley"


def test_outline_knows_headings() -> None:
    """A line that the outline names is a heading, however it is set, as high as it says."""
    pdf = new_pdf()
    pdf.start_section("The weir")
    add_text(pdf, "The weir")
    pdf.ln(4)
    add_text(pdf, WORDS * 3)
    pdf.ln(4)
    pdf.start_section("Its repair", level=1)
    add_text(pdf, "Its repair")
    pdf.ln(4)
    add_text(pdf, WORDS * 3)
    document = read_pdf(data_of(pdf))
    levels = [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind is H]
    assert levels == [(1, "The weir"), (2, "Its repair")]


def test_table_row_by_row() -> None:
    """The rows of a table are lines, its cells are told apart."""
    pdf = new_pdf()
    add_text(pdf, WORDS * 2)
    pdf.ln(3)
    with pdf.table(col_widths=(3, 1, 1)) as table:
        for cells in (("Source", "2023", "2024"), ("Council tax", "12,500", "12,900")):
            table.row(cells)
    assert "Source | 2023 | 2024\nCouncil tax | 12,500 | 12,900" in read_pdf(data_of(pdf)).text


def test_contents_are_furniture() -> None:
    """Titles that lead by dots to a page number are no text."""
    pdf = new_pdf()
    for n, title in enumerate(("Foreword", "The weir", "Its repair"), start=3):
        add_text(pdf, f"{title} {'.' * 60} {n}")
    add_text(pdf, WORDS)
    document = read_pdf(data_of(pdf))
    assert those(P, document) == [WORDS.strip()]


def test_items_of_a_list() -> None:
    """Each item is a paragraph, with the lines that belong to it."""
    pdf = new_pdf()
    add_text(pdf, "Grants were given to:")
    for item in ("the lock keepers, for " + WORDS.lower(), "the school", "the museum"):
        add_text(pdf, f"- {item.strip()}")
    starts = [words[:7] for words in those(P, read_pdf(data_of(pdf)))]
    assert starts == ["Grants ", "- the l", "- the s", "- the m"]


def test_words_broken_at_a_line_s_end() -> None:
    """A word that a line breaks is whole again, a compound keeps its hyphen."""
    lines = (
        "The council met again, and the contro-",
        "versy about the costs of the well-",
        "known weir went on. An agree-",
        "ment on the Anglo-",
        "Norman bridge was near; they agree on cost and on cost-",
        "sharing, as decision-",
        "making goes: a decision is in the making, sharing or not, says page 10-",
        "12 of the minutes.",
    )
    pdf = new_pdf()
    for line in lines:
        pdf.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    text = read_pdf(data_of(pdf)).text
    for word in ("controversy", "well-known", "agreement", "Anglo-Norman", "cost-sharing",
                 "decision-making", "10-12"):  # fmt: skip
        assert word in text


def test_what_is_not_seen_is_not_kept() -> None:
    """Soft hyphens and control characters go, ligatures are letters, characters are whole."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    mapped = {"A": "FB01", "B": "00AD", "C": "0000", "D": "D835DC65", "E": "D835", "F": "000C"}
    pairs = "\n".join(f"<{ord(char):02X}> <{code}>" for char, code in mapped.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(mapped)} beginbfchar\n{pairs}\nendbfchar\n"
        "1 beginbfrange <61> <7A> <0061> endbfrange endcmap end end"
    )
    data = raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        stream("BT /F 12 Tf 50 700 Td (oAceB weBir xCyD Ez Fheld) Tj ET"),
        font,
        stream(table),
    )
    text = read_pdf(data).text
    assert "ofice" in text
    assert "weir" in text
    assert not set(text) & set("\x00\x0c\xad\ufb01")
    assert text.encode()


def test_pages_under_their_own_labels() -> None:
    """A page has the number that the PDF prints on it."""
    pdf = new_pdf()
    pdf.set_page_label(PageLabelStyle.LOWER_ROMAN)
    add_text(pdf, f"Foreword. {WORDS}")
    pdf.add_page()
    add_text(pdf, f"Thanks. {WORDS}")
    pdf.add_page(label_style=PageLabelStyle.NUMBER, label_start=1)
    add_text(pdf, f"Weirs. {WORDS}")
    pdf.add_page(label_prefix="A-", label_style=PageLabelStyle.NUMBER, label_start=7)
    add_text(pdf, f"Tables. {WORDS}")
    document = read_pdf(data_of(pdf))
    words = ("Foreword.", "Thanks.", "Weirs.", "Tables.")
    assert [page_of(document, word) for word in words] == ["i", "ii", "1", "A-7"]


def test_pages_without_labels_are_counted() -> None:
    """Where the PDF names no page, its place is its number; an empty page counts."""
    pdf = new_pdf()
    add_text(pdf, f"First. {WORDS}")
    pdf.add_page()
    pdf.add_page()
    add_text(pdf, f"Third. {WORDS}")
    document = read_pdf(data_of(pdf))
    assert (page_of(document, "First."), page_of(document, "Third.")) == ("1", "3")
    assert not document.left_out


def test_scanned_pages_are_named() -> None:
    """What was not read is said; a document of scanned pages alone is refused."""
    document = read_pdf(with_pictures("First. " + WORDS, "", "Third. " + WORDS, ""))
    assert document.left_out == "pages 2 and 4 are scanned and have no text"
    assert page_of(document, "Third.") == "3"
    one = read_pdf(with_pictures("First. " + WORDS, ""))
    assert one.left_out == "page 2 is scanned and has no text"
    assert reason(with_pictures("", "")) == "scanned, no text"


def test_empty_document() -> None:
    """Blank pages are not scanned ones."""
    assert reason(data_of(new_pdf())) == "no text in it"


def test_what_it_says_of_itself() -> None:
    """Title, author and date are the document's own."""
    pdf = new_pdf()
    pdf.set_title("The night of the weir")
    pdf.set_author("Mira Okafor")
    add_text(pdf, WORDS)
    said = read_pdf(data_of(pdf)).metadata
    assert (said.title, said.author) == ("The night of the weir", "Mira Okafor")
    assert said.date == "2024-05-02"


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - weir_final.docx",
        "weir.indd",
        "untitled",
        "C:\\Users\\m\\weir",
        "x_y_2",
        "",
    ],
)
def test_junk_titles(title: str) -> None:
    """A title that a program made up gives way to the one on the first page."""
    pdf = new_pdf()
    pdf.set_title(title)
    pdf.set_author("admin")
    add_heading(pdf, "The night of the weir", 18)
    add_text(pdf, WORDS * 2)
    said = read_pdf(data_of(pdf)).metadata
    assert (said.title, said.author) == ("The night of the weir", "")


def test_date_on_the_page() -> None:
    """The day that the first page gives comes before the day on which the file was made."""
    pdf = new_pdf()
    add_heading(pdf, "The night of the weir", 18)
    add_text(pdf, "18 February 2023")
    pdf.ln(4)
    add_text(pdf, WORDS * 2)
    assert read_pdf(data_of(pdf)).metadata.date == "2023-02-18"


def test_owner_password_alone() -> None:
    """A PDF that only restricts what may be done with it is read."""
    pdf = new_pdf()
    pdf.set_encryption("owner", encryption_method=EncryptionMethod.RC4)
    add_text(pdf, WORDS)
    assert read_pdf(data_of(pdf)).text == WORDS.strip()


def test_user_password() -> None:
    """One that asks for a password is refused, and the reason says what to do."""
    pdf = new_pdf()
    pdf.set_encryption("owner", user_password="x", encryption_method=EncryptionMethod.RC4)  # noqa: S106 - no secret
    add_text(pdf, WORDS)
    assert reason(data_of(pdf)).startswith("it is encrypted")


def page_with(content: str, box: str = "[0 0 600 800]") -> bytes:
    """A PDF of one page with this content."""
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        stream(content),
        FONT_OBJECT,
    )


def test_page_that_is_shown_turned() -> None:
    """A page that lies on its side is read as it is shown."""
    turned = "".join(
        f"BT /F 12 Tf 0 1 -1 0 {100 + 14 * n} 50 Tm ({line}) Tj ET\n"
        for n, line in enumerate(["The weir held through the night and", "nobody was hurt."])
    )
    data = page_with(turned).replace(b"/Type /Page /", b"/Rotate 90 /Type /Page /")
    assert read_pdf(data).text == "The weir held through the night and nobody was hurt."


@pytest.mark.parametrize("box", ["[0 0 1e9 1e9]", "[0 0 0 0]", "[-1e30 0 1e30 1]", "[0 0]", "null"])
def test_odd_page_sizes(box: str) -> None:
    """A page of any size costs no more than its text."""
    content = "BT /F 12 Tf 50 700 Td (The weir held.) Tj ET"
    assert read_pdf(page_with(content, box)).text == "The weir held."


@pytest.mark.parametrize("at", ["1e30 1e30", "-1e9 5", "nan inf", "99999999999999999999 0"])
def test_text_that_is_nowhere(at: str) -> None:
    """Words far off the page harm nothing."""
    content = f"BT /F 12 Tf {at} Td (Far.) Tj ET BT /F 1e9 Tf 5 5 Td (Huge.) Tj ET"
    content += " BT /F 0 Tf 5 5 Td (None.) Tj ET BT /F 12 Tf 50 700 Td (The weir held.) Tj ET"
    assert "The weir held." in read_or_refused(page_with(content))


@pytest.mark.parametrize(
    "pages",
    [
        ["<< /Type /Pages /Kids [2 0 R] /Count 1 >>"],
        ["<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"],
        ["<< /Type /Pages /Kids [] /Count 2000000000 >>"],
        ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count -5 >>"],
        ["2 0 R"],
    ],
)
def test_loops_of_pages(pages: list[str]) -> None:
    """A tree of pages that never ends is refused."""
    assert reason(raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", *pages))


def test_forms_that_draw_themselves() -> None:
    """A drawing that holds itself is drawn once."""
    form = stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources"
                  " << /XObject << /X 6 0 R >> >>")  # fmt: skip
    data = raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        stream("BT /F 12 Tf 50 700 Td (The weir held.) Tj ET /X Do"),
        FONT_OBJECT,
        form,
    )
    assert read_pdf(data).text == "The weir held."


def test_outline_that_never_ends() -> None:
    """Bookmarks that point at each other are gone through once."""
    data = raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        stream("BT /F 12 Tf 50 700 Td (The weir held.) Tj ET"),
        FONT_OBJECT,
        "<< /First 7 0 R /Last 7 0 R /Count 2 >>",
        "<< /Title (One) /Next 8 0 R /First 7 0 R /Parent 6 0 R >>",
        "<< /Title (Two) /Next 7 0 R /First 6 0 R /Parent 6 0 R >>",
    )
    assert read_pdf(data).text == "The weir held."


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.4\n%%EOF", b"no PDF at all" * 99])
def test_no_pdf(data: bytes) -> None:
    """What is no PDF is refused with the reason alone."""
    assert reason(data) == "it is damaged or is no PDF"


_WHOLE = framed(*(f"Page of the {word}. {WORDS * 4}" for word in ("weir", "lock", "boats")))


@pytest.mark.parametrize("seed", range(40))
def test_torn_and_scribbled_on(seed: int) -> None:
    """A file that breaks off, or has other bytes here and there, is read or refused."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(_WHOLE[: chance.randrange(len(_WHOLE))] if seed % 2 else _WHOLE)
    for _ in range(chance.randrange(20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert read_or_refused(bytes(data))


_LINES = st.lists(
    st.tuples(
        st.integers(-50, 700),
        st.integers(-50, 900),
        st.sampled_from([6, 9, 10, 10, 10, 14, 24]),
        st.text("abc AB.-(12", min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(pages=st.lists(_LINES, min_size=1, max_size=3))
def test_any_layout(pages: list[list[tuple[int, int, int, str]]]) -> None:
    """Wherever the words stand, blocks and pages are sound and no letter is lost."""
    contents = [
        "".join(
            f"BT /F {size} Tf {x} {y} Td ({words.replace('(', '')}) Tj ET\n"
            for x, y, size, words in lines
        )
        for lines in pages
    ]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        FONT_OBJECT,
    ]
    for n, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(stream(content))
    text = read_or_refused(raw_pdf(*objects))
    written = {c for lines in pages for *_, words in lines for c in words if c.isalnum()}
    assert written <= set(text)


def test_two_threads() -> None:
    """Threads that read at once wait for each other."""
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(read_pdf(_WHOLE).text)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [read_pdf(_WHOLE).text] * 4


def test_pages_over_the_limit_are_named() -> None:
    """What the settings do not allow is not read, and it is said how to have it read."""
    limits = replace(DEFAULT_LIMITS, max_pages=2)
    document = read_pdf(pdf_of(WORDS, WORDS, WORDS), limits)
    assert len(document.pages) == 2
    assert "only the first 2 of its 3 pages" in document.left_out
    assert "max_pages" in document.left_out
