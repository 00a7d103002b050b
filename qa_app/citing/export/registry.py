"""Which formats can be exported to. A further format joins in `FORMATS` and nowhere else."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from msgspec import Struct

from qa_app.citing.export.content import Export
from qa_app.errors import ExportError

Writer = Callable[[Export], bytes]


class ExportFormat(Struct, frozen=True):
    """A format: its name, the end of its files' names, and the module that writes it."""

    name: str
    suffix: str
    module: str

    @property
    def write(self) -> Writer:
        """What writes it; the libraries it needs are imported only now."""
        module = import_module(f"{__package__}.{self.module}")
        return cast("Writer", module.write)


FORMATS = (
    ExportFormat("markdown", ".md", "markdown"),
    ExportFormat("html", ".html", "html_page"),
    ExportFormat("docx", ".docx", "docx_file"),
    ExportFormat("pdf", ".pdf", "pdf_file"),
    ExportFormat("csv", ".csv", "csv_table"),
    ExportFormat("csl-json", ".csl.json", "csl_json"),
    ExportFormat("json", ".json", "json_list"),
    ExportFormat("bibtex", ".bib", "bibtex"),
    ExportFormat("ris", ".ris", "ris"),
    ExportFormat("jsonld", ".jsonld", "web_annotation"),
)


def format_for(file: PurePath, name: str = "") -> ExportFormat:
    """The format of that name, or where none is named the one that the file's name promises.

    Raises:
        ExportError: there is none.
    """
    return format_named(name) if name else format_by_suffix(file)


def format_named(name: str) -> ExportFormat:
    """The format of that name.

    Raises:
        ExportError: there is none.
    """
    for known in FORMATS:
        if known.name == name.lower():
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise ExportError(f"There is no format {name!r} to export to; the formats are {names}.")


def format_by_suffix(file: PurePath) -> ExportFormat:
    """The format that a file's name promises.

    Raises:
        ExportError: it promises none.
    """
    for known in FORMATS:
        if file.name.lower().endswith(known.suffix):
            return known
    suffixes = " ".join(known.suffix for known in FORMATS)
    raise ExportError(
        f"The name {file.name} says no format to export to; "
        f"end it with one of {suffixes}, or name a format."
    )
