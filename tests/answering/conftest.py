"""A small corpus on disk, indexed without a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library.library import Library

FILES: dict[str, bytes] = {
    "bases.txt": (
        "Damascus weighs its bases\r\n\r\n"
        "Murhaf Abu Qasra visited the coast 🚢 on Monday. “The bases may stay,” said Abu Qasra.\r\n"
        "\r\n"
        "The fleet left the harbour 👩‍✈️ in December. Its ships are at sea.\r\n"
    ).encode(),
    "ferry.md": (
        "# Ferries\n\nThe ferry to the island costs twelve crowns 🪙 in *summer*.\n\n"
        "## Zeppelins\n\nThere is no airship, the mayor told the council on Friday.\n"
    ).encode(),
    "quarry.html": (
        "<html><head><title>Quarry</title></head><body><h1>The quarry</h1>"
        "<p>The flooded quarry &amp; its pumps 🌊 were sold for <b>one</b> crown.</p>"
        "<p>Kaja Kallas said that the pumps should run again before winter.</p></body></html>"
    ).encode(),
    "copy.txt": (
        "Another paper\n\nIn the evening Reuters carried it too. "
        "“The bases may stay,” said Abu Qasra.\n"
    ).encode(),
}


@pytest.fixture
def corpus(folder: Path) -> Path:
    """The files, as they came."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def library(engine: Engine, library_dir: Path, corpus: Path) -> Iterator[Library]:
    """The corpus, indexed and open."""
    engine.index(library_dir, corpus)
    opened = engine.open(library_dir)
    opened.refresh()
    yield opened
    opened.close()
