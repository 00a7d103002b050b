"""Which statements of a passage are by the speaker that a question asks about."""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from qa_app.answering.office_fits import (
    NOWHERE,
    Where,
    fit_in_place,
    fit_of_body,
    fit_of_office,
    fit_of_owner,
    is_organised,
    office_forms,
    telling_words,
)
from qa_app.language.given_name_forms import is_same_given_name
from qa_app.language.reporting_verbs import DEEDS
from qa_app.language.speakers import TITLES, Speaker
from qa_app.language.speech.naming import initials
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.word_lists import NAME_SUFFIXES, PARTICLES, is_body, is_role
from qa_app.model import Manner

_SURNAME_ALONE = 0.97
_GIVEN_NAME_ALONE = 0.9
_OTHER_SPELLING = 0.95
_INITIALS = 0.95
_OTHER_NAME = 0.95
_OTHER_VERB = 0.9
_OTHER_KIND = 0.5
# No surnames: who is called by the first word of such a name is no person.
_ENDS_OF_BODIES = frozenset(
    "airlines airways capital energy global holdings industries international labs media motors "
    "news partners post research security services solutions systems technologies technology "
    "times today watch".split()
)
# Asked what somebody denied, nobody wants what they promised.
_KINDS: Mapping[str, str] = {
    verb: verbs
    for verbs in (
        "deny refute rebut dispute reject dismiss",
        "promise pledge vow swear assure",
        "warn caution threaten fear",
        "apologise apologize regret",
        "accuse blame condemn criticise criticize denounce",
        "praise applaud commend laud hail congratulate",
        "demand urge call appeal request",
        "propose move suggest recommend advise",
        "agree decide resolve vote rule order",
        "admit concede acknowledge accept confess",
        "object oppose",
        "predict forecast foresee",
    )
    for verb in verbs.split()
}


def said_by(
    speaker: Speaker,
    surnames: frozenset[str],
    statements: Sequence[Statement],
    *,
    also: Collection[str] = (),
    where: Where = NOWHERE,
    dropped: Collection[str] = (),
) -> tuple[Statement, ...]:
    """Those of the statements that are theirs, each as certain as the name fits the one asked for.

    Args:
        speaker: who is asked about.
        surnames: folded spellings of their surname, their own among them.
        statements: of one passage.
        also: whole other names of the speaker, in any case: what an acronym stands for.
        where: the passage and its document; they may tell whose mayor it is that speaks.
        dropped: folded given names that are not to stand for the one asked for.
    """
    others = [words for name in also if (words := telling_words(name))]
    fits = (
        max(
            _fit(speaker, surnames, statement, where, frozenset(dropped)),
            *(_fit_of_other(words, statement) for words in others),
            0.0,
        )
        for statement in statements
    )
    return tuple(
        replace(statement, certainty=statement.certainty * fit)
        for statement, fit in zip(statements, fits, strict=True)
        if fit > 0
    )


def words_to_find(
    speaker: Speaker, surnames: frozenset[str], also: Collection[str] = ()
) -> tuple[frozenset[str], frozenset[str]]:
    """The words under which the library has who is asked about, and those to try after them.

    Names written in another order, or with other hyphens, stand under a given name.

    Args:
        speaker: who is asked about.
        surnames: as for `said_by`.
        also: as for `said_by`.
    """
    by_surname = (
        not speaker.is_body and not speaker.is_office and speaker.surname not in NAME_SUFFIXES
    )
    others = {word for name in also for word in telling_words(name)}
    spelled = {form for surname in surnames for form in _with_apostrophe(surname)}
    nouns = frozenset(office_forms(speaker.surname))
    first = surnames | others | spelled | nouns
    first |= frozenset() if by_surname else frozenset(speaker.words)
    return first, frozenset(word for word in speaker.words if word not in PARTICLES) - first


def as_asked(verb: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Of someone's statements in one passage those that fit the verb they are asked for with best.

    Silence is left out where something was said; a promise is less sure where a warning is asked
    for.

    Args:
        verb: a lemma; empty where any will do.
        statements: theirs.
    """
    spoken = [s for s in statements if s.manner is not Manner.SILENT] or statements
    fits = [fit_of_verb(verb, statement.verb) for statement in spoken]
    best = max(fits, default=0.0)
    return tuple(
        replace(statement, certainty=fit * statement.certainty)
        for statement, fit in zip(spoken, fits, strict=True)
        if fit and fit == best
    )


def fit_of_verb(asked: str, verb: str) -> float:
    """How well a statement's verb fits the one asked with: 1 the same, less another kind of act.

    0 where it is a deed that is asked for, which only its own verb tells of: what they decided.

    Args:
        asked: a lemma; empty where any verb does.
        verb: the statement's lemma; may be empty.
    """
    if not asked or asked == verb:
        return 1.0
    kind = _KINDS.get(asked)
    if asked in DEEDS and (kind is None or verb not in kind.split()):
        return 0.0
    return _OTHER_VERB if kind is None or verb in kind.split() else _OTHER_KIND


def _with_apostrophe(surname: str) -> set[str]:
    """ODowd is O'Dowd, and the other way round."""
    bare = surname.replace("'", "")
    if bare != surname:
        return {bare}
    return {f"{surname[0]}'{surname[1:]}"} if surname[:1] in {"d", "o"} else set()


def _fit(
    speaker: Speaker,
    surnames: frozenset[str],
    statement: Statement,
    where: Where,
    dropped: frozenset[str],
) -> float:
    asked = telling_words(" ".join(speaker.words))
    if not asked:
        return 0.0
    named = max(
        _fit_of_name(speaker, asked, surnames, statement, dropped),
        fit_of_office(speaker, asked, statement.offices),
    )
    if not speaker.of:
        spoken_for = fit_of_body(speaker, asked, statement)
        return max(named, spoken_for) or fit_in_place(asked, statement, where)
    if _is_whole(asked, telling_words(" ".join(speaker.of)), statement):
        return 1.0
    return named * fit_of_owner(speaker, asked, statement, where) if named else 0.0


def _is_whole(asked: Sequence[str], owner: Sequence[str], statement: Statement) -> bool:
    """Whether it is one name after all, Friends of the Earth, or an office and whose it is."""
    words = telling_words(statement.speaker)
    return {*asked, *owner} <= set(words) and (not is_role(words[-1]) or words[-1] == asked[-1])


def _fit_of_other(other: tuple[str, ...], statement: Statement) -> float:
    """How well a speaker fits another name of the one asked for, which must be whole."""
    if set(other) <= set(telling_words(statement.speaker)):
        return _OTHER_NAME
    body = Speaker(other)
    is_one = len(other) > 1
    return fit_of_body(body, other, statement) if is_one else 0.0


def _fit_of_name(
    speaker: Speaker,
    asked: tuple[str, ...],
    surnames: frozenset[str],
    statement: Statement,
    dropped: frozenset[str],
) -> float:
    """How well a speaker's name fits the one asked for: 1 the whole name, 0 another's.

    A body goes by its whole name, in whatever order: Ministry of Health, Health Ministry.
    """
    name = statement.speaker
    words = telling_words(name)
    if not words or not _may_be_named(speaker, asked, statement):
        return 0.0
    if asked == (initials(name),) or words == (initials(" ".join(asked)),):
        return _INITIALS
    if is_organised(speaker):
        is_whole = set(asked) <= set(words)
        return 1.0 if is_whole else _fit_of_titled(asked, words, statement.offices)
    if _is_in_other_order(asked, words):
        return 1.0
    if words[-1] not in surnames | {asked[-1]} | _bare(surnames):
        return _fit_of_given_alone(asked, words, name)
    titles = {word for office in statement.offices for word in telling_words(office)}
    return _fit_of_given(asked[:-1], words[:-1], titles, dropped)


def _may_be_named(speaker: Speaker, asked: Sequence[str], statement: Statement) -> bool:
    """Whether who is asked for may go by this name: the king is not Stephen King."""
    is_office = is_role(asked[-1]) and not is_body(asked[-1])
    if _is_name(statement):
        return not (speaker.is_described and is_office)
    return not speaker.is_office or is_organised(speaker)


def _is_name(statement: Statement) -> bool:
    """Whether the speaker goes by a name, not by an office: King, not the king."""
    own = telling_words(statement.speaker)
    is_named = statement.speaker.rpartition(" ")[2][:1].isupper()
    return is_named and all(telling_words(office) != own for office in statement.offices)


def _bare(surnames: Collection[str]) -> set[str]:
    return {surname.replace("'", "") for surname in surnames}


def _is_in_other_order(asked: Sequence[str], words: Sequence[str]) -> bool:
    """Whether two names are one but for order and hyphens: Ji-hoon Park, Park Jihoon."""
    both = len(asked) > 1 and len(words) > 1
    return both and not _turns(asked).isdisjoint(_turns(words))


def _turns(words: Sequence[str]) -> set[str]:
    return {"".join((*words[at:], *words[:at])) for at in range(len(words))}


def _fit_of_given_alone(asked: Sequence[str], words: Sequence[str], name: str) -> float:
    """How well a single word fits as the given name of somebody named in full."""
    is_person = name.rpartition(" ")[2][:1].isupper() and not (
        is_body(words[-1]) or words[-1] in _ENDS_OF_BODIES
    )
    is_given = is_person and len(asked) == 1 and len(words) > 1 and words[0] == asked[0]
    return _GIVEN_NAME_ALONE if is_given else 0.0


def _fit_of_titled(asked: tuple[str, ...], words: tuple[str, ...], offices: Sequence[str]) -> float:
    """How well a name fits that is asked for after its bearer's office: Council President Lee."""
    titles = {word for office in offices for word in telling_words(office)}
    fits = asked[-1] == words[-1] and set(asked[:-1]) <= titles | set(words)
    return _SURNAME_ALONE if fits else 0.0


def _fit_of_given(
    asked: Sequence[str], words: Sequence[str], titles: set[str], dropped: frozenset[str]
) -> float:
    """How well what stands before a surname fits: given names, initials, particles, titles."""
    given = [word for word in words if word not in PARTICLES and word not in TITLES]
    wanted = [word for word in asked if word not in PARTICLES and word not in titles]
    is_shared = bool(set(wanted) & set(given)) or (not wanted and bool(set(asked) & set(words)))
    if not asked or is_shared:
        return 1.0
    if any(is_same_given_name(w, g) for w in wanted for g in given if g not in dropped):
        return _OTHER_SPELLING
    # A lone initial may be a middle one; it excludes nobody.
    is_initial = bool(wanted) and all(len(word) == 1 for word in wanted)
    fits_initial = any(g[0] == w[0] for g in given for w in wanted if 1 in {len(g), len(w)})
    is_titled = not wanted and not titles.isdisjoint(asked)
    is_alone = not given or is_initial or fits_initial or is_titled
    return _SURNAME_ALONE if is_alone else 0.0
