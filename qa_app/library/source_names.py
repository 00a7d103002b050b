"""What a document's source may be called: its publisher, its host, its title, its file, a folder.

And what its authors may be called: by their whole names or their surnames.

Names are compared by a key: folded words without their spaces and without an article before them.
“The Kyiv Independent”, “kyiv independent” and kyivindependent.com share one.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from qa_app.language.speakers import fold
from qa_app.model import Metadata

_N_BEGIN = 3
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?((?:[\w-]+\.)+[^\W\d_]{2,})(?=[:/?#]|$)",
    re.IGNORECASE,
)
_SECOND_LEVEL = frozenset("co com org gov ac net edu".split())
_BEFORE_NAME = re.compile(r"^(?:(?:the|an?)\s+|www\.)", re.IGNORECASE)
# What a publisher's name may end in without anybody saying it.
_BY = re.compile(r"^(?:(?:written\s+)?by|words:|text:)\s+", re.IGNORECASE)
_BETWEEN_AUTHORS = re.compile(r"\s*(?:[;&|\n]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_AFTER_SURNAME = re.compile(r"[^\s,]+,\s*[^\s,]+(?:\s+[^\s,]+)?")
_KIND = re.compile(
    r"\s+(?:news|online|international|english|magazine|newspaper|daily|agency|website)$",
    re.IGNORECASE,
)


def name_key(name: str) -> str:
    """The key of a name; empty where it has no word."""
    bare = _BEFORE_NAME.sub("", name.strip())
    return "".join(re.findall(r"\w+", fold(bare)))


def begin_of(key: str) -> str:
    """The first letters of a key, which tell most words from a name."""
    return key[:_N_BEGIN]


def begins_of(keys: Iterable[str]) -> frozenset[str]:
    """All that the first letters of a key of these may be, of a part of its words too."""
    return frozenset(key[:n] for key in keys for n in range(_N_BEGIN + 1))


@lru_cache(maxsize=4096)
def publisher_keys(name: str) -> frozenset[str]:
    """The keys a publisher goes by: “BBC News” is also the BBC, “Caliber.Az” also Caliber."""
    short = re.sub(_KIND, "", name.strip())
    return frozenset(filter(None, (name_key(name), name_key(short), host_label(name))))


@lru_cache(maxsize=4096)
def host_of(address: str) -> str:
    """The host of an address, without `www.`; empty where it has none."""
    match = _HOST.match(address.strip())
    return match[1].lower().removeprefix("www.") if match else ""


def host_label(address: str) -> str:
    """The part of a host that names its owner: `bbc` of news.bbc.co.uk."""
    labels = host_of(address).split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return name_key(labels[-1]) if labels else ""


def source_keys(metadata: Metadata) -> frozenset[str]:
    """The keys of who published a document."""
    return publisher_keys(metadata.publisher) | _host_keys(metadata.address)


def place_keys(metadata: Metadata, paths: Collection[str]) -> frozenset[str]:
    """The keys of a document's title, and of the files and folders it lies in."""
    keys = {name_key(metadata.title)}
    for path in paths:
        folder, _, name = path.rpartition("/")
        keys |= _folder_keys(folder)
        keys |= {name_key(name), name_key(name.rpartition(".")[0])}
    return frozenset(filter(None, keys))


@lru_cache(maxsize=4096)
def authors_in(author: str) -> tuple[str, ...]:
    """The authors of a by-line: “By Ana Ruiz and Li, Wei” are Ana Ruiz and Wei Li."""
    bare = _BY.sub("", author.strip())
    parts = (part.strip() for part in _BETWEEN_AUTHORS.split(bare))
    return tuple(name for part in parts for name in _names_of(part) if name_key(name))


@lru_cache(maxsize=4096)
def author_keys(author: str) -> frozenset[str]:
    """The keys of a document's authors: whole names, first with last ones, surnames."""
    keys: set[str] = set()
    for name in authors_in(author):
        words = name.split()
        keys |= {name_key(name), name_key(words[-1]), name_key(f"{words[0]} {words[-1]}")}
    return frozenset(filter(None, keys))


def is_by(author: str, metadata: Metadata) -> bool:
    """Whether somebody of that name wrote a document."""
    return name_key(author) in author_keys(metadata.author)


def is_from(source: str, metadata: Metadata, paths: Collection[str]) -> bool:
    """Whether a document comes from the source of that name."""
    key = name_key(source)
    return key in source_keys(metadata) or key in place_keys(metadata, paths)


def _names_of(part: str) -> list[str]:
    """“Ruiz, Ana” is one name the other way round, “Ana Ruiz, Wei Li” are two."""
    if _AFTER_SURNAME.fullmatch(part):
        surname, _, given = part.partition(",")
        return [f"{given.strip()} {surname.strip()}"]
    return [name.strip() for name in part.split(",")]


def _host_keys(address: str) -> frozenset[str]:
    """Of blogs.bbc.co.uk: the host, bbc.co.uk, and its owner."""
    labels = host_of(address).split(".")
    whole = (name_key(".".join(labels[n:])) for n in range(len(labels) - 1))
    return frozenset(filter(None, (*whole, host_label(address))))


@lru_cache(maxsize=4096)
def _folder_keys(folder: str) -> frozenset[str]:
    return frozenset(map(name_key, folder.split("/")))
