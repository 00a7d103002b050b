"""Checks a library and repairs what it can; docs/decisions/never-lost.md says why so."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from qa_app.errors import LibraryBusy, LibraryMissing, QaError
from qa_app.findings import Diagnosis, Finding, Health, Part, trouble
from qa_app.library import store
from qa_app.library.database import DATABASE_NAME, open_database, translated_errors
from qa_app.library.database_checks import Stopped
from qa_app.library.derived_checks import whats_stale
from qa_app.library.examination import Examination, examine_library
from qa_app.library.folder_list import FOLDER_LIST_NAME
from qa_app.library.indexing_run import Tools
from qa_app.library.lock import writer_lock
from qa_app.library.notebook_file import NOTEBOOK_NAME
from qa_app.library.notebook_salvage import make_notebook_anew
from qa_app.library.recalling import Recall
from qa_app.library.repairing import (
    drop_documents,
    make_database_anew,
    read_again,
    rebuild_indexes,
    set_database_aside,
)
from qa_app.library.set_aside import databases_set_aside
from qa_app.model import Cancelled, OnProgress, OnStep, ignore_step

_LOCK_WAIT_S = 3.0


class Doctor:
    """Looks after one library, once."""

    def __init__(
        self,
        library: Path,
        tools: Callable[[], Tools],
        on_progress: OnProgress,
        cancelled: Cancelled,
        on_step: OnStep = ignore_step,
    ) -> None:
        """Take what it works with.

        Args:
            library: where the library is, or what is left of it.
            tools: makes what an indexing run works with.
            on_progress: told of files that are read again.
            cancelled: asked now and then.
            on_step: told of documents that are looked at.
        """
        self._library = library
        self._tools = tools
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._on_step = on_step
        # What was done about a part, step by step.
        self._done: dict[Part, list[str]] = {}
        self._failures: list[str] = []

    def check(self) -> Diagnosis:
        """Say how it stands with the library; nothing is changed.

        Raises:
            LibraryMissing: there is none.
        """
        self._check_place()
        self._load_model()
        try:
            try:
                with writer_lock(self._library):
                    seen = self._examine(is_ours=True)
            except LibraryBusy:
                seen = self._examine(is_ours=False)
        except Stopped:
            return Diagnosis(str(self._library), (), cancelled=True)
        return Diagnosis(str(self._library), tuple(seen.findings))

    def repair(self) -> Diagnosis:
        """Repair what can be repaired, and say how it stands then.

        What cannot be read is set aside, never deleted.

        Raises:
            LibraryMissing: there is none.
            LibraryBusy: another program is writing it.
        """
        self._check_place()
        self._load_model()
        try:
            with writer_lock(self._library, _LOCK_WAIT_S):
                before = self._examine(is_ours=True)
                if _is_well(before.findings):
                    return Diagnosis(str(self._library), tuple(before.findings))
                folders, recalls = self._mend(before)
            if not self._read_again(folders, recalls):
                return Diagnosis(str(self._library), tuple(before.findings), cancelled=True)
            with writer_lock(self._library, _LOCK_WAIT_S):
                if folders:
                    self._fit_indexes()
                after = self._examine(is_ours=True)
        except Stopped:
            return Diagnosis(str(self._library), (), cancelled=True)
        failures = (trouble(Part.FOLDERS, failure) for failure in self._failures)
        return Diagnosis(
            str(self._library), (*self._compared(before.findings, after.findings), *failures)
        )

    def _check_place(self) -> None:
        signs = (DATABASE_NAME, FOLDER_LIST_NAME, NOTEBOOK_NAME)
        if not any((self._library / name).exists() for name in signs):
            raise LibraryMissing(
                f"There is no library at {self._library}; "
                f"make one with: qa-app index FOLDER --library {self._library}"
            )

    def _load_model(self) -> None:
        """It takes seconds, and nobody is to wait for the lock that long; trouble shows later."""
        with suppress(QaError):
            self._tools().encoder.load()

    def _examine(self, *, is_ours: bool) -> Examination:
        return examine_library(
            self._library,
            lambda: self._tools().encoder,
            self._cancelled,
            is_ours=is_ours,
            on_step=self._on_step,
        )

    def _mend(self, seen: Examination) -> tuple[Sequence[str], list[Recall]]:
        """Mend what can be mended under the lock; the folders to be read, and known vectors."""
        folders: Sequence[str] = ()
        recalls: list[Recall] = []
        try:
            if seen.is_database_lost:
                folders = self._make_database_anew()
            elif seen.bad_documents or seen.is_set_aside_bad:
                folders = self._drop_documents(seen, recalls)
            elif seen.are_indexes_stale:
                with closing(open_database(self._library)) as connection:
                    rebuild_indexes(self._library, connection)
                self._done[Part.INDEXES] = ["made again from the database"]
            with translated_errors(self._library):
                if seen.is_notebook_damaged:
                    self._make_notebook_anew()
                self._remove(seen.leftovers)
        except QaError as error:
            self._failures.append(str(error))
        return folders, recalls

    def _make_database_anew(self) -> Sequence[str]:
        # Before anything is moved: without a model there is no use in it.
        tools = self._tools()
        tools.encoder.load()
        aside, export = set_database_aside(self._library)
        latest = next(databases_set_aside(self._library / DATABASE_NAME), None)
        known = make_database_anew(self._library, latest, tools)
        done = self._done[Part.DATABASE] = []
        if aside:
            done.append(f"set aside as {aside.name}")
        done.append("made again")
        if export:
            done.append(f"the snippets also written to {export.name}")
        if not known.folders:
            self._failures.append(
                "which folders the library had is not known any more; name them: "
                f"qa-app index FOLDER --library {self._library}"
            )
        return known.folders

    def _drop_documents(self, seen: Examination, recalls: list[Recall]) -> Sequence[str]:
        with closing(open_database(self._library)) as connection:
            dim = int(seen.meta["dim"])
            recalls.append(drop_documents(self._library, connection, seen.bad_documents, dim))
            self._done[Part.DOCUMENTS] = ["dropped, and their files read again"]
            return store.folders(connection)

    def _make_notebook_anew(self) -> None:
        aside, export, kept = make_notebook_anew(self._library)
        saved = f"{len(kept.snippets)} snippets and {len(kept.questions)} questions were saved"
        done = self._done[Part.NOTEBOOK] = [f"set aside as {aside.name}", saved]
        if export:
            done.append(f"also written to {export.name}")

    def _remove(self, leftovers: Sequence[Path]) -> None:
        for path in leftovers:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        self._done[Part.LEFTOVERS] = ["removed"]

    def _read_again(self, folders: Sequence[str], recalls: Sequence[Recall]) -> bool:
        """Read the folders; False if that was cancelled."""
        if not folders:
            return True
        n_recalled, failures, was_cancelled = read_again(
            self._library,
            folders,
            self._tools(),
            recalls,
            on_progress=self._on_progress,
            cancelled=self._cancelled,
        )
        self._failures += failures
        for part in (Part.DATABASE, Part.DOCUMENTS):
            if part in self._done:
                self._done[part].append(f"{n_recalled:,} passages did not need to be encoded again")
        return not was_cancelled

    def _fit_indexes(self) -> None:
        """Where no folder could be read, no run has made the indexes of what there is."""
        with closing(open_database(self._library)) as connection:
            if whats_stale(self._library, connection):
                rebuild_indexes(self._library, connection)

    def _compared(self, before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
        """What is well now and was not before is repaired."""
        found: list[Finding] = []
        for part in Part:
            was = [f for f in before if f.part is part and f.health is Health.TROUBLE]
            now = [f for f in after if f.part is part]
            if was and _is_well(now):
                done = tuple(self._done.get(part, ("mended",)))
                found += [Finding(part, Health.REPAIRED, f.says, done) for f in was]
                # What was set aside is news.
                now = now if part is Part.LEFTOVERS else []
            found += now
        return found


def _is_well(findings: Sequence[Finding]) -> bool:
    return all(finding.health is not Health.TROUBLE for finding in findings)
