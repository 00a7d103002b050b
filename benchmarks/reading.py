"""Reading, not encoding: PDF, web pages and text, with the bare library in the same run.

python benchmarks/reading.py [--turns N] [--files FILE ...]

A row for each corpus, and then one for each kind of file: all its corpora read one after another.
"""

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import charset_normalizer
import pypdfium2
import trafilatura
from fpdf import FPDF
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from qa_app.reading.html_page import read_html
from qa_app.reading.pdf import read_pdf
from qa_app.reading.plain_text import read_plain_text

_NOUNS = "weir lock river harbour council bridge keeper mayor county ferry quay boat gate".split()
_VERBS = "held broke mended closed opened saw paid named wanted crossed asked left".split()
_SIDES = "upper lower old new stone wooden northern southern little great".split()
_N_PAGES = 40
_N_ARTICLES = 12
_N_PARAGRAPHS = 25
_N_TEXT_PARAGRAPHS = 1_000
_N_TEXTS = 60
_N_OWN_PARAGRAPHS = 9


class Compared(Struct, frozen=True):
    """What is read, how much of it there is, and the two ways of reading it.

    `kind` is empty where the bare library does a fraction of the work, for what it is worth.
    """

    kind: str
    name: str
    unit: str
    amount: float
    ours: Callable[[], object]
    bare: Callable[[], object]


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    print("| what | ours | bare library | ours of it |\n|---|---|---|---|")
    by_kind: dict[str, list[tuple[Compared, float, float]]] = defaultdict(list)
    for compared in [*_pdfs(arguments.files), *_pages(), *_texts()]:
        ours, bare, share = _measured(compared, arguments.turns)
        _print_row(compared.name, compared.unit, compared.amount, (ours, bare), share)
        by_kind[compared.kind].append((compared, ours, bare))
    for kind, rows in by_kind.items():
        if kind:
            read, times, bare_times = zip(*rows, strict=True)
            amount, ours, bare = sum(c.amount for c in read), sum(times), sum(bare_times)
            _print_row(f"all of {kind}", read[0].unit, amount, (ours, bare), bare / ours)


def _print_row(
    name: str, unit: str, amount: float, took_s: tuple[float, float], share: float
) -> None:
    ours, bare = (amount / each for each in took_s)
    print(f"| {name} | {ours:.1f} {unit} | {bare:.1f} {unit} | {share:.2f} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=30, help="of both readers")
    parser.add_argument("--files", type=Path, nargs="*", default=[], help="further PDFs")
    return parser.parse_args()


def _measured(compared: Compared, n_turns: int) -> tuple[float, float, float]:
    """Processor time of ours and of the bare library, and the share: medians over the turns.

    A turn is short and has both readers, so that what else the machine does weighs on both alike.
    """
    turns: list[tuple[float, float]] = []
    for _ in range(n_turns):
        began = time.process_time()
        compared.ours()
        between = time.process_time()
        compared.bare()
        turns.append((between - began, time.process_time() - between))
    ours, bare = (statistics.median(times) for times in zip(*turns, strict=True))
    return ours, bare, statistics.median(other / own for own, other in turns)


def _pdfs(files: Sequence[Path]) -> list[Compared]:
    made = [
        ("PDF, one column", _one_column()),
        ("PDF, two columns", _two_columns()),
        ("PDF, a report with tables", _report()),
        *((f"PDF, {file.name}", file.read_bytes()) for file in files),
    ]
    return [
        Compared(
            "PDF",
            f"{name}, {(n_pages := _bare_pdf(data))} pages; bare: pypdfium2 `get_text_range`",
            "pages/s",
            n_pages,
            lambda data=data: read_pdf(data),  # type: ignore[misc]
            lambda data=data: _bare_pdf(data),  # type: ignore[misc]
        )
        for name, data in made
    ]


def _bare_pdf(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
        return len(pdf)


def _pages() -> list[Compared]:
    pages = [_web_page(n) for n in range(_N_ARTICLES)]
    texts = [page.decode() for page in pages]
    size = sum(map(len, pages)) / 1e6
    return [
        Compared(
            "web pages",
            "web pages; bare: trafilatura `extract` with metadata, which finds the article as well",
            "MB/s",
            size,
            lambda: [read_html(page) for page in pages],
            lambda: [trafilatura.extract(text, with_metadata=True) for text in texts],
        ),
        Compared(
            "",
            "the same; bare: selectolax, parser and text alone, which tells nothing apart",
            "MB/s",
            size,
            lambda: [read_html(page) for page in pages],
            lambda: [LexborHTMLParser(text).text(separator="\n") for text in texts],
        ),
    ]


def _texts() -> list[Compared]:
    """Articles as people keep them, and one long file."""
    articles = [
        "\n\n".join(_paragraph(n * _N_OWN_PARAGRAPHS + i) for i in range(_N_OWN_PARAGRAPHS))
        for n in range(_N_TEXTS)
    ]
    quoted = [article.replace("the people", "“the people”") for article in articles]
    return [
        _files("plain ASCII", [article.encode() for article in articles]),
        _files("UTF-8", [article.encode() for article in quoted]),
        _files("Windows-1252", [article.encode("cp1252") for article in quoted]),
        *_long_text(),
    ]


def _files(name: str, files: Sequence[bytes]) -> Compared:
    return Compared(
        "text",
        f"{len(files)} articles in {name}; bare: charset_normalizer and `splitlines`, "
        "which finds the encoding too",
        "MB/s",
        sum(map(len, files)) / 1e6,
        lambda: [read_plain_text(data) for data in files],
        lambda: [_bare_lines(data) for data in files],
    )


def _long_text() -> list[Compared]:
    text = "\n\n".join(_paragraph(n) for n in range(_N_TEXT_PARAGRAPHS))
    quoted = text.replace("the people", "“the people”")
    data = text.encode()
    detected, decoded = "charset_normalizer and `splitlines`", "decoding as UTF-8 and `splitlines`"
    return [
        _file(f"one file in ASCII; bare: {detected}", data, _bare_lines),
        _file(f"the same; bare: {decoded}, which tells nothing apart", data, _decoded_lines, ""),
        _file(f"the same in UTF-8; bare: {detected}", quoted.encode(), _bare_lines),
        _file(f"the same in Windows-1252; bare: {detected}", quoted.encode("cp1252"), _bare_lines),
    ]


def _file(name: str, data: bytes, bare: Callable[[bytes], object], kind: str = "text") -> Compared:
    return Compared(
        kind, name, "MB/s", len(data) / 1e6, lambda: read_plain_text(data), lambda: bare(data)
    )


def _bare_lines(data: bytes) -> list[str]:
    return str(charset_normalizer.from_bytes(data).best()).splitlines()


def _decoded_lines(data: bytes) -> list[str]:
    return data.decode().splitlines()


def _sentence(n: int) -> str:
    """A sentence of its own for each number."""
    side, noun = _SIDES[n % len(_SIDES)], _NOUNS[n % len(_NOUNS)]
    verb, other = _VERBS[n % len(_VERBS)], _NOUNS[(n * 7 + 3) % len(_NOUNS)]
    return (
        f"In the year {1800 + n % 220} the {side} {noun} {verb} in spite of what the people of the "
        f"{other} had said, and nobody was asked to pay for its repair."
    )


def _paragraph(n: int) -> str:
    return " ".join(_sentence(n * 5 + i) for i in range(3 + n % 4))


class _Framed(FPDF):
    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 6, "Annals of the lower valley", align="C")
        self.ln(10)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()}", align="C")


def _new() -> FPDF:
    pdf = _Framed()
    pdf.add_page()
    pdf.set_font("times", size=10)
    return pdf


def _heading(pdf: FPDF, text: str) -> None:
    pdf.set_font("helvetica", "B", 14)
    pdf.cell(0, 10, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("times", size=10)


def _one_column() -> bytes:
    pdf = _new()
    n = 0
    while pdf.page_no() < _N_PAGES:
        if n % 7 == 0:
            _heading(pdf, f"{n // 7 + 1} Of the {_NOUNS[n % len(_NOUNS)]}")
        pdf.multi_cell(0, 5, _paragraph(n), new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
        n += 1
    return bytes(pdf.output())


def _two_columns() -> bytes:
    pdf = _new()
    with pdf.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for n in range(13 * _N_PAGES):
            with columns.paragraph(bottom_margin=2) as paragraph:
                paragraph.write(_paragraph(n))
    return bytes(pdf.output())


def _report() -> bytes:
    pdf = _new()
    n = 0
    while pdf.page_no() < _N_PAGES // 2:
        _heading(pdf, f"The accounts of {1900 + n}")
        pdf.multi_cell(0, 5, _paragraph(n), new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2)
        with pdf.table(col_widths=(3, 1, 1, 1)) as table:
            table.row(["Source", "2022", "2023", "2024"])
            for i in range(6):
                table.row([f"The {_NOUNS[(n + i) % 13]}", *(f"{n * k + i},100" for k in (1, 2, 3))])
        pdf.ln(4)
        n += 1
    return bytes(pdf.output())


def _web_page(n: int) -> bytes:
    menu = "".join(f'<li><a href="/{noun}">{noun.title()}</a></li>' for noun in _NOUNS)
    body = "".join(f"<p>{_paragraph(n * 50 + i)}</p>\n" for i in range(_N_PARAGRAPHS))
    teasers = "".join(
        f'<div class="card"><h3><a href="/{i}">The {side} {_NOUNS[i]} again</a></h3></div>'
        for i, side in enumerate(_SIDES)
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The {_NOUNS[n % 13]} of {1900 + n} - Valley Herald</title>
<meta property="og:site_name" content="Valley Herald"><meta name="author" content="Jane Marsh">
<meta property="article:published_time" content="2025-02-18T07:30:00Z">
<style>{"p { margin: 0 } " * 40}</style><script>{"var a = 1; " * 60}</script></head><body>
<nav><ul>{menu}</ul></nav><main><article><h1>The {_NOUNS[n % 13]} of {1900 + n}</h1>
<p class="by">By Jane Marsh</p>{body}</article><aside>{teasers}</aside></main>
<footer><p>© 2025 Valley Herald</p></footer></body></html>""".encode()


if __name__ == "__main__":
    main()
