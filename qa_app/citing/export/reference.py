"""What bibliography formats need of a CSL item, out of its loose mapping."""

from collections.abc import Mapping

from msgspec import Struct

from qa_app.citing.export.shown import one_line


class Reference(Struct, frozen=True):
    """A source as BibTeX and RIS know one. Unknown is empty.

    `kind` is the CSL type; `people` are names as *Family, Given*, or whole where `family` is not
    known apart (then without a comma); `issued` is year, month and day as far as they are known.
    """

    kind: str
    title: str
    container: str
    publisher: str
    people: tuple[tuple[str, str], ...]
    issued: tuple[int, ...]
    address: str


def reference_of(item: Mapping[str, object]) -> Reference:
    """What a CSL item says of its source, each value on one line."""
    return Reference(
        kind=_text(item.get("type")),
        title=_text(item.get("title")),
        container=_text(item.get("container-title")),
        publisher=_text(item.get("publisher")),
        people=tuple(map(_person, _list(item.get("author")))),
        issued=_date_parts(item.get("issued")),
        address=_text(item.get("URL")),
    )


def _text(value: object) -> str:
    return one_line(str(value)) if isinstance(value, str | int) else ""


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _person(name: object) -> tuple[str, str]:
    """Family name (or the whole name) and given name."""
    fields = name if isinstance(name, Mapping) else {"literal": name}
    if fields.get("literal"):
        return _text(fields["literal"]), ""
    family = f"{_text(fields.get('non-dropping-particle'))} {_text(fields.get('family'))}".strip()
    given = _text(fields.get("given"))
    suffix = _text(fields.get("suffix"))
    return family, f"{given}, {suffix}" if suffix else given


def _date_parts(issued: object) -> tuple[int, ...]:
    parts = _list(issued.get("date-parts")) if isinstance(issued, Mapping) else []
    first = _list(parts[0]) if parts else []
    return tuple(part for part in first if isinstance(part, int))
