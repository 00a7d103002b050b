"""What is in a file that holds other files."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from qa_app.model import Document


class Member(Struct, frozen=True):
    """A file in a file.

    `name` is what the container calls it: anything at all. `size_bytes` is what it claims to take.
    `read` unpacks it, and raises ReadError where that cannot be done.
    """

    name: str
    size_bytes: int
    read: Callable[[], bytes]


class Opened(Struct, frozen=True):
    """A container that is open: its members in their order, and the document that it is itself.

    Asking for the next member may raise ReadError: the rest cannot be had.
    """

    members: Iterator[Member]
    document: Document | None = None
