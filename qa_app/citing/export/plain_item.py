"""A snippet's source without any citation style: one plain line, and a plain CSL item."""

from collections.abc import Mapping

from qa_app.explaining.quoting import Quotation, citation_line
from qa_app.model import Snippet


def plain_citation(snippet: Snippet) -> str:
    """Title, publisher, author, date, place and address in one line."""
    return citation_line(
        Quotation(
            snippet.quote,
            snippet.metadata,
            snippet.path,
            snippet.shown_paragraph,
            snippet.shown_page,
        )
    )


def plain_item(snippet: Snippet) -> Mapping[str, object]:
    """What CSL-JSON says of a source; what is unknown is left out."""
    about = snippet.metadata
    item: dict[str, object] = {
        "id": snippet.id,
        "type": "webpage" if about.address else "document",
        "title": about.title,
        "publisher": about.publisher,
        "author": [{"literal": about.author}] if about.author else [],
        "URL": about.address,
    }
    parts = [int(part) for part in about.date.split("-") if part.isascii() and part.isdigit()]
    if parts and len(parts) == len(about.date.split("-")):
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value}
