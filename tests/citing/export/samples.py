"""Snippets with words that formats trip over."""

from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.citing.export.content import Export, Section, Template, sections_by_group
from qa_app.model import Metadata, Snippet, Span

MADE_AT = "2025-03-01T09:30:00+01:00"
TITLE = "Tides & <b>Locks</b> {of} the_Harbour; 100 % \\input{x}"

# They have words of both directions in one line.
MIXED = (
    "She said שלום עולם today, and العربية too.",
    "قال (الوزير) في 12 مارس 2025: «لا» ثم NATO وافق.",
    "זה 12% של ABC def, נכון?",
    "זה שלום\nand English\nקו",
)
QUOTES = (
    *MIXED,
    "The lock opens at noon.",
    "“We shall,” she said, ‘and soon’: \"now\" 'then' «ici» „da“ `so`.",
    "One line\nanother\n\n\nand one after a gap",
    "\n leading and trailing \n",
    "  two  spaces\tand a tab ",
    "שלום עולם, אמרה (בשקט) 12",
    "قالت إن السلام ممكن",
    "Emoji 🙂 👩‍👩‍👧 🇩🇪 and e\u0301 \u202eback\u202c z\u200bw",
    "=cmd|' /C calc'!A0",
    "'quoted cell",
    "+1 -1 @SUM(A1)",
    "\t=1+1",
    "<script>alert('x')</script> <!-- c --> --> ]]> &amp; &#60; <b>",
    "\\ \\\\ \\input{/etc/passwd} {un}balanced} { $x^2_3$ 50% #1 ~ a & b",
    "@book{key, title = {No}}\n@comment{x}",
    "-- --- '' `` ?` !` << >> ,,",
    "ER  - \nTY  - BOOK\nTI  - Not a title",
    "# Not a heading\n- no item\n1. none\n> none\n---\n    code\n| a | b |",
    "*no* _no_ **no** `no` [no](http://x) ![no](y) <http://z> www.example.org ~~no~~ a:b@c.de",
    "---\nfront: matter\n---",
    "日本語と हिन्दी, 한국어、漢字。𠀀 \U00013000",
    "👍🏽 👩🏾‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️",
    "a\u2028b\u0085c\u00a0d\u3000e\u2011f\u00adg",
)
CONTROLS = "nul \x00 bell \x07 escape \x1b[31m feed \x0c delete \x7f \ufffe \uffff end"
LINE_ENDS = "one\r\ntwo\rthree\n"


def snippet(quote: str, number: int = 1, **fields: object) -> Snippet:
    """A snippet of some words."""
    made = Snippet(
        id=f"00000000-0000-4000-8000-{number:012}",
        quote=quote,
        path=f"/home/ada/harbour notes/{number}.txt",
        content_hash="ab" * 32,
        span=Span(10, 10 + len(quote)),
        paragraph=number,
        metadata=Metadata(TITLE, "The Quay Post", "Ida Brandt", "2025-02-17", ""),
        question="When does the lock open?",
        kept_at=MADE_AT,
        prefix="before --> ",
        suffix=" <after>",
    )
    return replace(made, **fields)


def export(*quotes: str, template: Template | None = None, **fields: object) -> Export:
    """An export of some words."""
    snippets = [snippet(quote, n, **fields) for n, quote in enumerate(quotes, start=1)]
    return Export(sections_by_group(snippets), MADE_AT, template or Template())


def two_sections() -> Export:
    """An export of two questions."""
    sections = (
        Section("When *does* it <open>?", (snippet("At noon."),)),
        Section("=Who?", (snippet("Ida.", 2, note="my <note>", tags=("a", "b & c")),)),
    )
    return Export(sections, MADE_AT)


def texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text that a document can hold, and much of what formats trip over."""
    signs = "\n\r\t \\`*_{}[]()#+-.!<>&'\"~|^$%@=:;,“”‘’»«\x00\u200f\ufffd"
    tricky = st.sampled_from([*signs, *QUOTES])
    plain = st.characters(exclude_categories=["Cs"])
    return st.lists(st.one_of(plain, tricky), min_size=1, max_size=max_size).map("".join)
