"""What the first questions of a session would have to wait for, done while nobody asks.

Patterns are compiled, the encoder's kernels made and what a library knows of its sources gathered
when they are first needed: for one question that is as long as it takes to answer. So some are
asked beforehand, of every kind and length, whatever comes of them.
"""

from collections.abc import Iterator

from qa_app.answering.answerer import answer, keyword_hits
from qa_app.encoding.protocol import Encoder
from qa_app.library.archive import Corpus

_PLACES = (
    "the bridge, the ferry, the harbour, the mill, the quarry, the tunnel, the station, the road, "
    "the market, the school, the church, the library, the theatre, the museum, the hospital"
)
_QUESTIONS = (
    "Where is it?",
    "What did the minister of Norway say about the price of the ferry in May 2025?",
    "According to an article in the Times from last year, who wrote about the harbour, and when?",
    f"Which of these is the oldest: {_PLACES[:90]}?",
    f"When were these built, by whom, and what did it cost: {_PLACES}?",
)


def rehearse(library: Corpus, encoder: Encoder) -> Iterator[None]:
    """Ask one after the other; whoever takes the steps may stop between any two.

    Raises:
        LibraryError: the library cannot be asked.
    """
    for question in _QUESTIONS:
        keyword_hits(library, question, 1)
        yield
        answer(library, encoder, question, 1)
        yield
