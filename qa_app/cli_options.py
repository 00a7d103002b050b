"""Options that many commands have."""

from pathlib import Path
from typing import Annotated

import typer

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="The library to use instead of the default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
