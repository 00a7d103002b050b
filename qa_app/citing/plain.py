"""A source in one plain line, as a reader would look it up."""

from pathlib import PurePath

from qa_app.explaining.quoting import heading_mark, place_mark
from qa_app.model import Source


def source_line(source: Source) -> str:
    """Title, publisher, date and place; the file's name stands in for a missing title."""
    about = source.metadata
    title = about.title or PurePath(source.path).name
    place = (heading_mark(source.heading, source.page), place_mark(source.paragraph, source.page))
    parts = (title, about.publisher, about.date, *place)
    return " · ".join(part for part in parts if part)
