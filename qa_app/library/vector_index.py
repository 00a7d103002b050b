"""The vector index: FAISS over passage vectors. Derived from the database, never the truth."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from qa_app.encoding.protocol import Vectors
from qa_app.library.scope import Ids, Scope
from qa_app.library.vector_kinds import About, Kind, Sizes
from qa_app.library.vector_parts import FlatPart, MainPart, check_digest

_NONE: Ids = np.zeros(0, dtype=np.int64)


class VectorFiles(Struct, frozen=True):
    """Where an index is kept: its main part, which small libraries do not have, and the rest."""

    main: Path
    flat: Path


class VectorDigests(Struct, frozen=True):
    """The SHA-256 of the files of an index; that of the main part is empty where there is none."""

    main: str = ""
    flat: str = ""


class VectorIndex:
    """Passages by the cosine of their vectors.

    Of a small library all are compared; of a larger one most are in a main part that is not
    changed, and what has come since is in a flat one; what has gone from the main part is noted.
    Read by one thread; written under the library's lock.
    """

    def __init__(self, main: MainPart | None, flat: FlatPart, gone: Ids = _NONE) -> None:
        """Put it together; `gone` are passages of the main part, in ascending order."""
        self._main = main
        self._flat = flat
        self._gone = gone

    @classmethod
    def create(cls, dim: int) -> "VectorIndex":
        """An empty index for vectors of length `dim`."""
        return cls(None, FlatPart(dim))

    @classmethod
    def open(
        cls,
        files: VectorFiles,
        dim: int,
        digests: VectorDigests,
        about: About,
        *,
        known: "VectorIndex | None" = None,
    ) -> "VectorIndex":
        """The index in the files that have these digests.

        Of `known`, where it is given, the main part is taken as it is.

        Raises:
            ValueError: a file is missing, is not that one, or holds vectors of another length.
        """
        flat, gone = _opened_flat(files.flat, dim, digests.flat)
        if known is not None:
            return cls(known.main, flat, gone)
        main = MainPart.open(files.main, dim, digests.main, about) if digests.main else None
        return cls(main, flat, gone)

    @staticmethod
    def open_merged(
        files: VectorFiles, dim: int, digests: VectorDigests, about: About
    ) -> "VectorIndex":
        """The same passages as `open`, all of them in the main part, in memory.

        Raises:
            ValueError: as for `open`.
        """
        flat, gone = _opened_flat(files.flat, dim, digests.flat)
        main = MainPart.open(files.main, dim, digests.main, about, to_change=True)
        return _put_into(main, flat, gone, dim)

    @property
    def main(self) -> MainPart | None:
        """The part that most vectors are in; None where the library is small."""
        return self._main

    @property
    def about(self) -> About:
        """What was found out when its main part was made."""
        return About() if self._main is None else self._main.about

    @property
    def kind(self) -> Kind:
        """How most of the vectors are kept."""
        return self.about.kind

    @property
    def n_recent(self) -> int:
        """How many passages have come since the main part was made."""
        return 0 if self._main is None else len(self._flat)

    @property
    def n_gone(self) -> int:
        """How many passages of the main part have gone."""
        return len(self._gone)

    def __len__(self) -> int:
        return (0 if self._main is None else len(self._main)) + len(self._flat) - self.n_gone

    @property
    def ids(self) -> Ids:
        """The passages it holds, in no order."""
        return (
            self._flat.ids
            if self._main is None
            else np.concatenate(
                (np.setdiff1d(self._main.ids, self._gone, assume_unique=True), self._flat.ids)
            )
        )

    def are(self, ids: Ids, vectors: Vectors) -> bool:
        """Whether the vectors of passages that it holds are these, as far as it can tell."""
        is_recent = np.isin(ids, self._flat.ids)
        same = np.array_equal(self._flat.vectors(ids[is_recent]), vectors[is_recent])
        return same and (self._main is None or self._main.are(ids[~is_recent], vectors[~is_recent]))

    def add(self, ids: Sequence[int] | Ids, vectors: Vectors) -> None:
        """Add passages: `(n, dim)` float32, unit rows."""
        self._flat.add(np.asarray(ids, dtype=np.int64), vectors)

    def remove(self, ids: Sequence[int] | Ids) -> None:
        """Remove passages; ids that are not there are let be."""
        out = np.unique(np.asarray(ids, dtype=np.int64))
        self._flat.remove(out)
        if self._main is not None and len(out):
            self._gone = np.union1d(self._gone, out[np.isin(out, self._main.ids)])

    def is_too_changed(self, sizes: Sizes) -> bool:
        """Whether what has changed is no longer to be kept beside the main part."""
        if self._main is None:
            return False
        return sizes.is_too_much(self.n_recent + self.n_gone, len(self._main))

    def is_outgrown(self, sizes: Sizes) -> bool:
        """Whether so large an index is to be of another kind, or to have other lists."""
        n = len(self)
        if sizes.kind_for(n, self.kind) is not self.kind:
            return True
        return self._main is not None and n > sizes.grown * self.about.n_trained

    def merged(self, files: VectorFiles, dim: int, digest: str) -> "VectorIndex":
        """The same passages, all of them in the main part, in memory.

        Raises:
            ValueError: the main part's file is not the one with that digest.
        """
        main = MainPart.open(files.main, dim, digest, self.about, to_change=True)
        return _put_into(main, self._flat, self._gone, dim)

    def write_main(self, path: Path) -> str:
        """Write the main part to `path`, where there is one; the SHA-256 of what is written.

        Raises:
            OSError: it cannot be written.
        """
        return "" if self._main is None else self._main.write(path)

    def write_flat(self, path: Path) -> str:
        """Write the rest to `path`; the SHA-256 of what is written.

        Raises:
            OSError: it cannot be written.
        """
        return self._flat.write(path, self._gone)

    def search(
        self, vector: Vectors, k: int, scope: Scope | None = None
    ) -> list[tuple[int, float]]:
        """The `k` nearest passages, nearest first: (passage id, `cosine` in -1 to 1).

        Those of `scope`, where there is one. Of a main part the nearest are found as often as
        `About.recall` says, and a cosine is right to some thousandths.
        """
        within = None if scope is None else scope.ids
        n = len(self) if within is None else min(len(self), len(within))
        if n == 0:
            return []
        cosines, ids = self._flat.search(vector, min(k, n), within)
        if self._main is not None:
            of_main, more = self._main.search(vector, min(k, n), within, self._gone)
            cosines, ids = np.concatenate((of_main, cosines)), np.concatenate((more, ids))
            nearest = np.argsort(-cosines, kind="stable")[:k]
            cosines, ids = cosines[nearest], ids[nearest]
        return list(zip(ids.tolist(), cosines.tolist(), strict=True))


def _opened_flat(path: Path, dim: int, digest: str) -> tuple[FlatPart, Ids]:
    try:
        with path.open("rb") as file:
            check_digest(file, digest)
            return FlatPart.opened(file, dim)
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error


def _put_into(main: MainPart, flat: FlatPart, gone: Ids, dim: int) -> VectorIndex:
    """All in the main part, which is to be one that can be changed."""
    ids = flat.ids
    main.change(ids, flat.vectors(ids), gone)
    return VectorIndex(main, FlatPart(dim))
