"""Finds words in a long text, a stretch at a time, so that nobody waits for the end of it."""

from array import array
from collections.abc import Iterator

from msgspec import Struct, field

from qa_app.gui.folding import Folded, Folder

_CHUNK_CHARS = 32_768
_MATCHES_A_TURN = 2_000


class Wanted(Struct, frozen=True):
    """What is looked for, and how exactly. Without `match_case`, case does not matter."""

    words: str
    match_case: bool = False
    whole_words: bool = False


class Found(Struct):
    """Where it stands: code points of the text, disjoint and in order."""

    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, start: int, end: int) -> None:
        """One more place, after all others."""
        self.starts.append(start)
        self.ends.append(end)


class Finder:
    """Looks for words in one text. What was folded once is kept for the next search."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chunks: dict[bool, list[Folded]] = {False: [], True: []}
        self._folders = {case: Folder(match_case=case) for case in (False, True)}

    def find(self, wanted: Wanted) -> Iterator[Found]:
        """Look through the text; after each stretch of some milliseconds, what is found so far.

        The same object each time, filled further.
        """
        found = Found()
        needle = self._folders[wanted.match_case].fold(wanted.words).text
        yield found
        if not needle:
            return
        start, before = 0, Folded("", 0)
        for number in range(-(-len(self._text) // _CHUNK_CHARS)):
            chunk = self._chunk(number, match_case=wanted.match_case)
            stretch = _Stretch(before, chunk, start, min(len(needle) - 1, len(before.text)))
            yield from self._in_stretch(stretch, needle, found, whole=wanted.whole_words)
            start += chunk.n_chars
            before = chunk

    def _chunk(self, number: int, *, match_case: bool) -> Folded:
        chunks = self._chunks[match_case]
        if number == len(chunks):
            start = number * _CHUNK_CHARS
            chunk = self._text[start : start + _CHUNK_CHARS]
            chunks.append(self._folders[match_case].fold(chunk))
        return chunks[number]

    def _in_stretch(
        self, stretch: "_Stretch", needle: str, found: Found, *, whole: bool
    ) -> Iterator[Found]:
        """Add what begins in the chunk, or at the end of the one before and reaches into it."""
        folded = stretch.text()
        at, n_seen = folded.find(needle), 0
        while at >= 0:
            start = stretch.origin(at)
            end = self._with_marks(stretch.origin(at + len(needle) - 1) + 1)
            if self._counts(start, end, found, whole=whole):
                found.add(start, end)
            at = folded.find(needle, at + 1)
            n_seen += 1
            if n_seen % _MATCHES_A_TURN == 0:
                yield found
        yield found

    def _counts(self, start: int, end: int, found: Found, *, whole: bool) -> bool:
        if found.ends and start < found.ends[-1]:
            return False
        return not whole or not (self._joins(start) or self._joins(end))

    def _joins(self, at: int) -> bool:
        """Whether a word goes on across a place in the text."""
        before, after = self._text[at - 1 : at], self._text[at : at + 1]
        return _is_of_word(before) and _is_of_word(after)

    def _with_marks(self, end: int) -> int:
        """The end of a match with the accents that belong to its last letter."""
        folder = self._folders[False]
        while end < len(self._text) and folder.is_unseen(self._text[end]):
            end += 1
        return end


class _Stretch(Struct, frozen=True):
    """A chunk that begins at `start` of the text, after the last `n_tail` of the one before."""

    before: Folded
    chunk: Folded
    start: int
    n_tail: int

    def text(self) -> str:
        """The folded text, in which a match across the two chunks is found as well."""
        return self.before.text[len(self.before.text) - self.n_tail :] + self.chunk.text

    def origin(self, at: int) -> int:
        """The character of the whole text from which a folded one came."""
        if at >= self.n_tail:
            return self.start + self.chunk.begin(at - self.n_tail)
        in_before = len(self.before.text) - self.n_tail + at
        return self.start - self.before.n_chars + self.before.begin(in_before)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
