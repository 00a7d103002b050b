"""What is read out of a library: values, with no engine in them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.encoding.protocol import Vectors
from qa_app.language.spellings import Origin
from qa_app.model import BlockKind, Metadata, Source, Span

# A paragraph that a person would read as one has a few parts; what has more is a text without
# empty lines. Of that, so many parts are read before a passage and after it.
PARTS_AROUND = 4
_MOST_PARTS = 2 * PARTS_AROUND + 1


class StoredPassage(Struct, frozen=True):
    """A passage as the library keeps it.

    `sentences` are relative to the passage. `vector` is `(dim,)`, `sentence_vectors` are
    `(n_sentences, dim)`; float32, unit length within 1e-3.
    """

    id: int
    document_id: int
    span: Span
    paragraph: int
    kind: BlockKind
    context: str
    text: str
    sentences: tuple[Span, ...]
    vector: Vectors
    sentence_vectors: Vectors
    metadata: Metadata
    path: str
    other_paths: tuple[str, ...] = ()
    page: str = ""

    @property
    def source(self) -> Source:
        """Where it stands."""
        nearest = " ".join(self.context.rpartition("\n")[2].split())
        return Source(
            self.document_id,
            self.path,
            self.metadata,
            self.span,
            self.paragraph,
            self.page,
            nearest if nearest != self.metadata.title else "",
        )

    @property
    def heading(self) -> str:
        """What stands above it: title, publisher, headings."""
        return f"{self.metadata.title}\n{self.metadata.publisher}\n{self.context}"

    @property
    def copies(self) -> tuple[Source, ...]:
        """Where else it stands: files of the very same content."""
        return tuple(replace(self.source, path=path) for path in self.other_paths)


class Averages(Struct, frozen=True):
    """Lengths that BM25 needs, in terms. `n_passages` is how many passages there are."""

    n_passages: int
    passage_terms: float
    sentence_terms: float


def paragraphs_of(passages: Mapping[int, StoredPassage]) -> list[tuple[StoredPassage, ...]]:
    """Passages by id, put together to paragraphs, the parts of each in order."""
    paragraphs: list[list[StoredPassage]] = []
    for i in sorted(passages):
        if paragraphs and _continues(paragraphs[-1], passages[i]):
            paragraphs[-1].append(passages[i])
        else:
            paragraphs.append([passages[i]])
    return [tuple(parts) for parts in paragraphs]


def _continues(parts: Sequence[StoredPassage], other: StoredPassage) -> bool:
    """Whether a passage is the next part of the same paragraph, as far as one is taken whole."""
    last = parts[-1]
    if other.kind is BlockKind.FURNITURE:
        return False
    same = (last.document_id, last.paragraph) == (other.document_id, other.paragraph)
    return same and other.id == last.id + 1 and len(parts) < _MOST_PARTS


class Spelling(Struct, frozen=True):
    """A form of a name, and how often the corpus has it where it looks to be from each origin."""

    form: str
    n_from: dict[Origin, int]

    @property
    def n(self) -> int:
        """How often the corpus has it."""
        return sum(self.n_from.values())


class Explained(Struct, frozen=True):
    """An acronym and what it stands for, in `n_documents` documents.

    The keys are the same for all ways to write the acronym, or the words (`long_key`).
    """

    short: str
    long: str
    short_key: str
    long_key: str
    n_documents: int


class Named(Struct, frozen=True):
    """A document's title, or the name of its file, and the terms of it without the suffix."""

    name: str
    document: int
    terms: frozenset[str]
