"""A stand-in for the engine's process: the same protocol, canned answers, misbehaviour on demand.

Words in a question make it misbehave: `crash` ends the process,
`once:/path` does so unless that path is there, and makes it, `wrong` is a request that fails,
`broken` one that fails with details, `late` is answered only after the next question, `noise` is
preceded by a line that is no event, `burst` by two thousand events. An index run on a folder whose
name ends in `slow` goes on until it is cancelled; one ending in `bad` reports files it cannot read.
An export to a file with `full` in its name fails; one with `slow`, and a check of such a file, go
on until they are cancelled; of a file ending in `none.json` a check fails, and of one ending in
`broken.json` by a fault.
A library ending in `damaged` cannot be opened until it is repaired; the check of one ending in
`patient`, and the repair of one with `long` in its name, go on until they are cancelled.
A library ending in `empty` holds nothing; what the others remember is in `fake_book`. Arguments:
`--hold-model` loads the model only when indexing is asked for while a question waits; `--refuse`
says why it cannot serve, and ends; `--die` ends at once; `--deaf` never quits by itself.
"""

import os
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from qa_app import messages
from qa_app.findings import Diagnosis
from qa_app.model import BlockKind, FileProblem, FileState, IndexReport, LibraryStatus, Progress
from qa_app.verdicts import VerifyReport
from tests.gui.fake_book import DOCUMENTS, FakeBook
from tests.gui.sample_answers import answer
from tests.gui.sample_findings import DAMAGE, FINE, REPAIRED, TROUBLED
from tests.gui.sample_news import STATUS, keyword_hits, source_text, with_furniture_as
from tests.gui.sample_verdicts import VERDICTS

PROBLEMS = (
    FileProblem("/home/lina/press/scan<1>.pdf", FileState.FAILED, "It holds pictures, no text."),
    FileProblem("/home/lina/press/old.doc", FileState.FAILED, "The format is not known."),
    FileProblem("/home/lina/press/tape.txt", FileState.FAILED, "Permission denied."),
)


class FakeService:
    """Answers requests one by one, each on the spot unless it is told to wait."""

    def __init__(self, arguments: list[str]) -> None:
        self._holds_model = "--hold-model" in arguments
        self._waiting: list[messages.Ask] = []
        self._late: messages.Ask | None = None
        self._status: LibraryStatus | None = None
        self._folder = ""
        self._book = FakeBook("")
        self._slow: list[str] = []
        self._answered: set[str] = set()
        self._slow_check = ""
        self._library = ""
        self._damaged: set[str] = set()
        self._slow_doctor = ""
        if not self._holds_model:
            say(messages.ModelReady(model="fake", took_ms=1.0))

    def handle(self, request: messages.Request) -> None:
        """React to one request."""
        match request:
            case messages.OpenLibrary():
                self._open(request.library)
            case messages.IndexFolder():
                self._index(request.folder)
            case messages.CancelIndexing():
                self._end_index(cancelled=True)
            case messages.Peek():
                self._peek(request)
            case messages.Ask():
                self._ask(request)
            case messages.LoadSource():
                source = source_text(request.document_id)
                say(messages.SourceLoaded(id=request.id, source=source))
            case messages.BringBackFurniture():
                kind = BlockKind.PARAGRAPH if request.is_back else BlockKind.FURNITURE
                source = with_furniture_as(kind, source_text(request.document_id))
                say(messages.SourceLoaded(id=request.id, source=source))
                say(messages.LibraryChanged(self._status or STATUS))
            case messages.Quit():
                raise SystemExit
            case _:
                self._run_errand(request)

    def _run_errand(self, request: messages.Request) -> None:
        """React to what is exported and checked."""
        match request:
            case messages.ExportSnippets():
                self._export(request)
            case messages.VerifyExport():
                self._verify(request.file)
            case messages.CheckLibrary() | messages.RepairLibrary():
                self._see_to_library(type(request).__name__)
            case messages.CancelErrands("CheckLibrary" | "RepairLibrary"):
                self._cancel_doctor()
            case messages.CancelErrands():
                self._cancel_errands(request.request)
            case _:
                self._keep_house(request)

    def _export(self, order: messages.ExportSnippets) -> None:
        if "full" in order.file:
            message = f"{order.file} cannot be written (No space left); choose another folder."
            say(messages.Failed("ExportSnippets", message))
            return
        say(messages.ErrandProgressed("ExportSnippets", 1, 3))
        if "slow" in order.file:
            self._slow.append(order.file)
            return
        Path(order.file).write_bytes(messages.encode(order))
        say(messages.SnippetsExported(order.file, 3))

    def _verify(self, file: str) -> None:
        if file.endswith("none.json"):
            message = f"{file} cannot be read (No such file or directory); name an export."
            say(messages.Failed("VerifyExport", message))
            return
        say(messages.ErrandProgressed("VerifyExport", 1, 4))
        if file.endswith("broken.json"):
            say(messages.Failed("VerifyExport", "This is our fault.", details="Traceback: line 1"))
            return
        if "slow" in file:
            self._slow_check = file
        else:
            say(messages.ExportVerified(VerifyReport(file, VERDICTS), (1, 2, 2, 0)))

    def _cancel_errands(self, tag: str) -> None:
        if tag == "ExportSnippets":
            for file in self._slow:
                say(messages.SnippetsExported(file, 0, cancelled=True))
            self._slow = []
        elif self._slow_check:
            report = VerifyReport(self._slow_check, VERDICTS[:1], cancelled=True)
            self._slow_check = ""
            say(messages.ExportVerified(report, (1,)))

    def _see_to_library(self, tag: str) -> None:
        say(messages.ErrandProgressed(tag, 1, 4))
        is_repair = tag == "RepairLibrary"
        if not self._library:
            say(messages.Failed(tag, "No library is open; open a folder first."))
        elif self._library.endswith("patient") or (is_repair and "long" in self._library):
            self._slow_doctor = tag
        else:
            found = FINE
            if self._library.endswith("damaged"):
                found = REPAIRED if is_repair else TROUBLED
            if is_repair:
                self._damaged.discard(self._library)
            say(messages.LibraryChecked(Diagnosis(self._library, found), is_repair))

    def _cancel_doctor(self) -> None:
        if self._slow_doctor:
            is_repair, self._slow_doctor = self._slow_doctor == "RepairLibrary", ""
            found = Diagnosis(self._library, FINE[:1], cancelled=True)
            say(messages.LibraryChecked(found, is_repair))

    def _keep_house(self, request: messages.Request) -> None:
        """React to what concerns the library's files, or what the person has kept."""
        match request:
            case messages.ListDocuments():
                say(messages.DocumentsListed(DOCUMENTS if self._status else ()))
            case messages.Exclude():
                self._change(replace(self._status or STATUS, excluded=request.patterns))
            case messages.ForgetFolder():
                self._forget_folder(request.folder)
            case _:
                if (said := self._book.handle(request)) is not None:
                    say(said)

    def _open(self, library: str) -> None:
        if library.endswith("damaged") and library != self._library:
            self._damaged.add(library)
        self._library = library
        if library in self._damaged:
            say(messages.Failed("OpenLibrary", DAMAGE.format(library), is_damage=True))
            return
        self._status = None if library.endswith("empty") else replace(STATUS, library=library)
        self._book = FakeBook(library)
        say(messages.LibraryOpened(library=library, status=self._status))

    def _change(self, status: LibraryStatus) -> None:
        self._status = status
        say(messages.LibraryChanged(status))

    def _forget_folder(self, folder: str) -> None:
        status = self._status or STATUS
        if folder not in status.folders:
            say(messages.Failed("ForgetFolder", f"The library has no folder {folder}."))
            return
        left = tuple(known for known in status.folders if known != folder)
        self._change(replace(status, folders=left))

    def _index(self, folder: str) -> None:
        if self._holds_model and self._waiting:
            self._holds_model = False
            say(messages.ModelReady(model="fake", took_ms=1.0))
            for request in self._waiting:
                self._ask(request)
        self._folder = folder
        n_done = 12 if folder.endswith("slow") else 80
        say(messages.IndexProgressed(Progress(n_done, 80, 300, 45.2, 118.0, "/a")))
        if not folder.endswith("slow"):
            self._end_index(cancelled=False)

    def _end_index(self, *, cancelled: bool) -> None:
        problems = PROBLEMS if self._folder.endswith("bad") else ()
        report = IndexReport(self._folder, n_added=1, cancelled=cancelled, problems=problems)
        folders = (self._folder,) if self._folder else STATUS.folders
        self._status = replace(self._status or STATUS, problems=problems, folders=folders)
        say(messages.Indexed(report=report, status=self._status))

    def _peek(self, request: messages.Peek) -> None:
        hits = keyword_hits() if "q" in request.question.lower() else ()
        say(messages.Peeked(id=request.id, question=request.question, took_ms=2.1, hits=hits))

    def _ask(self, request: messages.Ask) -> None:
        misbehave(request)
        if self._holds_model:
            self._waiting.append(request)
        elif "late" in request.question and self._late is None:
            self._late = request
        elif not {"wrong", "broken"} & set(request.question.split()):
            self._answer(request)
            if self._late is not None:
                self._answer(self._late)

    def _answer(self, request: messages.Ask) -> None:
        found = answer(request.question, request.dropped)
        if "vanish" in request.question and request.question in self._answered:
            found = replace(found, hits=found.hits[1:])
        self._answered.add(request.question)
        say(messages.Answered(id=request.id, answer=found))
        say(self._book.note(request))


def misbehave(request: messages.Ask) -> None:
    """What the words of the question call for."""
    words = set(request.question.split())
    traps = [Path(word.removeprefix("once:")) for word in words if word.startswith("once:")]
    if "crash" in words or any(not trap.exists() for trap in traps):
        for trap in traps:
            trap.touch()
        sys.stderr.write("Traceback: the floor gave way\n")
        sys.stderr.flush()
        os._exit(3)
    if "wrong" in words:
        fail = messages.Failed(request="Ask", message="<i>Too long</i> a question.", id=request.id)
        say(fail)
    if "broken" in words:
        say(
            messages.Failed(
                request="Ask",
                message="This is our fault.",
                id=request.id,
                details="Traceback: line 1",
            )
        )
    if "noise" in words:
        write(b"some library prints this\n")
    if "burst" in words:
        for n in range(2_000):
            say(messages.IndexProgressed(Progress(n, 2_000, n, 10.0, None)))


def say(event: messages.Event) -> None:
    """Send an event."""
    write(messages.encode(event))


def write(line: bytes) -> None:
    """Send bytes, in two parts, as a pipe may deliver them."""
    half = len(line) // 2
    for part in (line[:half], line[half:]):
        sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()


def main() -> None:
    """Serve until the input ends."""
    if "--die" in sys.argv:
        sys.exit("cannot start: the model's folder is missing")
    if "--refuse" in sys.argv:
        say(messages.Failed("OpenLibrary", "The settings file cannot be read."))
        sys.exit(3)
    service = FakeService(sys.argv)
    for line in sys.stdin.buffer:
        service.handle(messages.decode_request(line))


if __name__ == "__main__":
    try:
        main()
    except SystemExit:
        if "--deaf" in sys.argv:
            time.sleep(60)
        raise
