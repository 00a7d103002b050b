"""What a model reads at once: windows of tokens, and batches of windows of like length."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from qa_app.encoding.protocol import PassageText

# The part of a window that title and headings may take.
MAX_CONTEXT_TOKENS = 62
# Padding is the only waste of a batch of like length, and a small one ends soon.
_BATCH = 8
_BATCH_TOKENS = 640


class Tokens(Struct, frozen=True):
    """The tokens of a text, special ones left out; `starts` are positions in code points."""

    ids: list[int]
    starts: list[int]


Tokenize = Callable[[str], Tokens]


class Window(Struct, frozen=True):
    """How many tokens of a text are read at once, and the special ones around them."""

    size: int
    before: tuple[int, ...]
    after: tuple[int, ...]

    def cut(self, ids: Sequence[int]) -> list[list[int]]:
        """The windows that hold all of `ids`, in order and with their special tokens.

        A text without a token is one window too.
        """
        places = range(0, max(1, len(ids)), self.size)
        return [[*self.before, *ids[at : at + self.size], *self.after] for at in places]


class TokenizedPassage(Struct, frozen=True):
    """The ids of a passage, `n_context` of them its context's; where its own tokens start."""

    ids: list[int]
    n_context: int
    starts: list[int]


def tokenized(passage: PassageText, tokenize: Tokenize, window: Window) -> TokenizedPassage:
    """The passage's tokens with its context's before them.

    The context takes what room the passage leaves: it may be cut, the passage may not.
    """
    own = tokenize(passage.text)
    room = min(MAX_CONTEXT_TOKENS, max(0, window.size - len(own.ids)))
    context = tokenize(passage.context).ids[:room] if passage.context and room else []
    return TokenizedPassage(context + own.ids, len(context), own.starts)


def batches(lengths: Sequence[int], *, of_one_length: bool = False) -> Iterator[list[int]]:
    """Places in `lengths`, those of like length, or of the same, together, the longest first."""
    order = sorted(range(len(lengths)), key=lambda n: -lengths[n])
    at = 0
    while at < len(order):
        length = lengths[order[at]]
        end = at + max(1, min(_BATCH, _BATCH_TOKENS // max(1, length)))
        batch = order[at:end]
        if of_one_length:
            batch = [n for n in batch if lengths[n] == length]
        yield batch
        at += len(batch)
