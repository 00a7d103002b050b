import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.errors import ReadError
from qa_app.model import BlockKind, Document
from qa_app.reading.plain_text import read_plain_text

P, H, B, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.FURNITURE
SENTENCE = "The keeper opened the gates before dawn, and the water fell by a metre."


def read(text: str) -> Document:
    """The document of a file in UTF-8."""
    return read_plain_text(text.encode())


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    """What each block of the text is, and its words."""
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_text_is_the_file_verbatim() -> None:
    """Line ends, tabs and odd spaces stay: a span of the text is a span of the file."""
    text = f"One.\r\n\r\n\t{SENTENCE}\u00a0\r\nTwo.\r"
    assert read(text).text == text


def test_blank_lines_part_paragraphs() -> None:
    """Blank lines end a paragraph, white space on them notwithstanding."""
    assert kinds(f"{SENTENCE}\n \t\n{SENTENCE}") == [(P, SENTENCE), (P, SENTENCE)]


def test_a_paragraph_a_line() -> None:
    """Lines that end their sentences are paragraphs of their own."""
    lines = [SENTENCE, "Nobody was hurt.", SENTENCE + " " + SENTENCE]
    assert kinds("\n".join(lines)) == [(P, line) for line in lines]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that were broken to fit a width belong together, and a heading over them does not."""
    wrapped = (
        "The keeper opened the gates before dawn, and by eight the water had\n"
        "fallen by a metre. Two boats that had been moored below the weir were\n"
        "found on the bank, with nobody in them and their ropes untied. The\n"
        "police took them away."
    )
    assert kinds(wrapped) == [(P, wrapped)]
    assert kinds(f"After the flood\n{wrapped}") == [(H, "After the flood"), (P, wrapped)]


def test_two_wrapped_lines() -> None:
    """A second line in lower case goes on with the first."""
    both = "The ferries will leave from the southern quay until the pier is\nmended."
    assert kinds(both) == [(P, both)]


def test_indented_lines_begin_paragraphs() -> None:
    """Where a book indents its paragraphs, each indented line begins one."""
    first = "The old man went down to the shore every morning before the tide\nturned, and sat."
    second = "His daughter watched him from the window of the house on the hill\nand said nothing."
    assert kinds(f"  {first}\n  {second}") == [(P, first), (P, second)]


def test_headings() -> None:
    """A short line without a full stop heads what follows; capitals and numbers do too."""
    text = f"Below the weir\n{SENTENCE}\n\nFINDINGS\n\n{SENTENCE}\n2. Advice\n{SENTENCE}"
    headings = [words for kind, words in kinds(text) if kind is H]
    assert headings == ["Below the weir", "FINDINGS", "2. Advice"]


@pytest.mark.parametrize(
    "line",
    [
        "It failed.",
        "What happens now?",
        "“The dam will hold.” – the keeper",
        "It held. The water rose",
        "the keeper opened the gates",
        "Workers stand on the wall above the weir and wait for the crane on Monday morning, 3 May",
    ],
)
def test_what_could_be_a_sentence_is_no_heading(line: str) -> None:
    """Lines that end or hold a sentence, begin in lower case or are long stay paragraphs."""
    assert (P, line) in kinds(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}")


def test_title_with_a_full_stop() -> None:
    """A capitalised line alone at the top is the title though it ends in a full stop."""
    title = "Old Weir Gives Way: Valley Waits for Help."
    document = read(f"{title}\n\n{SENTENCE}")
    assert document.metadata.title == title
    assert document.blocks[0].kind is H


def test_first_sentence_is_no_title() -> None:
    """A text that starts with its first paragraph has no title."""
    assert read(f"{SENTENCE}\n\nDamage below the weir\n\n{SENTENCE}").metadata.title == ""


def test_menu_before_the_title() -> None:
    """The site's rubrics among known menu words are furniture; the title below them is none."""
    menu = ["Home", "Valley", "Harbour", "Login", "Search"]
    found = kinds("\n".join([*menu, "Old weir gives way", "By Mira Okafor", SENTENCE]))
    assert found[:5] == [(F, word) for word in menu]
    assert found[5:] == [(H, "Old weir gives way"), (B, "By Mira Okafor"), (P, SENTENCE)]


def test_related_headlines() -> None:
    """What a "Read also" announces is furniture, in a list or line by line, up to the next text."""
    lines = "Related\nHarbour reopens after storm\nMayor under fire over bridge"
    bullets = "Read also\n- Harbour reopens after storm\n- Mayor under fire over bridge"
    found = kinds(f"{SENTENCE}\n{lines}\n{SENTENCE}\n\n{bullets}")
    assert [words for kind, words in found if kind is P] == [SENTENCE, SENTENCE]
    assert not any(kind is H for kind, _ in found)


def test_a_list_is_text() -> None:
    """Items that follow each other are one paragraph, full stops or not."""
    items = "- The council approved the budget\n- Repairs begin in May\n  after the flood season"
    assert (P, items) in kinds(f"Minutes of the council\n\n{items}\n\n{SENTENCE}")


@pytest.mark.parametrize(
    "text",
    [
        "buy rope\ncall the keeper\nmend the gate",
        "Home\nSearch\nLogin\nPrint",
        "Grey over the weir\nA heron waits\nFor what it is lent\nBy the river",
        "12",
        "***",
        "\u200b",
    ],
)
def test_some_paragraph_is_always_found(text: str) -> None:
    """Notes, verse and lists have no paragraphs as articles do; their lines are taken instead."""
    assert any(kind is P for kind, _ in kinds(text))


def test_only_a_byline() -> None:
    """A file with nothing but a by-line keeps it as one."""
    assert kinds("By Mira Okafor") == [(B, "By Mira Okafor")]


def test_front_matter() -> None:
    """A YAML block with keys we know gives the metadata and is no paragraph."""
    said_above = "title: 'Old weir: an end'\nsource: Valley Post\nby: Mira Okafor\ndate: 2025-05-03"
    head = f"---\n{said_above}\n---"
    document = read(f"{head}\n{SENTENCE}")
    assert document.blocks[0].kind is BlockKind.FRONT_MATTER
    assert document.blocks[0].span.of(document.text) == head
    said = document.metadata
    assert (said.title, said.publisher) == ("Old weir: an end", "Valley Post")
    assert (said.author, said.date) == ("Mira Okafor", "2025-05-03")


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: [unclosed\n---",
        "---\njust words\n---",
        "---\ncolour: red\n---",
        "---\ntitle: !!python/object/apply:os.getcwd []\n---",
        "---\ntitle: " + "[" * 2000 + "\n---",
        "---\n" + "x: y\n" * 10_000 + "title: far too long\n---",
    ],
)
def test_bad_front_matter_is_text(head: str) -> None:
    """A block that is no good YAML, too long, or about something else is plain text."""
    document = read(f"{head}\n{SENTENCE}")
    assert all(block.kind is not BlockKind.FRONT_MATTER for block in document.blocks)
    assert document.metadata.title == ""


def test_own_lines_give_metadata() -> None:
    """Title, author, date and publisher are taken from lines that plainly say them."""
    lines = [
        "Old weir gives way",
        "3 May 2025 20:19",
        SENTENCE,
        "By Mira Okafor",
        "© 2025 Valley Post",
    ]
    said = read("\n\n".join(lines)).metadata
    assert (said.title, said.date) == ("Old weir gives way", "2025-05-03")
    assert (said.author, said.publisher) == ("Mira Okafor", "Valley Post")


def test_name_above_a_job_is_the_author() -> None:
    """A full name over "Reporter" signs the article."""
    assert read(f"{SENTENCE}\nAvatar\nMira Okafor\n\nReporter\n\n{SENTENCE}").metadata.author == (
        "Mira Okafor"
    )


def test_dates_in_the_text_are_not_the_documents() -> None:
    """A lone date far down is not taken for the document's."""
    assert read(f"{SENTENCE}\n\n{SENTENCE}\n\n3 May 2025\n\n{SENTENCE}").metadata.date == ""


def test_nothing_to_read() -> None:
    """A blank file is refused with the reason alone."""
    with pytest.raises(ReadError, match=r"^no text in it$"):
        read(" \n")


LINES = st.sampled_from(
    ["", " ", SENTENCE, "Home", "Read also", "- an item", "By Mira Okafor", "3 May 2025", "---",
     "A heading here", "word", "WORLD", "lower case words", "1. First",
     "x" * 300, "é\u0301", "\u200b"]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n", "\x0b"]))
def test_blocks_cover_the_text(lines: list[str], end: str) -> None:
    """Blocks are in order, disjoint and never empty; only white space lies between them."""
    text = end.join(lines)
    if not text.strip():
        return
    at = 0
    for block in read(text).blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip()
        at = block.span.end
    assert not text[at:].strip()


def test_long_files_are_read_quickly() -> None:
    """Time grows with the length only: a hundred thousand odd lines are read in one go."""
    lines = ["", SENTENCE, "Home", "- item", "Some words", SENTENCE, "3 May 2025"]
    text = "\n".join(lines * 15_000)
    assert len(read(text).blocks) > 10_000
    assert len(read("Home\n" * 50_000).blocks) == 50_000


@pytest.mark.parametrize("nothing", ["null", "~", "true", "None", "", "''"])
def test_front_matter_that_says_nothing(nothing: str) -> None:
    """A key without a value is unknown, not a publisher of that name."""
    document = read(f"---\ntitle: The dam\npublisher: {nothing}\n---\n{SENTENCE}")
    assert (document.metadata.title, document.metadata.publisher) == ("The dam", "")


def test_front_matter_with_a_colon_in_its_title() -> None:
    """What is no good YAML for a colon is read line by line."""
    document = read(f"---\ntitle: Water: the last winter\ndate: 2025-02-17\n---\n{SENTENCE}")
    assert document.metadata.title == "Water: the last winter"
    assert document.metadata.date == "2025-02-17"


@pytest.mark.parametrize(
    "value", ["!!bool foo", "!!int ''", "!!timestamp foo", "0x" + "f" * 5000, "1:" * 900 + "1"]
)
def test_front_matter_builds_nothing(value: str) -> None:
    """A tag or a number is the words it was written in; none is worked out."""
    document = read(f"---\ntitle: The dam\nother: {value}\n---\n{SENTENCE}")
    assert document.metadata.title == "The dam"
