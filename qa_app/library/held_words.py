"""Whether any document holds a word that the keyword index does not know.

It may stand in a heading of its own, in furniture, in what a document says of itself. All that is
little text beside the passages: it is read once and looked through in memory, as long as the
library is as it was.
"""

import re
import sqlite3
from collections.abc import Iterator

from qa_app.language.phrases import UNSPACED

_ABOUT = "title || char(10) || author || char(10) || publisher"
_BESIDE_PASSAGES = (
    f"SELECT {_ABOUT} FROM documents",  # noqa: S608 - a constant
    "SELECT rest FROM documents WHERE rest <> ''",
    "SELECT text FROM passages WHERE hidden",
)
_IN_PASSAGES = "SELECT text FROM passages WHERE NOT hidden AND text LIKE ? ESCAPE '\\' LIMIT ?"
# So many passages that hold a word within another are looked through for the word itself.
_LOOKED_THROUGH = 20
# More than this, in characters, is read anew each time.
_MOST_REMEMBERED = 16_000_000


class HeldWords:
    """Looks words up in the texts themselves. For one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._as_of: object = None
        self._beside: tuple[str, ...] | None = None

    def remember_as_of(self, state: object) -> None:
        """Forget what was read while the library was in another state than this."""
        if state != self._as_of:
            self._as_of, self._beside = state, None

    def holds(self, word: str, *, in_passages: bool) -> bool:
        """Whether a document holds `word`: headings, furniture, author and publisher too.

        As a whole word; in scripts that put no space between words, as a part of the text.

        Args:
            word: as it was typed.
            in_passages: whether to read every passage, too; the keyword index may know better.
        """
        beside = self._beside if self._beside is not None else self._read_beside()
        return any(_is_in(text, word) for text in beside) or (
            in_passages and any(_is_in(text, word) for text in self._passages_like(word))
        )

    def _read_beside(self) -> Iterator[str] | tuple[str, ...]:
        (n_chars,) = self._connection.execute(
            f"SELECT (SELECT total(length({_ABOUT}) + length(rest)) FROM documents)"  # noqa: S608 - constants
            " + (SELECT total(length(text)) FROM passages WHERE hidden)"
        ).fetchone()
        texts = (
            row[0].lower() for query in _BESIDE_PASSAGES for row in self._connection.execute(query)
        )
        if n_chars > _MOST_REMEMBERED:
            return texts
        self._beside = ("\n\n".join(texts),)
        return self._beside

    def _passages_like(self, word: str) -> Iterator[str]:
        escaped = re.sub(r"([%_\\])", r"\\\1", word)
        rows = self._connection.execute(_IN_PASSAGES, (f"%{escaped}%", _LOOKED_THROUGH))
        return (row[0].lower() for row in rows)


def _is_in(text: str, word: str) -> bool:
    """Whether a text in small letters holds the word."""
    word = word.lower()
    at = text.find(word)
    if at < 0 or UNSPACED.search(word):
        return at >= 0
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return whole.search(text, at) is not None
