"""Snippets as one HTML page that holds everything it needs, runs nothing and fetches nothing."""

import base64
import hashlib
import html

from qa_app.citing.export.content import SOURCES, TITLE, Entry, Export, remarks_on
from qa_app.citing.export.shown import as_shown, one_line
from qa_app.citing.export.trace import trace_text
from qa_app.explaining.quoting import quoted

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.5;"
    "color:#1a1a1a;background:#fff}"
    "blockquote{margin:1.5em 0 .5em;padding-left:1em;border-left:3px solid #767676;"
    "white-space:pre-wrap}"
    "cite,.remark{display:block;margin-left:1.2em;font-style:normal;color:#595959}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"
)


def write(export: Export) -> bytes:
    """The export as HTML 5 in UTF-8."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="und"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{TITLE}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{TITLE}</h1>",
    ]
    for entry in export.entries():
        if entry.heading:
            parts.append(f'<h2 dir="auto">{_escaped(one_line(entry.heading))}</h2>')
        parts.extend(_parts(entry, export))
    if export.sources:
        parts.append(f"<h2>{SOURCES}</h2>")
        parts.extend(f'<p dir="auto">{_escaped(one_line(s))}</p>' for s in export.sources)
    parts.append("</body></html>")
    return ("\n".join(parts) + "\n").encode()


def _parts(entry: Entry, export: Export) -> list[str]:
    snippet = entry.snippet
    trace = html.escape(trace_text(snippet))
    quote = (
        f'<blockquote dir="auto" data-qa-app="{trace}">{_lines(quoted(snippet.quote))}</blockquote>'
    )
    cited = f'<cite dir="auto">— {_escaped(one_line(export.cite(snippet)))}</cite>'
    parts = [cited, quote] if export.template.source_first else [quote, cited]
    remarks = remarks_on(snippet, export.template)
    return [*parts, *(f'<p class="remark" dir="auto">{_lines(r)}</p>' for r in remarks)]


def _lines(text: str) -> str:
    return _escaped(as_shown(text)).replace("\n", "<br>")


def _escaped(text: str) -> str:
    return html.escape(text)
