"""The words everyone speaks: plain frozen values, no I/O.

Positions are code points, spans are half-open: `text[span.start:span.end]` *is* the quote.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import astuple, replace


class Span(Struct, frozen=True, order=True):
    """Half-open `[start, end)` in code points of some text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same span in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Metadata(Struct, frozen=True):
    """What a reader needs to find a document again. Unknown is the empty string.

    `date` is ISO 8601 as far as it is known: `2025-02-17`, `2025-02` or `2025`.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    address: str = ""


class BlockKind(StrEnum):
    """What a stretch of a document's text is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BYLINE = "byline"
    FURNITURE = "furniture"
    FRONT_MATTER = "front_matter"


class Block(Struct, frozen=True):
    """A stretch of a document's text; `level` is 1 to 6 where the format ranks headings, or 0."""

    kind: BlockKind
    span: Span
    level: int = 0


class Page(Struct, frozen=True):
    """A page of a document: where it begins in the text, and its number as a reader finds it."""

    start: int
    label: str


def page_at(pages: Sequence[Page], position: int) -> str:
    """The label of the page that a position of the text is on; empty where there are no pages."""
    turned = bisect_right(pages, position, key=lambda page: page.start)
    return pages[max(turned - 1, 0)].label if pages else ""


class Document(Struct, frozen=True):
    """One source read from a file: its text, what it says of itself, and its structure.

    `blocks` are in order, disjoint and never empty; what lies between them is white space. `pages`
    are in order; a format without pages has none. `left_out` is a sentence on what of the file is
    not in the text and why; empty where all of it is.
    """

    text: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    format: str
    pages: tuple[Page, ...] = ()
    left_out: str = ""


class Passage(Struct, frozen=True):
    """A paragraph, or a part of a long one: what is embedded and shown.

    `span` and `sentences` are in code points of the document's text; the sentences lie inside the
    span, in order. `context` holds the headings above it, outermost first, separated by newlines.
    `paragraph` counts from 1 in the document; the parts of a long paragraph share their number.
    `page` is the label of the page it begins on, empty where the format has no pages.
    """

    span: Span
    sentences: tuple[Span, ...]
    context: str
    paragraph: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: str = ""


class HighlightKind(StrEnum):
    """Why a span of a passage is marked."""

    ANSWER = "answer"
    TERM = "term"
    SPEAKER = "speaker"


class Highlight(Struct, frozen=True):
    """A span inside a passage, in code points of the passage, and why it is marked."""

    kind: HighlightKind
    start: int
    end: int


class Manner(StrEnum):
    """How a statement is given: in the speaker's own words, or reported.

    `SILENT` is no statement at all: the passage says that they did not answer.
    """

    DIRECT = "direct"
    REPORTED = "reported"
    SILENT = "silent"


class Attribution(Struct, frozen=True):
    """Whose statement a hit shows. `speaker` is the fullest name the document has for them."""

    speaker: str
    manner: Manner


class RestrictionKind(StrEnum):
    """How a question narrows down where its answer may stand."""

    SOURCE = "source"
    AUTHOR = "author"
    AFTER = "after"
    BEFORE = "before"
    PHRASE = "phrase"
    WITHOUT = "without"


class Restriction(Struct, frozen=True):
    """A condition that every hit meets.

    `value` is what it compares with: a publisher or an author as the documents name them, a day in
    ISO 8601 (`after` and `before` include it), a phrase, a word. `typed` are the words of the
    question that ask for it: dropping them frees the question of it. A date that is `loose` is also
    met by documents without one, and by passages that tell of the time themselves.
    """

    kind: RestrictionKind
    value: str
    typed: str
    loose: bool = False


class Variant(Struct, frozen=True):
    """What was searched beside a word of the question: another spelling, name or form of it."""

    asked: str
    form: str


class Source(Struct, frozen=True):
    """Where a passage stands: its document, as a person would name it, and the place in it.

    `heading` is the nearest above it, on one line; empty where there is none but the title.
    """

    document_id: int
    path: str
    metadata: Metadata
    span: Span
    paragraph: int
    page: str = ""
    heading: str = ""


class Hit(Struct, frozen=True):
    """A passage, its rank (from 1) and its scores.

    `text` is the passage verbatim. `scores` maps a score's name to its value, higher is better;
    `fused` is the one the ranking follows. `shares` maps each feature to what it adds to `fused`;
    they sum to it. `attribution` is set where the passage shows a statement that was asked for.
    `also_in` lists the other sources of the same statement.
    """

    rank: int
    source: Source
    text: str
    highlights: tuple[Highlight, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    also_in: tuple[Source, ...] = ()
    shares: dict[str, float] = field(default_factory=dict)
    attribution: Attribution | None = None


class Answer(Struct, frozen=True):
    """What the documents say to a question.

    Where `answered` is false, `hits` is empty and `related` holds the nearest passages, which are
    not an answer. `missing_terms` are the question's words that the corpus never contains;
    `also_searched` is what was searched beside its words, and `restrictions` are the conditions it
    was understood to set; each can be dropped. Where it `is_void` no passage meets them all, and
    `related` are the nearest of all passages. `confidence` is the calibrated probability that the
    documents answer, 0 to 1. `n_unsearched` files of the library's folders were not searched: they
    could not be read, were skipped, or wait to be read.
    """

    question: str
    answered: bool
    took_ms: float
    hits: tuple[Hit, ...]
    related: tuple[Hit, ...] = ()
    missing_terms: tuple[str, ...] = ()
    also_searched: tuple[Variant, ...] = ()
    confidence: float = 0.0
    restrictions: tuple[Restriction, ...] = ()
    n_unsearched: int = 0
    is_void: bool = False


class FileState(StrEnum):
    """What became of a file in an indexed folder."""

    INDEXED = "indexed"
    FAILED = "failed"
    SKIPPED = "skipped"
    PENDING = "pending"


class FileProblem(Struct, frozen=True):
    """A file that is not in the library as it stands on disk, or not all of it, and why."""

    path: str
    state: FileState
    reason: str


class DocumentEntry(Struct, frozen=True):
    """A file of the library's folders and what became of it.

    `path` is absolute. `document_id` is 0 where the library holds nothing of the file; `reason`
    says why, or what of it is lacking.
    """

    path: str
    state: FileState
    reason: str
    title: str
    n_passages: int
    size_bytes: int
    document_id: int


class Progress(Struct, frozen=True):
    """How far an indexing run is.

    `rate` is passages encoded per second; `left_s` is None until it can be estimated.
    """

    n_files_done: int
    n_files: int
    n_passages: int
    rate: float
    left_s: float | None
    path: str = ""


class IndexReport(Struct, frozen=True):
    """What an indexing run did.

    `n_encoded` passages went through the encoder; `n_examined` documents that an earlier program
    had kept were examined anew.
    """

    folder: str
    n_added: int = 0
    n_changed: int = 0
    n_removed: int = 0
    n_moved: int = 0
    n_unchanged: int = 0
    n_encoded: int = 0
    n_examined: int = 0
    took_s: float = 0.0
    cancelled: bool = False
    problems: tuple[FileProblem, ...] = ()


class VectorStatus(Struct, frozen=True):
    """How the vectors of a library are searched.

    `kind` is "flat" (every vector is compared), "codes" (the same, a byte a number) or "lists" (of
    `n_lists` the `n_probed` nearest are looked into). `recall` is the share of the ten nearest that
    is found so, in 0 to 1; `n_recent` and `n_gone` count what has changed since that was measured.
    """

    kind: str
    n_lists: int
    n_probed: int
    recall: float
    n_recent: int
    n_gone: int


class LibraryStatus(Struct, frozen=True):
    """What a library holds.

    `excluded` are the patterns of what is left out of its folders, as in a .gitignore file;
    `vectors` is None where nothing is published yet.
    """

    library: str
    folders: tuple[str, ...]
    n_documents: int
    n_passages: int
    n_sentences: int
    encoder: str
    dim: int
    schema_version: int
    generation: int
    size_bytes: int
    problems: tuple[FileProblem, ...] = ()
    excluded: tuple[str, ...] = ()
    vectors: VectorStatus | None = None


class AskedQuestion(Struct, frozen=True):
    """A question that was asked of a library.

    `dropped` are the conditions it was last asked without (see `messages.Ask`); `asked_at` is when,
    in ISO 8601 with the offset from UTC. One that is `saved` stays until it is forgotten.
    """

    question: str
    dropped: tuple[str, ...]
    asked_at: str
    saved: bool


class SnippetState(StrEnum):
    """Whether a snippet's words stand in its source as they did when they were kept."""

    VERBATIM = "verbatim"
    CHANGED = "changed"
    MISSING = "missing"


class Snippet(Struct, frozen=True):
    """Words that a person kept, with where they stand.

    `id` is a UUID. `content_hash` is the SHA-256 of the file's bytes when the words were kept and
    `span` their place in the document's text then; `prefix` and `suffix` are what stood before and
    after them. `question` is what they answered. Snippets are listed by `place`, those of one
    `group` under its name. `state` and `document_id`, 0 where it is gone, are as of the listing.
    `page_by_hand` and `paragraph_by_hand` are what the person says instead of what was found; empty
    and 0 where they say nothing.
    """

    id: str
    quote: str
    path: str
    content_hash: str
    span: Span
    paragraph: int
    metadata: Metadata
    question: str
    kept_at: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    group: str = ""
    place: int = 0
    state: SnippetState = SnippetState.VERBATIM
    # Where it alone differs, nothing has changed.
    document_id: int = 0
    page: str = ""
    page_by_hand: str = ""
    paragraph_by_hand: int = 0

    def __eq__(self, other: object) -> bool:
        """Whether nothing differs that is kept, which `document_id` is not."""
        if not isinstance(other, Snippet):
            return NotImplemented
        return self._kept() == other._kept()

    def __hash__(self) -> int:
        """As `__eq__` compares."""
        return hash(self._kept())

    def _kept(self) -> tuple[object, ...]:
        return astuple(replace(self, document_id=0))

    @property
    def shown_page(self) -> str:
        """The page to cite: the person's, else the one found."""
        return self.page_by_hand or self.page

    @property
    def shown_paragraph(self) -> int:
        """The paragraph to cite: the person's, else the one found."""
        return self.paragraph_by_hand or self.paragraph


class SourceText(Struct, frozen=True):
    """A whole document, to be shown beside a hit."""

    document_id: int
    path: str
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()


OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]
# How many are done, and of how many.
OnStep = Callable[[int, int], None]


def ignore_progress(_progress: Progress) -> None:
    """An `OnProgress` for callers that show none."""


def ignore_step(_n_done: int, _n: int) -> None:
    """An `OnStep` for callers that show none."""


def never_cancelled() -> bool:
    """A `Cancelled` for callers that cannot cancel."""
    return False
