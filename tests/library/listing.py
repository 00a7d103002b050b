"""Catalogues of documents that are nowhere."""

from qa_app.library.catalogue import Catalogue, Listed
from qa_app.model import Metadata


def catalogue_of(*documents: tuple[Metadata, str]) -> Catalogue:
    """A catalogue of documents and their paths; document n has the passages 10 n and 10 n + 1."""
    listed = [Listed(n, about, (path,)) for n, (about, path) in enumerate(documents, start=1)]
    return Catalogue(listed, lambda: [(d.id, 10 * d.id + n) for d in listed for n in (1, 0)])
