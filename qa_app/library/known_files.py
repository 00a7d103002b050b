"""The files of a folder as the library last saw them, and what has become of them since."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from qa_app.library.folder import FoundFile, Scan
from qa_app.library.writer import KnownFile
from qa_app.model import FileProblem, FileState


class KnownFiles:
    """What was known of a folder before a run. A file in a file lives and dies with that file."""

    def __init__(self, known: dict[str, KnownFile], reading_version: int) -> None:
        self._known = known
        self._reading_version = reading_version
        self._members: defaultdict[str, list[KnownFile]] = defaultdict(list)
        for file in known.values():
            if file.container:
                self._members[file.container].append(file)

    def get(self, path: str) -> KnownFile | None:
        """The file at a path."""
        return self._known.get(path)

    def is_unchanged(self, file: FoundFile) -> bool:
        """Whether reading the file once more would come to the same, also where that is nothing."""
        known = self._known.get(file.path)
        return (
            known is not None
            and known.state in {FileState.INDEXED, FileState.FAILED}
            and known.read_with == self._reading_version
            and (known.size_bytes, known.mtime_ns) == (file.size_bytes, file.mtime_ns)
        )

    def with_members(self, files: Iterable[FoundFile]) -> Iterator[KnownFile]:
        """What is known of files, and of those in them."""
        for file in files:
            known = self._known.get(file.path)
            if known is not None:
                yield known
                yield from self._members.get(file.path, ())

    def vanished_from(self, container: str, seen: Collection[str]) -> list[KnownFile]:
        """What was in a file and was not seen in it again."""
        return [known for known in self._members.get(container, ()) if known.path not in seen]

    def gone_from(self, scan: Scan) -> list[KnownFile]:
        """What a scan of the whole folder did not see, less what it could not see."""
        seen = {file.path for file in scan.files} | {p.path for p in scan.problems}
        return [
            known
            for path, known in self._known.items()
            if (known.container or path) not in seen and not scan.hides(known.container or path)
        ]


def problems_of(known: Iterable[KnownFile]) -> list[FileProblem]:
    """Why files that are as they were are not in the library."""
    return [
        FileProblem(file.path, file.state, file.reason)
        for file in known
        if file.state is not FileState.INDEXED
    ]


def documents_of(known: Iterable[KnownFile]) -> Counter[int]:
    """How many of the files hold each document."""
    return Counter(file.document_id for file in known if file.document_id is not None)
