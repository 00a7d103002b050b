"""Documents, hits and answers for the window's tests, in words of our own.

They hold what is hard to show: characters beyond the BMP, combining marks, a right-to-left script,
markup that must stay text, a passage far longer than a row, a document without a title.
"""

from msgspec.structs import replace

from qa_app.model import (
    Attribution,
    Block,
    BlockKind,
    Highlight,
    HighlightKind,
    Hit,
    LibraryStatus,
    Manner,
    Metadata,
    Source,
    SourceText,
    Span,
)

ANSWER, TERM, SPEAKER = HighlightKind.ANSWER, HighlightKind.TERM, HighlightKind.SPEAKER

BASES = "Defence chief leaves the door to the bases open 🕊️"
COAST = Metadata(BASES, "The Harbour Post", "Lina Farouk", "2025-02-17")
RESERVE = Metadata("", "Levant Ledger", "", "2025-02")
BORDER = Metadata(
    "Why the neighbours stay wary <b>after</b> the change", "Border Review", "", "2025"
)

BASES_TEXT = (
    "Home › World › Middle East\n\n"
    "Defence chief leaves the door to the bases open 🕊️\n\n"
    "By Lina Farouk, 17 February 2025\n\n"
    "Two months after the change of government, the fate of the naval station at Tartus and of the "
    "airfield at Hmeimim is still undecided. Officials on both sides speak of talks that are "
    "“businesslike”, and say little else. 🚢🚢\n\n"
    "The minister of defence, Murhaf Abu Qasra, said the country was open to letting the bases "
    "stay on its coast, as long as an agreement served its own interests. 🕊️ He spoke to a small "
    "group of reporters in a café in the capital, and asked them to wait for the talks to end "
    "before drawing conclusions.\n\n"
    "“In politics there are no permanent enemies,” Abu Qasra added, calling the attitude of the "
    "other side much improved since December.\n\n"
    "قال أبو قصرة إن بلاده منفتحة على بقاء القواعد إذا كان ذلك يخدم مصالحها الوطنية.\n\n"
    "Fishermen in the port see it more soberly. “The grey ships come, the grey ships go,” said "
    "Nadim H., 61, mending a net. “What we need is ice and diesel.”\n\n"
    "Share this article · Subscribe to our newsletter\n"
)

RESERVE_TEXT = (
    "Aircraft with banknotes landed at the capital’s airport for the third time this winter, two "
    "people who saw the crates said. The notes were printed abroad under an older contract, and "
    "the central bank had waited for them since autumn.\n\n"
    "Prices in the markets eased for a week and then rose again. A teacher said she queued for "
    "four hours to withdraw the equivalent of fifteen dollars; the machine ran dry before her "
    "turn. "
    "The bank limits withdrawals, companies pay wages in kind, and money changers put up signs "
    "that say “no small notes”. Economists call it a shortage of paper and not of money: what is "
    "on the accounts cannot be held in the hand. Against that background each delivery is news, "
    "and each is smaller than the rumours that run before it. The ministry would not say how much "
    "came; a clerk spoke of “several tonnes”. Murhaf Abu Qasra told the cabinet that soldiers "
    "would guard the transports and be paid from them first, a sentence that made its way into "
    "every queue by noon. The next aircraft is expected within the month, if the weather and the "
    "insurers allow it, and the bank’s governor has promised to publish a calendar. Nobody in "
    "the queue outside the branch in the old town believed in the calendar, but everybody asked "
    "for a copy, and a boy sold photographs of the one that hung inside the glass door.\n"
)

BORDER_TEXT = (
    "Why the neighbours stay wary <b>after</b> the change\n\n"
    "Across the line of disengagement the binoculars have not been put away. Officers say that "
    "they judge by deeds: who controls the depots, who pays the brigades, who signs the orders.\n\n"
    "A diplomat put it in one sentence: “We hear good words, and we keep our coats on.” "
    "e\u0301te\u0301 2024 had taught them that, 𝒏𝒐𝒕 theory. <script>alert('no')</script>\n\n"
    "Abu Qasra said the army would be one army, with no faction keeping its own guns.\n"
)

PATHS = {
    1: "/home/lina/press/coast/2025-02-17 bases.html",
    2: "/home/lina/press/economy/banknotes-third-delivery.txt",
    3: "/home/lina/press/border/wary.md",
}
TEXTS = {1: BASES_TEXT, 2: RESERVE_TEXT, 3: BORDER_TEXT}
METADATA = {1: COAST, 2: RESERVE, 3: BORDER}

# One a hit of the full ranking. The first five are told apart by what decides and by their signs.
SHARES: tuple[dict[str, float], ...] = (
    {"keywords": 0.31, "coverage": 0.22, "meaning": 0.18, "statement": 1.62, "title": 0.0},
    {"keywords": 0.9, "coverage": 0.4, "meaning": 0.35, "title": -0.21},
    {"meaning": 0.8, "keywords": 0.4, "names_numbers": 0.1},
    {"keywords": 0.3, "meaning": 0.3, "title": 0.3, "phrases": 0.1, "moon_phase": 0.07},
    {"title": -0.2, "keywords": -0.1},
    {"meaning": 0.2},
)
ATTRIBUTIONS = (
    Attribution("Murhaf Abu Qasra", Manner.REPORTED),
    Attribution("Murhaf Abu Qasra", Manner.DIRECT),
    Attribution("Murhaf Abu Qasra", Manner.REPORTED),
    Attribution("Murhaf Abu Qasra", Manner.REPORTED),
    Attribution("أبو قصرة", Manner.REPORTED),
    None,
)

STATUS = LibraryStatus(
    library="/home/lina/.cache/qa-app/press",
    folders=("/home/lina/press",),
    n_documents=3,
    n_passages=41,
    n_sentences=120,
    encoder="all-MiniLM-L6-v2",
    dim=384,
    schema_version=1,
    generation=7,
    size_bytes=4_096,
)


def source_text(document_id: int) -> SourceText:
    """A whole document, in blocks: its first lines are furniture and headings."""
    text = TEXTS[document_id]
    return SourceText(document_id, PATHS[document_id], METADATA[document_id], text, _blocks(text))


def with_furniture_as(kind: BlockKind, source: SourceText) -> SourceText:
    """The document with its furniture as something else."""
    blocks = (replace(b, kind=kind) if b.kind is BlockKind.FURNITURE else b for b in source.blocks)
    return replace(source, blocks=tuple(blocks))


def hit(rank: int, document_id: int, begins: str, *marks: tuple[HighlightKind, str]) -> Hit:
    """The paragraph of a document that begins with some words, with some of its words marked."""
    text = TEXTS[document_id]
    start = text.index(begins)
    end = text.index("\n", start)
    passage = text[start:end]
    highlights = tuple(
        Highlight(kind, passage.index(words), passage.index(words) + len(words))
        for kind, words in marks
    )
    number = text[:start].count("\n\n") + 1
    source = Source(
        document_id, PATHS[document_id], METADATA[document_id], Span(start, end), number
    )
    return Hit(rank, source, passage, highlights, {"fused": 1.0 / rank})


def keyword_hits() -> tuple[Hit, ...]:
    """What the words of the question find."""
    return (
        hit(1, 1, "“In politics", (TERM, "Abu Qasra")),
        hit(2, 3, "Abu Qasra said", (TERM, "Abu Qasra")),
    )


def answer_hits() -> tuple[Hit, ...]:
    """The full ranking for “what did Abu Qasra say?”."""
    said = (
        "the country was open to letting the bases stay on its coast, as long as an agreement "
        "served its own interests."
    )
    first_paid = (
        "Murhaf Abu Qasra told the cabinet that soldiers would guard the transports and be paid "
        "from them first"
    )
    first = hit(
        1,
        1,
        "The minister",
        (ANSWER, f"The minister of defence, Murhaf Abu Qasra, said {said} 🕊️"),
        (SPEAKER, "Murhaf Abu Qasra"),
        (TERM, "said"),
    )
    agreeing = hit(1, 3, "Abu Qasra said").source
    first = replace(first, also_in=(agreeing,))
    hits = (
        first,
        hit(
            2,
            1,
            "“In politics",
            (ANSWER, "“In politics there are no permanent enemies,” Abu Qasra added"),
            (SPEAKER, "Abu Qasra"),
        ),
        hit(
            3,
            2,
            "Prices in",
            (
                ANSWER,
                first_paid,
            ),
            (SPEAKER, "Murhaf Abu Qasra"),
        ),
        hit(
            4,
            3,
            "Abu Qasra said",
            (ANSWER, "Abu Qasra said the army would be one army"),
            (SPEAKER, "Abu Qasra"),
            (TERM, "said"),
        ),
        hit(
            5,
            1,
            "قال",
            (ANSWER, "قال أبو قصرة إن بلاده منفتحة على بقاء القواعد"),
            (SPEAKER, "أبو قصرة"),
        ),
        hit(6, 3, "A diplomat", (TERM, "words")),
    )
    return tuple(map(explained, hits, SHARES, ATTRIBUTIONS))


def explained(shown: Hit, shares: dict[str, float], attribution: Attribution | None) -> Hit:
    """A hit that says why it stands where it does, and whose words it shows."""
    scores = {
        "bm25": 9.1 / shown.rank,
        "bm25_sentence": 7.25 / shown.rank,
        "cosine": 0.62 - shown.rank / 20,
        "cosine_sentence": 0.65 - shown.rank / 20,
        "coverage": 0.8,
        "fused": sum(shares.values()),
    }
    return replace(shown, scores=scores, shares=shares, attribution=attribution)


def _blocks(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(_kind(line), Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)


def _kind(line: str) -> BlockKind:
    if line.startswith(("Home ›", "Share this")):
        return BlockKind.FURNITURE
    if line.startswith("By "):
        return BlockKind.BYLINE
    is_title = line in (BASES, BORDER.title)
    return BlockKind.HEADING if is_title else BlockKind.PARAGRAPH
