"""What somebody wrote or published, listed: nothing else is asked of “articles by Jane Marsh”."""

from collections.abc import Iterator

from qa_app.answering.inquiry import Inquiry
from qa_app.answering.measuring import Measure
from qa_app.answering.question import Intent
from qa_app.answering.ranking import Ranked
from qa_app.answering.restrictions import allows
from qa_app.library.archive import Corpus
from qa_app.library.stored import StoredPassage
from qa_app.model import BlockKind

# By-lines, and what a condition is stricter about than its scope, are left out of so many.
_SPARE = 2


def listed(library: Corpus, inquiry: Inquiry, k: int) -> list[Ranked]:
    """About `k` of the passages that the restrictions leave, without scores.

    The first one of each document, the newest before others; then the second of each. By-lines
    come first where it is asked who wrote it, and are left out elsewhere.
    """
    if not inquiry.restrictions:
        return []
    measure = Measure(
        question=inquiry.question,
        vector=None,
        idf=inquiry.terms.idf,
        averages=library.averages,
        analyzer=library.analyzer,
    )
    passages = list(_passages(library, inquiry, k))
    return [Ranked(features, {}) for features in measure.all([(p,) for p in passages])]


def _passages(library: Corpus, inquiry: Inquiry, k: int) -> Iterator[StoredPassage]:
    ids = library.newest(_SPARE * k, inquiry.restrictions)
    found = library.passages(ids)
    passages = [found[i] for i in ids if i in found]
    asks_who_wrote = inquiry.question.intent is Intent.AUTHOR
    if asks_who_wrote:
        passages.sort(key=lambda passage: passage.kind is not BlockKind.BYLINE)
    for passage in passages:
        is_wanted = asks_who_wrote or passage.kind is not BlockKind.BYLINE
        if is_wanted and allows(inquiry.restrictions, passage, library.analyzer):
            yield passage
