"""The parts of a vector index: most vectors in few bytes, and those of late as they are."""

import hashlib
from functools import cached_property
from io import BufferedReader
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids
from qa_app.library.vector_kinds import About, Kind
from qa_app.library.vector_lists import nearest_centres
from qa_app.library.vector_rows import pack_vectors, row_bytes, unpack_vectors

# Cosines, and the passages they are of.
Found = tuple[Vectors, Ids]

# So many ids are quicker looked up in a bit each than in a table, as long as the last of them does
# not make that too long.
_MANY_IDS = 1_000
_MOST_BITS = 1 << 26
# What a byte a number leaves of a vector is nearer to it than any other is.
_SAME = 0.99
# Of a byte with a sign.
_LARGEST = 127


class FlatPart:
    """Vectors as they are, in memory, compared one by one; and the passages gone from elsewhere.

    In its file both are in little more than the room that the database has for them.
    """

    def __init__(self, dim: int) -> None:
        self._dim = dim
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

    @classmethod
    def opened(cls, file: BufferedReader, dim: int) -> tuple["FlatPart", Ids]:
        """What `write` wrote: the part, and the passages that were gone.

        Raises:
            ValueError: it is no such file.
        """
        n, n_gone = np.fromfile(file, dtype=np.int64, count=2)
        ids, gone = (np.fromfile(file, dtype=np.int64, count=int(many)) for many in (n, n_gone))
        rows = file.read()
        if len(rows) != int(n) * row_bytes(dim):
            raise ValueError(f"not vectors of length {dim}")
        part = cls(dim)
        part.add(ids, unpack_vectors(rows, dim))
        return part, gone

    def write(self, path: Path, gone: Ids) -> str:
        """Write it to `path` with passages that are gone; its SHA-256.

        Raises:
            OSError: it cannot be written.
        """
        ids = self.ids
        parts = (
            np.array([len(ids), len(gone)], dtype=np.int64), ids, gone,
            np.frombuffer(pack_vectors(self.vectors(ids)), dtype=np.uint8),
        )  # fmt: skip
        digest = hashlib.sha256()
        with path.open("wb") as file:
            for part in parts:
                digest.update(part.data)
                file.write(part.data)
        return digest.hexdigest()

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def ids(self) -> Ids:
        """The passages it holds, in no order."""
        ids: Ids = faiss.vector_to_array(self._index.id_map)
        return ids

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors of passages that it holds, `(n, dim)`."""
        if not len(ids):
            return np.zeros((0, self._dim), dtype=np.float32)
        rows: Vectors = self._index.reconstruct_batch(ids)
        return rows

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add passages: `(n, dim)` float32, unit rows."""
        if len(ids):
            self._index.add_with_ids(vectors, ids)

    def remove(self, ids: Ids) -> None:
        """Remove passages; ids that are not there are let be."""
        if len(ids):
            self._index.remove_ids(faiss.IDSelectorBatch(ids))

    def search(self, vector: Vectors, k: int, within: Ids | None) -> Found:
        """The `k` nearest of those `within`, nearest first; fewer where there are fewer."""
        chosen = None if within is None else _only(within)
        # A search for none at all is refused.
        return _searched(self._index, vector, min(k, len(self)), sel=chosen)


class MainPart:
    """Most vectors, a byte a number; never changed, but made into another. See `Kind`."""

    # As FAISS's stubs do not know what kinds of index have.
    def __init__(self, index: Any, about: About) -> None:  # noqa: ANN401
        self._index = index
        self.about = about

    @classmethod
    def open(
        cls, path: Path, dim: int, digest: str, about: About, *, to_change: bool = False
    ) -> "MainPart":
        """The part in the file `path`, whose SHA-256 is to be `digest`.

        FAISS believes the sizes that a file names: it is given none but those written here. What
        is read or mapped is what was checked, whoever replaces the file meanwhile. What is mapped
        cannot be changed.

        Raises:
            ValueError: the file is missing, is not that one, or holds vectors of another length.
        """
        try:
            with path.open("rb") as file:
                check_digest(file, digest)
                if about.kind is Kind.LISTS and not to_change:
                    index = _mapped(file)
                else:
                    reader = faiss.PyCallbackIOReader(file.read)  # type: ignore[attr-defined]  # its stubs lack it
                    index = faiss.read_index(reader)
        except (OSError, RuntimeError, ValueError) as error:
            raise ValueError(f"{path}: {error}") from error
        if index.d != dim:
            raise ValueError(f"{path}: not an index of vectors of length {dim}")
        return cls(index, about)

    def known_as(self, about: About) -> "MainPart":
        """The same vectors, of which more was found out."""
        return MainPart(self._index, about)

    def write(self, path: Path) -> str:
        """Write it to `path`; its SHA-256, of what was to be written.

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

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @cached_property
    def ids(self) -> Ids:
        """The passages it holds, in ascending order."""
        if self.about.kind is Kind.LISTS:
            lists = self._index.invlists
            parts = [_ids_of(lists, number) for number in range(self._index.nlist)]
            return np.sort(np.concatenate(parts))
        return np.sort(faiss.vector_to_array(self._index.id_map))

    def are(self, ids: Ids, vectors: Vectors) -> bool:
        """Whether the vectors of passages that it holds are these, as far as it can tell."""
        if not len(ids):
            return True
        if self.about.kind is Kind.LISTS:
            self._index.set_direct_map_type(faiss.DirectMap.Hashtable)  # type: ignore[attr-defined]  # its stubs lack it
        own = self._index.reconstruct_batch(ids)
        if self.about.scale:
            # One more or less is a matter of the last digit.
            return bool((np.abs(own - self._coded(vectors)) <= 1).all())
        return bool((np.einsum("ij,ij->i", own, vectors) > _SAME).all())

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Add passages: `(n, dim)` float32, unit rows. Not for what is mapped."""
        if not len(ids):
            return
        if self.about.kind is Kind.LISTS:
            lists = nearest_centres(vectors, self._centres)
            given = [faiss.swig_ptr(own) for own in (vectors, ids, lists)]
            self._index.add_core(len(ids), *given)
        else:
            self._index.add_with_ids(self._coded(vectors), ids)

    @cached_property
    def _centres(self) -> Vectors:
        """Those of the lists, `(n_lists, dim)`."""
        centres: Vectors = self._index.quantizer.reconstruct_n(0, self._index.nlist)
        return centres

    def change(self, ids: Ids, vectors: Vectors, gone: Ids) -> None:
        """Take passages out, and then others in. Not for what is mapped."""
        self._index.remove_ids(faiss.IDSelectorBatch(gone))
        self.add(ids, vectors)

    def search(self, vector: Vectors, k: int, within: Ids | None, gone: Ids) -> Found:
        """The `k` nearest, nearest first: of those `within`, where given, and not gone."""
        chosen = _chosen(within, gone)
        k = min(k, len(self))
        if self.about.scale:
            return self._searched_bytes(vector, k, chosen)
        if self.about.kind is not Kind.LISTS:
            return _searched(self._index, vector, k, sel=chosen)
        n_lists = self._index.nlist
        # The fewer there are, the more lists have to be looked into for as many.
        share = 1.0 if within is None else max(len(within), 1) / len(self)
        n_probed = min(n_lists, max(1, int(self.about.n_probed / min(share, 1.0))))
        found = _searched(self._index, vector, k, sel=chosen, nprobe=n_probed)
        if len(found[0]) < k and n_probed < n_lists:
            found = _searched(self._index, vector, k, sel=chosen, nprobe=n_lists)
        return found

    def _searched_bytes(self, vector: Vectors, k: int, chosen: faiss.IDSelector | None) -> Found:
        """Bytes are multiplied with bytes, which takes less than half of the time."""
        scale = _LARGEST / max(float(np.abs(vector).max()), 1e-9)
        products, ids = _searched(self._index, as_bytes(vector, scale), k, sel=chosen)
        cosines: Vectors = products / np.float32(scale * self.about.scale)
        return cosines.clip(-1, 1), ids

    def _coded(self, vectors: Vectors) -> Vectors:
        """Vectors as the index is given them."""
        return as_bytes(vectors, self.about.scale) if self.about.scale else vectors


def as_bytes(vectors: Vectors, scale: float) -> Vectors:
    """Whole numbers of a byte each, as float32: `vectors` times `scale`, cut off."""
    numbers: Vectors = np.rint(vectors * np.float32(scale)).clip(-_LARGEST, _LARGEST)
    return numbers


def check_digest(file: BufferedReader, digest: str) -> None:
    """Go back to the beginning of an open file.

    Raises:
        ValueError: its SHA-256 is another.
    """
    if hashlib.file_digest(file, "sha256").hexdigest() != digest:
        raise ValueError("not the file that was written")
    file.seek(0)


def _mapped(file: BufferedReader) -> Any:  # noqa: ANN401 - as above
    index: Any = faiss.read_index(f"/dev/fd/{file.fileno()}", faiss.IO_FLAG_MMAP)
    # Threads of its own would read lists ahead, some thirty for each question.
    lists: Any = faiss.downcast_InvertedLists(index.invlists)
    lists.prefetch_nthread = 0
    return index


def _ids_of(lists: faiss.InvertedLists, number: int) -> Ids:
    size = lists.list_size(number)
    ids: Ids = faiss.rev_swig_ptr(lists.get_ids(number), size).copy()
    return ids


def _chosen(within: Ids | None, gone: Ids) -> faiss.IDSelector | None:
    """Which passages to compare, None for all."""
    if within is not None:
        return _only(np.setdiff1d(within, gone, assume_unique=True))
    return faiss.IDSelectorNot(_only(gone)) if len(gone) else None


def _only(ids: Ids) -> faiss.IDSelector:
    """A choice of these, which are in ascending order."""
    if len(ids) < _MANY_IDS or ids[-1] >= _MOST_BITS:
        return faiss.IDSelectorBatch(ids)
    is_chosen = np.zeros(int(ids[-1]) + 1, dtype=np.bool_)
    is_chosen[ids] = True
    bits = np.packbits(is_chosen, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg,arg-type]  # takes an array


def _searched(index: faiss.Index, vector: Vectors, k: int, **how: Any) -> Found:  # noqa: ANN401 - as FAISS names them
    if k == 0:
        return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
    asked = {name: value for name, value in how.items() if value is not None}
    kind = faiss.SearchParametersIVF if "nprobe" in asked else faiss.SearchParameters
    params = kind(**asked) if asked else None
    # There is nothing to share out, and others wait for a thread that has no processor.
    n_threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        cosines, ids = index.search(vector.reshape(1, -1), k, params=params)
    finally:
        faiss.omp_set_num_threads(n_threads)
    found = ids[0] >= 0
    return cosines[0][found], ids[0][found]
