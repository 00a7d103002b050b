"""The vector index: FAISS over passage vectors. Derived from the database, never the truth."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Scope


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
    def open(cls, path: Path, dim: int) -> "VectorIndex":
        """The index in the file `path`.

        Raises:
            ValueError: the file is missing, torn, or holds vectors of another length.
        """
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise ValueError(f"{path}: {error}") from error
        if not isinstance(index, faiss.IndexIDMap2) or index.d != dim:
            raise ValueError(f"{path}: not an index of vectors of length {dim}")
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def save(self, path: Path) -> None:
        """Write the whole index to `path`; whoever opens it sees the old one or the new one.

        Raises:
            OSError: it cannot be written.
        """
        draft = path.with_suffix(".new")
        try:
            faiss.write_index(self._index, str(draft))
        except RuntimeError as error:
            raise OSError(str(error)) from error
        draft.replace(path)

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
