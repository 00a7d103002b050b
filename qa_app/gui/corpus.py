"""What a window can open: a library, and the folder to index into it."""

from msgspec import Struct


class Corpus(Struct, frozen=True):
    """A library's directory, and the folder to index into it; empty for those that it has.

    For the sample corpus there are example questions.
    """

    library: str
    folder: str = ""
    is_sample: bool = False


def first_corpus(
    last: str, *, wanted: Corpus | None, otherwise: Corpus | None, sample: Corpus | None
) -> Corpus | None:
    """What is wanted, else the library that was open `last`, else `otherwise`."""
    if wanted is not None:
        return wanted
    if not last:
        return otherwise
    known = (c for c in (sample, otherwise) if c is not None and c.library == last)
    return next(known, Corpus(last))
