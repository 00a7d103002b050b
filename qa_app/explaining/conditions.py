"""What a question was understood to ask for, each thing to be dropped by itself."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from qa_app.explaining.dates import date_words, period_words
from qa_app.explaining.translation import Translate, as_written, later
from qa_app.model import Answer, Restriction, RestrictionKind, Variant

_SOURCE, _AUTHOR = RestrictionKind.SOURCE, RestrictionKind.AUTHOR
_AFTER, _BEFORE = RestrictionKind.AFTER, RestrictionKind.BEFORE
_PHRASE, _WITHOUT = RestrictionKind.PHRASE, RestrictionKind.WITHOUT
_IN_WORDS = {
    _SOURCE: later("source: {}"),
    _AUTHOR: later("author: {}"),
    _AFTER: later("since {}"),
    _BEFORE: later("until {}"),
    _PHRASE: later("“{}”"),
    _WITHOUT: later("without: {}"),
}
_IN_A_SENTENCE = {
    _SOURCE: later("from {}"),
    _AUTHOR: later("by {}"),
    _AFTER: later("dated {} or later"),
    _BEFORE: later("dated {} or earlier"),
    _PHRASE: later("with “{}”"),
    _WITHOUT: later("without “{}”"),
}


class Condition(Struct, frozen=True):
    """A restriction or a variant as a person sees it.

    `words` name it; `drop` is what a question is told to do without (`messages.Ask.dropped`).
    `beside` is the question's word that a variant was searched beside; a restriction has none.
    """

    words: str
    drop: str
    beside: str = ""

    @property
    def is_variant(self) -> bool:
        """Whether it widens the search; a restriction narrows it down."""
        return bool(self.beside)


def conditions_of(answer: Answer, tr: Translate = as_written) -> tuple[Condition, ...]:
    """The restrictions of an answer, then its variants; what goes together is one condition."""
    restrictions = (
        Condition(", ".join(_parts(group, _IN_WORDS, "{}", tr)), group[0].typed)
        for group in _by_typed(answer.restrictions)
    )
    return (*restrictions, *_variants(answer.also_searched))


def narrowed_words(restrictions: Sequence[Restriction], tr: Translate = as_written) -> str:
    """Which passages the restrictions leave: `from South Front with “sea base”`."""
    parts = (
        part
        for group in _by_typed(restrictions)
        for part in _parts(group, _IN_A_SENTENCE, tr("of {}"), tr)
    )
    return " ".join(dict.fromkeys(parts))


def void_words(restrictions: Sequence[Restriction], tr: Translate = as_written) -> str:
    """That nothing meets the restrictions, in a sentence: `No document is from February 2025.`."""
    if not all(map(_is_date, restrictions)):
        return tr("There is no passage {conditions}.").format(
            conditions=narrowed_words(restrictions, tr)
        )
    parts = (
        part
        for group in _by_typed(restrictions)
        for part in _parts(group, _IN_A_SENTENCE, tr("from {}"), tr)
    )
    return tr("No document is {dates}.").format(dates=tr(" and ").join(dict.fromkeys(parts)))


def _by_typed(restrictions: Iterable[Restriction]) -> list[list[Restriction]]:
    """The restrictions in groups that the same words ask for: they can only be dropped together."""
    groups: dict[str, list[Restriction]] = {}
    for restriction in restrictions:
        groups.setdefault(restriction.typed, []).append(restriction)
    return list(groups.values())


def _parts(
    group: Sequence[Restriction],
    templates: dict[RestrictionKind, str],
    period: str,
    tr: Translate,
) -> list[str]:
    """What each restriction of a group says; the two ends of a period are one."""
    values = {restriction.kind: restriction.value for restriction in group}
    rest = [r for r in group if not (values.keys() >= {_AFTER, _BEFORE} and _is_date(r))]
    words = [
        tr(templates[r.kind]).format(date_words(r.value, tr) if _is_date(r) else r.value)
        for r in rest
    ]
    if len(rest) < len(group):
        words.append(period.format(period_words(values[_AFTER], values[_BEFORE], tr)))
    return words


def _is_date(restriction: Restriction) -> bool:
    return restriction.kind in (_AFTER, _BEFORE)


def _variants(variants: Iterable[Variant]) -> tuple[Condition, ...]:
    """A condition a form: one form may stand beside several words."""
    asked: dict[str, list[str]] = {}
    for variant in variants:
        asked.setdefault(variant.form, []).append(variant.asked)
    return tuple(Condition(form, form, ", ".join(beside)) for form, beside in asked.items())
