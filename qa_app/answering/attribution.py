"""Which statements of a passage are by the speaker that a question asks about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qa_app.language.speakers import TITLES, WORD, Speaker, fold
from qa_app.language.speech.naming import initials, name_words
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.word_lists import PARTICLES, is_body, is_role

_SURNAME_ALONE = 0.97
_GIVEN_NAME_ALONE = 0.9
_INITIALS = 0.95
_OFFICE = 0.95
# Their spokesman, one of their officials.
_SPEAKS_FOR = 0.75
_IN_NAMES = frozenset("of the for on and in a an".split())
# Spelled one way here, another way there.
_ONE_SPELLING = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
}


def said_by(
    speaker: Speaker, surnames: frozenset[str], statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Those of the statements that are theirs, each as certain as the name fits the one asked for.

    Args:
        speaker: who is asked about.
        surnames: folded spellings of their surname, their own among them.
        statements: of one passage.
    """
    asked = _words(" ".join(speaker.words))
    if not asked:
        return ()
    fits = (
        max(
            _fit_of_name(speaker, asked, surnames, statement),
            _fit_of_office(speaker, asked, statement.offices),
            _fit_of_body(speaker, asked, statement),
        )
        for statement in statements
    )
    return tuple(
        replace(statement, certainty=statement.certainty * fit)
        for statement, fit in zip(statements, fits, strict=True)
        if fit > 0
    )


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, each in one spelling."""
    return tuple(
        _ONE_SPELLING.get(word, word) for word in name_words(name) if word not in _IN_NAMES
    )


def _fit_of_name(
    speaker: Speaker, asked: tuple[str, ...], surnames: frozenset[str], statement: Statement
) -> float:
    """How well a speaker's name fits the one asked for: 1 the whole name, 0 another's.

    A body goes by its whole name, in whatever order: Ministry of Health, Health Ministry.
    """
    name = statement.speaker
    words = _words(name)
    if not words:
        return 0.0
    if asked == (initials(name),) or words == (initials(" ".join(asked)),):
        return _INITIALS
    if _is_organised(speaker):
        is_whole = set(asked) <= set(words)
        return 1.0 if is_whole else _fit_of_titled(asked, words, statement.offices)
    if words[-1] not in surnames | {asked[-1]}:
        is_person = name.rpartition(" ")[2][:1].isupper()
        is_given = is_person and len(asked) == 1 and len(words) > 1 and words[0] == asked[0]
        return _GIVEN_NAME_ALONE if is_given else 0.0
    return _fit_of_given(asked[:-1], words[:-1])


def _is_organised(speaker: Speaker) -> bool:
    return speaker.is_body or (len(speaker.words) > 1 and is_body(speaker.surname))


def _fit_of_titled(asked: tuple[str, ...], words: tuple[str, ...], offices: Sequence[str]) -> float:
    """How well a name fits that is asked for after its bearer's office: Council President Lee."""
    titles = {word for office in offices for word in _words(office)}
    fits = asked[-1] == words[-1] and set(asked[:-1]) <= titles | set(words)
    return _SURNAME_ALONE if fits else 0.0


def _fit_of_given(asked: Sequence[str], words: Sequence[str]) -> float:
    """How well what stands before a surname fits: given names, initials, particles, titles."""
    given = [word for word in words if word not in PARTICLES and word not in TITLES]
    wanted = [word for word in asked if word not in PARTICLES]
    is_shared = bool(set(wanted) & set(given)) or (not wanted and bool(set(asked) & set(words)))
    if not asked or is_shared:
        return 1.0
    # A lone initial may be a middle one; it excludes nobody.
    is_initial = bool(wanted) and all(len(word) == 1 for word in wanted)
    fits_initial = any(g[0] == w[0] for g in given for w in wanted if 1 in {len(g), len(w)})
    return _SURNAME_ALONE if not given or is_initial or fits_initial else 0.0


def _fit_of_office(speaker: Speaker, asked: tuple[str, ...], offices: Iterable[str]) -> float:
    """Whether it is an office that is asked for, and theirs."""
    if not (speaker.is_office or is_role(asked[-1]) or _is_organised(speaker)):
        return 0.0
    for office in offices:
        words = _words(office)
        if words and _is_same_noun(words[-1], asked[-1]) and set(asked[:-1]) <= set(words):
            return _OFFICE
    return 0.0


def _is_same_noun(word: str, other: str) -> bool:
    return word == other or word.rstrip("s") == other.rstrip("s")


def _fit_of_body(speaker: Speaker, asked: tuple[str, ...], statement: Statement) -> float:
    """Whether they speak for the body asked for, or are of it."""
    if len(asked) == 1 and not _is_known_body(asked[0], statement):
        return 0.0
    is_organised = _is_organised(speaker)
    heads = [_words(office)[:-1] for office in statement.offices]
    bodies = [_words(body) for body in statement.bodies]
    # West Virginia University speaks for itself, not for West Virginia.
    fits = any(set(asked) <= set(words) for words in heads) or any(
        set(asked) <= set(words) if is_organised else words[-len(asked) :] == asked
        for words in bodies
    )
    return _SPEAKS_FOR if fits else 0.0


def _is_known_body(word: str, statement: Statement) -> bool:
    """Whether a single word names a body, not a person: the Kremlin's, of NATO."""
    return is_body(word) or any(
        fold(found.group()) == word and found.group().isupper()
        for phrase in (*statement.offices, *statement.bodies)
        for found in WORD.finditer(phrase)
    )
