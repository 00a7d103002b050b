"""Whether the derived indexes hold what the database holds."""

import sqlite3
from pathlib import Path

import numpy as np

from qa_app.library import derived, store
from qa_app.library.database import read_meta
from qa_app.library.derived import DerivedIndexes


def whats_stale(library: Path, connection: sqlite3.Connection) -> str:
    """What is amiss with the indexes, under the writer's lock; nothing where nothing is."""
    meta = read_meta(connection)
    dim = int(meta["dim"])
    stamp = derived.read_stamp(library)
    if stamp is None:
        return "there is nothing that says what they show"
    if stamp.library_id != meta["library_id"]:
        return "they are another library's"
    found = derived.open_derived(library, dim)
    if found is None:
        return "a file of them is missing, or is not the one that was written"
    if stamp.generation != int(meta["generation"]):
        return f"they show generation {stamp.generation}, and it is {meta['generation']}"
    return _whats_lacking(found, connection, dim)


def _whats_lacking(found: DerivedIndexes, connection: sqlite3.Connection, dim: int) -> str:
    kept = store.passage_ids(connection)
    if found.keywords.ids.tolist() != kept:
        return "the keywords are not those of the passages"
    if np.sort(found.vectors.ids).tolist() != kept:
        return "the vectors are not those of the passages"
    for ids, rows in store.all_vectors(connection, dim):
        if not found.vectors.are(ids, rows):
            return "a vector is not its passage's"
    return ""
