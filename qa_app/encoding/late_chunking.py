"""One reading of a passage gives its own vector and, pooled from its tokens, its sentences'.

A text longer than the model's window is read in several windows, never cut off.

Source: “late chunking”, Günther et al. 2024, arXiv:2409.04701: token vectors of the whole passage,
mean over each sentence's tokens.
"""

from collections.abc import Callable, Sequence

import numpy as np

from qa_app.encoding.pooling import pooled
from qa_app.encoding.protocol import PassageText, PassageVectors, Vectors
from qa_app.encoding.windows import Tokenize, TokenizedPassage, Window, tokenized
from qa_app.model import Span

# Windows of token ids to the vectors of each one's tokens, in the order given.
ReadWindows = Callable[[list[list[int]]], list[Vectors]]


def late_chunked(
    passages: Sequence[PassageText], tokenize: Tokenize, window: Window, read: ReadWindows
) -> list[PassageVectors]:
    """Vectors for each passage and its sentences, in the order given."""
    inputs = [tokenized(passage, tokenize, window) for passage in passages]
    windows = [window.cut(own.ids) for own in inputs]
    # Each passage's windows stay in order, whatever order they are read in.
    vectors = iter(read([one for own in windows for one in own]))
    return [
        _pooled([next(vectors) for _ in own], window, tokens, passage.sentences)
        for own, tokens, passage in zip(windows, inputs, passages, strict=True)
    ]


def _pooled(
    parts: list[Vectors], window: Window, tokens: TokenizedPassage, sentences: Sequence[Span]
) -> PassageVectors:
    before, after = len(window.before), len(window.after)
    own = np.concatenate([part[before : len(part) - after] for part in parts])
    return pooled(np.concatenate(parts), own[tokens.n_context :], tokens.starts, sentences)
