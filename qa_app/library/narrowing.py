"""What a passage must meet: the restrictions of a question, sorted by what they look at."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from qa_app.language.dates import FIRST_DAY, LAST_DAY, Days, days_of, mentions
from qa_app.language.phrases import UNSPACED, holds_phrase
from qa_app.library.analyzer import Analyzer
from qa_app.library.source_names import is_by, is_from
from qa_app.library.stored import StoredPassage
from qa_app.model import Metadata, Restriction, RestrictionKind


class Narrowing(Struct, frozen=True):
    """The conditions of a question; a passage meets all of them.

    `dated` are met by documents of a known date that may lie in them, `loosely_dated` by undated
    documents and by passages that mention such a date, too.
    """

    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dated: tuple[Days, ...] = ()
    loosely_dated: tuple[Days, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def allows(self, passage: StoredPassage, analyzer: Analyzer) -> bool:
        """Whether a passage meets every condition."""
        paths = (passage.path, *passage.other_paths)
        return (
            self._allows_document(passage.metadata, paths)
            and all(_is_of_time(d, passage) for d in self.loosely_dated)
            and all(holds_phrase(passage.text, phrase) for phrase in self.phrases)
            and not any(holds_words(passage.text, words, analyzer) for words in self.without)
        )

    def _allows_document(self, metadata: Metadata, paths: Collection[str]) -> bool:
        own = days_of(metadata.date)
        return (
            all(is_from(source, metadata, paths) for source in self.sources)
            and all(is_by(author, metadata) for author in self.authors)
            and all(own is not None and own.meets(days) for days in self.dated)
        )


def narrowing_of(restrictions: Iterable[Restriction]) -> Narrowing:
    """The conditions that restrictions set together.

    Loose dates that the same words ask for are the two ends of one stretch.
    """
    values: dict[RestrictionKind, list[str]] = {kind: [] for kind in RestrictionKind}
    dated: list[Days] = []
    loose: dict[str, Days] = {}
    for restriction in restrictions:
        if restriction.kind not in (RestrictionKind.AFTER, RestrictionKind.BEFORE):
            values[restriction.kind].append(restriction.value)
        elif restriction.loose:
            loose[restriction.typed] = _end(
                restriction, loose.get(restriction.typed, Days(FIRST_DAY, LAST_DAY))
            )
        else:
            dated.append(_end(restriction, Days(FIRST_DAY, LAST_DAY)))
    return Narrowing(
        sources=tuple(values[RestrictionKind.SOURCE]),
        authors=tuple(values[RestrictionKind.AUTHOR]),
        dated=tuple(dated),
        loosely_dated=tuple(loose.values()),
        phrases=tuple(values[RestrictionKind.PHRASE]),
        without=tuple(values[RestrictionKind.WITHOUT]),
    )


def holds_words(text: str, words: str, analyzer: Analyzer) -> bool:
    """Whether `text` has `words` one after another, in any of their forms.

    Words that are no terms are looked for as they are written.
    """
    wanted = terms_of(words, analyzer)
    return _follow(analyzer.terms(text), wanted) if wanted else holds_phrase(text, words)


def terms_of(words: str, analyzer: Analyzer) -> tuple[str, ...]:
    """The terms by which the keyword index knows the words.

    None where they are too common, or of a script that puts no space between words.
    """
    return () if UNSPACED.search(words) else tuple(analyzer.terms(words))


def says_nothing(words: str, analyzer: Analyzer) -> bool:
    """Whether the words are too common for any search: “of the”."""
    return not UNSPACED.search(words) and not terms_of(words, analyzer)


def _end(restriction: Restriction, days: Days) -> Days:
    if restriction.kind is RestrictionKind.AFTER:
        return Days(restriction.value, days.last)
    return Days(days.first, restriction.value)


def _is_of_time(days: Days, passage: StoredPassage) -> bool:
    told = passage.metadata.date
    own = days_of(told)
    return own is None or own.meets(days) or mentions(passage.text, days, told)


def _follow(terms: Sequence[str], wanted: tuple[str, ...]) -> bool:
    n = len(wanted)
    return any(
        term == wanted[0] and tuple(terms[at : at + n]) == wanted for at, term in enumerate(terms)
    )
