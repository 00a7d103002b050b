"""A plain citation for web articles: what a reader needs, in the order they look for it."""

from qa_app.citing.authors import Author
from qa_app.citing.item import Item, Locator, LocatorKind
from qa_app.citing.template import ENDS, Line, Run

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def plain_line(item: Item, locator: Locator | None = None) -> Line:
    """Author. “Title.” Publisher, 17 Feb 2025, ¶ 5. Address."""
    place = "" if locator is None else _place(locator)
    about = ", ".join(
        part for part in (item.container or item.publisher, _date(item.issued), place) if part
    )
    title = f"“{_ended(item.title)}”" if item.title else ""
    parts = (_ended(_names(item.authors)), title, _ended(about), _ended(item.address))
    return Line((Run(" ".join(part for part in parts if part)),))


def full_name(author: Author) -> str:
    """The name as it is spoken."""
    parts = (author.given, author.particle, author.family, author.suffix, author.literal)
    return " ".join(part for part in parts if part)


def _names(authors: tuple[Author, ...]) -> str:
    names = [full_name(author) for author in authors]
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _date(issued: tuple[int, ...]) -> str:
    if not issued:
        return ""
    year, *rest = issued
    day = [str(rest[1])] if len(rest) > 1 else []
    month = [_MONTHS[rest[0] - 1]] if rest else []
    return " ".join((*day, *month, str(year)))


def _place(locator: Locator) -> str:
    mark = "p." if locator.kind is LocatorKind.PAGE else "¶"
    return f"{mark} {locator.number}"


def _ended(text: str) -> str:
    return text if not text or text[-1] in ENDS else f"{text}."
