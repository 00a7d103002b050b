"""What a user or the environment can cause. Bugs stay ordinary exceptions.

QaError
├── SettingsError          the settings file cannot be used
├── QuestionError          the question cannot be asked
├── FolderError            the folder cannot be indexed
├── PatternError           a pattern of what to leave out cannot be used
├── ExportError            an export cannot be written, or is none that can be checked
├── StyleError             a citation style cannot be used
├── ReadError              one file cannot be read; the others still are
├── ReaderError            nothing can be read: the process that reads does not run
├── LibraryError           the library cannot be used
│   ├── LibraryMissing     there is none at that place
│   ├── LibraryMismatch    made with another schema version or another encoder
│   ├── LibraryBusy        another process is writing it
│   ├── LibraryDamaged     its database cannot be read
│   └── NotebookError      what the person kept in it cannot be read or written
│       └── NotebookDamaged  its file is torn, or another program's
└── EncoderError           the model's weights are missing, altered or cannot be loaded

Every message is one sentence or two: what failed, on which path, what to do.
"""


class QaError(Exception):
    """Root of the tree: `str(error)` is fit to be shown to a person as it is."""


class SettingsError(QaError):
    """The settings file cannot be used."""


class QuestionError(QaError):
    """The question cannot be asked: empty, or longer than a question can be."""


class FolderError(QaError):
    """The folder cannot be indexed: missing, not a folder, or nothing in it can be read."""


class PatternError(QaError):
    """A pattern of what to leave out cannot be used."""


class ExportError(QaError):
    """An export cannot be written, or a file is no export that can be checked."""


class StyleError(QaError):
    """A citation style cannot be used."""


class ReadError(QaError):
    """One file cannot be read. The message is the reason alone; the caller knows the path."""


class ReaderError(QaError):
    """No file can be read: the process that reads them cannot be started."""


class LibraryError(QaError):
    """The library cannot be used."""


class LibraryMissing(LibraryError):  # noqa: N818 - reads as the state it reports
    """There is no library at that place."""


class LibraryMismatch(LibraryError):  # noqa: N818 - reads as the state it reports
    """The library was made with another schema version or another encoder."""


class LibraryBusy(LibraryError):  # noqa: N818 - reads as the state it reports
    """Another process is writing the library."""


class LibraryDamaged(LibraryError):  # noqa: N818 - reads as the state it reports
    """The library's database cannot be read."""


class NotebookError(LibraryError):
    """What the person kept in the library cannot be read or written."""


class NotebookDamaged(NotebookError):  # noqa: N818 - reads as the state it reports
    """The file of what the person kept is torn, or another program's."""


class EncoderError(QaError):
    """The model's weights are missing, altered or cannot be loaded."""
