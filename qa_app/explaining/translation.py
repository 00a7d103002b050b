"""How a face has these texts in another language: it gives the function that translates them.

Only whole templates are translated, before they are filled in; what a document or a question says
never is.
"""

from collections.abc import Callable

Translate = Callable[[str], str]


def as_written(text: str) -> str:
    """A `Translate` for a face that speaks English."""
    return text


def later(text: str) -> str:
    """Marks a text of a table, which is translated when it is used."""
    return text
