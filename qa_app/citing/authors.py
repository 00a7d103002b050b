"""Who wrote a source: the names in a line such as “Ana Ruiz and Wei Li”, in their parts."""

import re

from msgspec import Struct

# Of a family name, though written small: “van der Velde”.
_PARTICLES = frozenset(
    "af av bin bint da dal de degli dei del dela della den der des di dos du el ibn la las le les"
    " lo los ten ter 't van ver vom von y zu zum zur".split()
)
# Of a family name, though written like a given one: “Abu Qasra”, “Ben Ali”.
_FIRST_OF_FAMILY = frozenset("abd abu al bar bat ben bou el ibn mac mc o' umm st st. san".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq.".split())
_ORGANISATION = re.compile(
    r"\b(?:academy|administration|agency|alliance|archives?|associat\w+|authority|bank|board|bureau"
    r"|cent(?:er|re)|chamber|club|college|commission|committee|company|consortium|corporation"
    r"|council|courier|court|department|desk|directorate|editor(?:s|ial)|embassy|federation|forum"
    r"|foundation|fund|gazette|government|group|hospital|inc|institut\w+|journal|laborator\w+|league"
    r"|library|limited|ltd|llc|magazine|ministry|monitor|museum|network|news\w*|observatory|office"
    r"|organi[sz]ation|party|post|press|programme|project|radio|reporters?|secretariat|service"
    r"|society|staff|team|times|tribune|trust|union|universit\w+|watch|writers?"
    r"|amt|behörde|gesellschaft|ministerium|redaktion|stiftung|universität|verband|verein"
    r"|ministère|ministerio|universidad|université|gmbh)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|und|et)\s+|\s*[&|]\s*", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_MOST_WORDS = 6


class Author(Struct, frozen=True):
    """A person's name in its parts; an organisation's, or what cannot be told apart, as `literal`.

    `particle` stands before the family name and is not dropped: “van der”.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


def authors_of(line: str) -> tuple[Author, ...]:
    """The authors that a line names, in its order."""
    words = re.sub(r"^by\s+(?=\S)", "", " ".join(line.split()), flags=re.IGNORECASE)
    if not words:
        return ()
    names = [name for part in _BETWEEN.split(words) for name in _listed(part.strip(" ,"))]
    if (
        names
        and ";" not in words
        and _is_organisation(names[0])
        and not all(map(_is_organisation, names))
    ):
        # “Ministry of Works and Transport” is one.
        return (Author(literal=words),)
    return tuple(_author(name) for name in names)


def _is_organisation(words: str) -> bool:
    return _ORGANISATION.search(words) is not None or words.lower().startswith("the ")


def _listed(part: str) -> list[str]:
    """The names between commas; “Ruiz, Ana” is one, “Ana Ruiz, Wei Li” are two."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) < 2 or _is_organisation(part):
        return [part] if part else []
    rest = [piece for piece in pieces if piece.lower() not in _SUFFIXES]
    if len(rest) == 1 or (len(rest) == 2 and not all(_is_whole(piece) for piece in rest)):
        return [part]
    if len(rest) % 2 == 0 and not any(_is_whole(piece) for piece in rest):
        return [", ".join(rest[n : n + 2]) for n in range(0, len(rest), 2)]
    return pieces


def _is_whole(piece: str) -> bool:
    """Whether it is a given and a family name, rather than one of them."""
    words = piece.split()
    is_family = words[0].lower() in _PARTICLES | _FIRST_OF_FAMILY
    return len(words) > 1 and not is_family and not all(len(w.strip(".")) == 1 for w in words)


def _author(name: str) -> Author:
    if _is_organisation(name):
        return Author(literal=name)
    pieces = [piece.strip() for piece in name.split(",") if piece.strip()]
    suffix = pieces.pop() if len(pieces) > 1 and pieces[-1].lower() in _SUFFIXES else ""
    if len(pieces) == 2:
        return _with_particle(pieces[0].split(), _given(pieces[1].split()), suffix)
    if len(pieces) != 1:
        return Author(literal=name)
    return _in_order(name, pieces[0].split(), suffix)


def _in_order(name: str, words: list[str], suffix: str) -> Author:
    """A name with the given names first."""
    if not suffix and len(words) > 2 and words[-1].lower() in _SUFFIXES:
        suffix = words.pop()
    if not 2 <= len(words) <= _MOST_WORDS:
        return Author(literal=name)
    n_given = len(words) - 1
    joining = _PARTICLES | _FIRST_OF_FAMILY
    while n_given > 1 and words[n_given - 1].lower() in joining:
        n_given -= 1
    if not all(_is_name(word) for word in (*words[:n_given], words[-1])):
        return Author(literal=name)
    return _with_particle(words[n_given:], _given(words[:n_given]), suffix)


def _is_name(word: str) -> bool:
    """Whether a word can be one of a person's names: “Ana”, “J.”, “al-Sharaa”, never “2024”."""
    first = word.lstrip("'’\"“(")[:1]
    is_small = first.islower() and "-" not in word and "'" not in word and "’" not in word
    return first.isalpha() and not is_small and not any(c.isdigit() for c in word)


def _with_particle(family: list[str], given: str, suffix: str) -> Author:
    """Small words before the family name are its particle; one that is written large is of it."""
    n_particles = 0
    while n_particles < len(family) - 1 and family[n_particles].lower() in _PARTICLES:
        if family[n_particles] != family[n_particles].lower():
            break
        n_particles += 1
    particle, rest = " ".join(family[:n_particles]), " ".join(family[n_particles:])
    return Author(family=rest, given=given, particle=particle, suffix=suffix)


def _given(words: list[str]) -> str:
    """Given names; initials that stand close are set apart: each is a name of its own."""
    apart = (re.sub(r"\.(?=.)", ". ", w) if _INITIALS.fullmatch(w) else w for w in words)
    return " ".join(apart)
