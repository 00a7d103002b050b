"""Furniture that only repetition tells: lines that stand in document after document of one site.

The rule (docs/decisions/furniture.md). A site is a publisher, else the host of an address, else a
folder. Of its documents only web pages count, and those that tell the same story count once: what
several papers print of an agency's is what they agree on. A line with no sentence in it, or in
which the site speaks to its reader, is furniture in three documents that have it outside their
text, or that are a third of the site. A sentence must stand outside the text of five, and of half
the site. A line with numbers must be one that looks like furniture by itself.

Passages are hidden, never dropped: text, vectors and spans stay, and so does what a person decided.
Every function that writes runs inside a transaction that its caller holds.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct, field

from qa_app.model import Block, BlockKind
from qa_app.reading.furniture import hints_at_furniture, is_furniture, is_sites_own
from qa_app.reading.line_shape import ends_sentence, n_words

# As in schema.py: longer passages are never looked at.
MOST_TERMS = 40
_MIN_BOXES = 3
_MIN_SENTENCES = 5
_BOX_WORDS = 15
_SHARE_OF_BOXES = 1 / 3
_SHARE_OF_SENTENCES = 1 / 2
_OUTSIDE = 0.8
_SAMPLE = 24
_TEXT_TERMS = 8
_SAME_STORY = 0.3
_MIN_FURNITURE = 3
_DIGITS = str.maketrans("123456789", "000000000")


class Settled(Struct):
    """Passages that were hidden, and shown again."""

    hidden: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)


class _Place(Struct, frozen=True):
    """Where a line stands: a passage, and whether it is hidden."""

    passage_id: int
    document_id: int
    start: int
    is_hidden: bool
    by_hand: bool
    text: str


class _Page(Struct, frozen=True):
    """What of a document tells whether its lines repeat: the text's extent and its own lines."""

    is_web: bool
    body: range
    story: frozenset[int]


def line_key(text: str) -> int:
    """The same for texts that differ in case, digits and white space only; never 0."""
    if text.isascii():
        plain = " ".join(text.lower().translate(_DIGITS).split())
    else:
        plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
        for char in filter(str.isdigit, set(plain)):
            plain = plain.replace(char, "0")
    digest = hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1


def note_site(connection: sqlite3.Connection, document_id: int) -> None:
    """Note which site a document is of, now that a file holds it."""
    row = connection.execute(
        "SELECT d.publisher, d.address, folders.path || '/' || files.path FROM documents d"
        " JOIN files ON document_id = d.id JOIN folders ON folders.id = folder_id"
        " WHERE d.id = ? ORDER BY files.id LIMIT 1",
        (document_id,),
    ).fetchone()
    if row is not None:
        connection.execute(
            "UPDATE documents SET site = ?1 WHERE id = ?2 AND site != ?1",
            (_site(*row), document_id),
        )


def settle(connection: sqlite3.Connection) -> Settled:
    """Hide the passages that repetition says are furniture now, and show those that are no more.

    Only lines that came, went or moved since the last time are looked at.
    """
    pages = _Pages(connection)
    settled = Settled()
    for line in _lines_to_settle(connection):
        by_site: dict[str, list[_Place]] = {}
        for site, place in _places(connection, line):
            by_site.setdefault(site, []).append(place)
        for site, places in by_site.items():
            _decide(pages, site, places, settled)
    for ids, hidden in ((settled.hidden, 1), (settled.shown, 0)):
        connection.executemany(
            "UPDATE passages SET hidden = ? WHERE id = ?", [(hidden, i) for i in ids]
        )
    connection.execute("DELETE FROM unsettled")
    return settled


def _site(publisher: str, address: str, path: str) -> str:
    host = urlsplit(address).hostname if "://" in address else None
    name = publisher or (host or "").removeprefix("www.")
    return " ".join(name.casefold().split()) or f"{PurePosixPath(path).parent}/"


def _lines_to_settle(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "SELECT line FROM passages WHERE line IN (SELECT line FROM unsettled) AND n_terms <= ?"
        " GROUP BY line HAVING count(DISTINCT document_id) >= ? OR max(hidden)",
        (MOST_TERMS, _MIN_BOXES),
    )
    return [row[0] for row in rows]


def _places(connection: sqlite3.Connection, line: int) -> Iterable[tuple[str, _Place]]:
    rows = connection.execute(
        "SELECT d.site, p.id, p.document_id, p.start, p.hidden, p.by_hand, p.text FROM passages p"
        " JOIN documents d ON d.id = p.document_id WHERE p.line = ? ORDER BY p.id",
        (line,),
    )
    for site, i, document_id, start, hidden, by_hand, text in rows:
        yield site, _Place(i, document_id, start, bool(hidden), bool(by_hand), text)


def _decide(pages: "_Pages", site: str, places: Sequence[_Place], settled: Settled) -> None:
    is_furniture_now = bool(site) and _repeats(pages, site, places)
    for place in places:
        if place.is_hidden != is_furniture_now and not place.by_hand:
            (settled.hidden if is_furniture_now else settled.shown).append(place.passage_id)


def _repeats(pages: "_Pages", site: str, places: Sequence[_Place]) -> bool:
    n_documents = len({place.document_id for place in places})
    text = places[0].text
    likely = is_furniture(text) or hints_at_furniture(text) or is_sites_own(text)
    is_box = likely or (not ends_sentence(text) and n_words(text) <= _BOX_WORDS)
    needed = _MIN_BOXES if is_box else _MIN_SENTENCES
    if n_documents < needed or not (likely or _says_the_same(places)):
        return False
    seen = [(place, pages.page(place.document_id, site)) for place in places[:_SAMPLE]]
    web = [(place, page) for place, page in seen if page.is_web]
    if _n_stories({place.document_id: page for place, page in web}.values()) < needed:
        return False
    outside = sum(page.body != range(0) and place.start not in page.body for place, page in web)
    share = n_documents / pages.n_documents(site)
    if outside >= _OUTSIDE * len(web):
        return is_box or share >= _SHARE_OF_SENTENCES
    return is_box and share >= _SHARE_OF_BOXES


def _says_the_same(places: Sequence[_Place]) -> bool:
    """Whether the lines are the same in their numbers too."""
    return len({"".join(filter(str.isdigit, place.text)) for place in places}) == 1


def _n_stories(pages: Iterable[_Page]) -> int:
    """How many of the pages tell a story of their own."""
    told: list[frozenset[int]] = []
    for page in pages:
        common = (
            len(page.story & other) / max(min(len(page.story), len(other)), 1) for other in told
        )
        if all(share < _SAME_STORY for share in common):
            told.append(page.story)
    return len(told)


class _Pages:
    """The pages of one pass, each looked at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pages: dict[int, _Page] = {}
        self._n_documents: dict[str, int] = {}

    def n_documents(self, site: str) -> int:
        """How many documents the site has."""
        if site not in self._n_documents:
            row = self._connection.execute(
                "SELECT count(*) FROM documents WHERE site = ?", (site,)
            ).fetchone()
            self._n_documents[site] = int(row[0])
        return self._n_documents[site]

    def page(self, document_id: int, site: str) -> _Page:
        """A document as far as it matters here."""
        if document_id not in self._pages:
            self._pages[document_id] = self._looked_at(document_id, site)
        return self._pages[document_id]

    def _looked_at(self, document_id: int, site: str) -> _Page:
        row = self._connection.execute(
            "SELECT format, address, blocks FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        blocks = msgspec.json.decode(row[2], type=tuple[Block, ...])
        n_furniture = sum(block.kind is BlockKind.FURNITURE for block in blocks)
        texts = self._connection.execute(
            'SELECT start, "end", line, text FROM passages WHERE document_id = ? AND n_terms >= ?'
            " ORDER BY start",
            (document_id, _TEXT_TERMS),
        ).fetchall()
        own = [
            (start, end)
            for start, end, line, text in texts
            if ends_sentence(text) and self._n_with(line, site) < _MIN_BOXES
        ]
        return _Page(
            is_web=row[0] == "html" or bool(row[1]) or n_furniture >= _MIN_FURNITURE,
            body=range(own[0][0], own[-1][1]) if own else range(0),
            story=frozenset(line for _, _, line, text in texts if ends_sentence(text)),
        )

    def _n_with(self, line: int, site: str) -> int:
        row = self._connection.execute(
            "SELECT count(*) FROM (SELECT DISTINCT document_id FROM passages p JOIN documents d"
            " ON d.id = document_id WHERE line = ? AND d.site = ? LIMIT ?)",
            (line, site, _MIN_BOXES),
        ).fetchone()
        return int(row[0])
