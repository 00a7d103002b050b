"""How long it takes to export snippets, in every format, and to verify them again.

python benchmarks/exports.py [--snippets 1000] [--chars 400]
"""

import argparse
import hashlib
import resource
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

from qa_app.citing.export.content import Section
from qa_app.citing.export.order import ExportOrder, export_of
from qa_app.citing.export.registry import FORMATS
from qa_app.citing.export.writing import write_export
from qa_app.citing.verify import verify
from qa_app.citing.verify_sources import Sources
from qa_app.model import Metadata, Snippet, Span
from qa_app.places import load_settings
from qa_app.reading.limits import DEFAULT_LIMITS
from qa_app.reading.worker.process_reader import ProcessReader

_SENTENCES = (
    "The council met on Tuesday and put the question of the “old bridge” off once more. ",
    "Nobody had counted the boats, she said; 'there are more than ever', and 100 % of them old. ",
    "ראש העיר אמר שהגשר ייסגר ביוני. ",
    "🙂 Žluťoučký kůň & <b>others</b> =1+1 \\input{x} were there as well. ",
)
_MADE_AT = "2025-03-01T09:30:00+01:00"
_CHECKED = frozenset({"markdown", "html", "docx", "json", "jsonld"})
_PER_SOURCE = 20


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snippets", type=int, default=1_000)
    parser.add_argument("--chars", type=int, default=400)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), chosen.snippets, chosen.chars)


def _measure(folder: Path, n_snippets: int, n_chars: int) -> None:
    snippets = _snippets(folder, n_snippets, n_chars)
    print(f"{n_snippets} snippets of {n_chars} characters")
    print("format      style   seconds   MB    verify s")
    for known in FORMATS:
        for style in ("", "apa"):
            file = folder / f"{style or 'plain'}{known.suffix}"
            begun = perf_counter()
            export = export_of((Section("", snippets),), ExportOrder(style=style), _MADE_AT)
            write_export(export, file, known)
            took_s = perf_counter() - begun
            size = file.stat().st_size / 1e6
            checked = _verified(file) if known.name in _CHECKED else ""
            print(f"{known.name:11} {style or '-':5} {took_s:9.2f} {size:6.2f}  {checked}")
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"peak memory {peak_mb:.0f} MB")


def _verified(file: Path) -> str:
    begun = perf_counter()
    with closing(ProcessReader(DEFAULT_LIMITS, load_settings().cache_dir)) as reader:
        report = verify(file, Sources(reader, DEFAULT_LIMITS))
    took_s = perf_counter() - begun
    if not report.is_verbatim:
        raise AssertionError(f"{file} is not verbatim")
    return f"{took_s:.2f}"


def _snippets(folder: Path, n_snippets: int, n_chars: int) -> tuple[Snippet, ...]:
    made: list[Snippet] = []
    while len(made) < n_snippets:
        made.extend(_of_one_source(folder, len(made), n_chars))
    return tuple(made[:n_snippets])


def _of_one_source(folder: Path, first: int, n_chars: int) -> list[Snippet]:
    quotes = [
        f"{n}. {''.join(_SENTENCES) * n_chars}"[:n_chars].rstrip() for n in range(_PER_SOURCE)
    ]
    text = "\n\n".join(quotes)
    path = folder / f"source {first}.txt"
    path.write_text(text, encoding="utf-8")
    content_hash = hashlib.sha256(path.read_bytes()).hexdigest()
    about = Metadata(f"Minutes & more, {first}", "The Quay Post", "Ida Brandt", "2025-02-17")
    return [
        Snippet(
            id=f"00000000-0000-4000-8000-{first + n:012}",
            quote=quote,
            path=str(path),
            content_hash=content_hash,
            span=Span(text.index(quote), text.index(quote) + len(quote)),
            paragraph=n + 1,
            metadata=about,
            question="What of the bridge?",
            kept_at=_MADE_AT,
            note="To be asked again.",
        )
        for n, quote in enumerate(quotes)
    ]


if __name__ == "__main__":
    main()
