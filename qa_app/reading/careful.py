"""The one place where what a hostile file does to a reader becomes a reason to give."""

from collections.abc import Callable
from functools import wraps

from qa_app.errors import QaError, ReadError
from qa_app.model import Document

Reader = Callable[[bytes], Document]


def careful(read: Reader) -> Reader:
    """The same reader, under which any exception but want of memory is a `ReadError`.

    A format of this kind has more ways to be broken than its libraries know of.
    """

    @wraps(read)
    def reading(data: bytes) -> Document:
        try:
            return read(data)
        except (QaError, MemoryError):
            raise
        except Exception as error:
            name = type(error).__name__
            raise ReadError(f"it is damaged in a way that cannot be read ({name})") from error

    return reading
