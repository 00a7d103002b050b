"""The quotes of an export as a reader sees them, with where each is said to be from."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from qa_app.citing.export.trace import Trace
from qa_app.errors import ExportError

_MARKS = {"“": "”", "‘": "’"}


class Claim(Struct, frozen=True):
    """A quote that an export shows, and where it is said to be from.

    An `exact` one is code point for code point what was exported; else it is what a page can show
    of it (`as_shown`).
    """

    quote: str
    trace: Trace
    exact: bool = False


Reader = Callable[[bytes], tuple[Claim, ...]]


def claims_in(file: Path) -> tuple[Claim, ...]:
    """The quotes of the export in `file`.

    Raises:
        ExportError: it cannot be read, or it is none that can be checked.
    """
    reader = _reader_of(file)
    try:
        claims = reader(file.read_bytes())
    except OSError as error:
        raise ExportError(
            f"{file} cannot be read ({error.strerror or error}); name an export."
        ) from error
    except ExportError as error:
        raise ExportError(f"{file} cannot be checked: {error}") from error
    if not claims:
        raise ExportError(
            f"{file} holds no quote that was exported here, so there is none to check."
        )
    return claims


def unquoted(shown: str) -> str:
    """What stands between the quotation marks that an export puts around a quote."""
    if len(shown) > 1 and _MARKS.get(shown[0]) == shown[-1]:
        return shown[1:-1]
    return shown


def _reader_of(file: Path) -> Reader:
    # Each only imports what it reads with when it is needed.
    match file.suffix.lower():
        case ".md" | ".markdown":
            from qa_app.citing.verify_markdown import claims_in_markdown as reader  # noqa: PLC0415
        case ".html" | ".htm":
            from qa_app.citing.verify_html import claims_in_html as reader  # noqa: PLC0415
        case ".docx":
            from qa_app.citing.verify_docx import claims_in_docx as reader  # noqa: PLC0415
        case ".json" | ".jsonld":
            from qa_app.citing.verify_json import claims_in_json as reader  # noqa: PLC0415
        case _:
            raise ExportError(
                f"{file.name} cannot be checked; name an export in Markdown, HTML, Word, JSON or "
                "JSON-LD (.md .html .docx .json .jsonld)."
            )
    return reader
