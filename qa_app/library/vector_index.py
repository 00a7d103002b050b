"""The vector index: FAISS over passage vectors. Derived from the database, never the truth."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids, Scope


class VectorIndex:
    """Passages by the cosine of their vectors, searched exactly.

    Read by one thread; written under the library's lock.
    """

    def __init__(self, index: faiss.IndexIDMap2) -> None:
        self._index = index

    @classmethod
    def create(cls, dim: int) -> "VectorIndex":
        """An empty index for vectors of length `dim`."""
        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dim)))

    @classmethod
    def open(cls, path: Path, dim: int, digest: str) -> "VectorIndex":
        """The index in the file `path`, whose SHA-256 is to be `digest`.

        FAISS believes the sizes that a file names: it is given none but those written here.

        Raises:
            ValueError: the file is missing, is not that one, or holds vectors of another length.
        """
        try:
            # What is read is what was checked, whoever replaces the file meanwhile.
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    raise ValueError(f"{path}: not the file that was written")
                file.seek(0)
                reader = faiss.PyCallbackIOReader(file.read)  # type: ignore[attr-defined]  # its stubs lack it
                index = faiss.read_index(reader)
        except (OSError, RuntimeError) as error:
            raise ValueError(f"{path}: {error}") from error
        if not isinstance(index, faiss.IndexIDMap2) or index.d != dim:
            raise ValueError(f"{path}: not an index of vectors of length {dim}")
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def ids(self) -> Ids:
        """The passages it holds, in no order."""
        ids: Ids = faiss.vector_to_array(self._index.id_map)
        return ids

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors of passages that it holds, `(n, dim)`."""
        rows: Vectors = self._index.reconstruct_batch(ids)
        return rows

    def write(self, path: Path) -> str:
        """Write the whole index to `path`; its SHA-256, of what was to be written.

        Raises:
            OSError: it cannot be written.
        """
        digest = hashlib.sha256()
        with path.open("wb") as file:

            def put(part: bytes) -> None:
                digest.update(part)
                file.write(part)

            # Left to itself FAISS passes over what goes wrong when it closes a file.
            writer = faiss.PyCallbackIOWriter(put)  # type: ignore[attr-defined]  # its stubs lack it
            faiss.write_index(self._index, writer)
        return digest.hexdigest()

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Add passages: `(n, dim)` float32, unit rows."""
        if len(ids):
            self._index.add_with_ids(vectors, np.asarray(ids, dtype=np.int64))

    def remove(self, ids: Sequence[int]) -> None:
        """Remove passages; ids that are not there are let be."""
        if len(ids):
            self._index.remove_ids(faiss.IDSelectorBatch(np.asarray(ids, dtype=np.int64)))

    def search(
        self, vector: Vectors, k: int, scope: Scope | None = None
    ) -> list[tuple[int, float]]:
        """The `k` nearest passages, nearest first: (passage id, `cosine` in -1 to 1).

        Those of `scope`, where there is one.
        """
        n = len(self) if scope is None else min(len(self), len(scope))
        if n == 0:
            return []
        selected = None
        if scope is not None:
            chosen = faiss.IDSelectorBatch(scope.ids)
            selected = faiss.SearchParameters(sel=chosen)  # type: ignore[call-arg]  # set by name
        cosines, ids = self._index.search(vector.reshape(1, -1), min(k, n), params=selected)
        return [(int(i), float(c)) for i, c in zip(ids[0], cosines[0], strict=True) if i >= 0]
