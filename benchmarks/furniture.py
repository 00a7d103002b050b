"""How much of saved pages is kept and left out, by kind of page.

Run `PYTHONPATH=. python benchmarks/furniture.py`; `--lines` shows every line that is taken for the
other sort.
"""

import sys
from collections import defaultdict

from tests.reading.labelled_pages import LabelledPage, load_pages, tallied


def main() -> None:
    """Print a table for each part of the set."""
    for part in ("known", "unseen"):
        pages = load_pages(part)
        by_kind: defaultdict[str, list[LabelledPage]] = defaultdict(list)
        for page in pages:
            by_kind[page.name.split("-")[0]].append(page)
        print(f"\n{part} ({len(pages)} pages)\n\n| kind | pages | text kept | furniture left out |")
        print("|---|---|---|---|")
        for kind, of_kind in sorted(by_kind.items()):
            _print_row(kind, of_kind)
        _print_row("**all**", pages)
        _print_by_format(pages)


def _print_by_format(pages: list[LabelledPage]) -> None:
    for name in ("text", "html", "markdown"):
        _print_row(f"*{name}*", [page for page in pages if page.format == name])


def _print_row(kind: str, pages: list[LabelledPage]) -> None:
    tally = tallied(pages)
    kept = f"{tally.kept:.1%} of {tally.n_text}"
    left_out = f"{tally.left_out:.1%} of {tally.n_furniture}" if tally.n_furniture else "–"
    print(f"| {kind} | {len(pages)} | {kept} | {left_out} |")
    if "--lines" in sys.argv and not kind.startswith("*"):
        for line in tally.lost:
            print(f"    lost: {line}")
        for line in tally.let_in:
            print(f"    let in: {line}")


if __name__ == "__main__":
    main()
