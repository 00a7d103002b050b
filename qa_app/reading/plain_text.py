"""Plain text, verbatim: what each of its lines is to a reader, and what it says of itself."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from msgspec.structs import replace

from qa_app.model import Block, BlockKind, Document, Metadata, Span
from qa_app.reading.bylines import is_name, names_in_byline
from qa_app.reading.decoding import decode
from qa_app.reading.front_matter import find_front_matter, find_labelled_lines
from qa_app.reading.furniture import (
    has_too_many_words,
    hints_at_furniture,
    is_furniture,
    is_job,
    opens_related,
)
from qa_app.reading.furniture_runs import furniture_among
from qa_app.reading.line_shape import (
    continues,
    ends_sentence,
    has_more_words,
    has_word,
    holds_stop,
    is_all_caps,
    is_numbered,
    is_title_cased,
    n_words,
)
from qa_app.reading.own_words import complete, masthead, with_paragraphs
from qa_app.reading.segments import Segment, cut_segments
from qa_app.reading.verse import is_stanza, is_verse

_MAX_HEADING_WORDS = 15
_MAX_HEADING_CHARS = 120
_MAX_LABEL_WORDS = 8
_MAX_MENU_WORDS = 5
_MIN_MENU_LINES = 4
_MIN_TITLE_WORDS = 3
_MAX_SMALL_WORD = 3
# A line beyond this is neither heading nor by-line nor furniture.
_MAX_LINE_CHARS = 300
_MIN_STANZA_LINES = 3
_FIRST = itemgetter(0)
_GROUP = attrgetter("group")


_Pass = Callable[[list[Segment]], list[Segment]]


def read_plain_text(data: bytes) -> Document:
    """The document of a plain text file; its text is the file's own, code point for code point."""
    text = decode(data)
    front = find_front_matter(text)
    if front is None or not front.is_known:
        front = find_labelled_lines(text)
    start, said, blocks = 0, Metadata(), []
    if front is not None:
        start, said = front.span.end, front.metadata
        blocks = [Block(BlockKind.FRONT_MATTER, front.span)]
    blocks += with_paragraphs(_blocks(text, start), text)
    return Document(text, complete(said, text, blocks), tuple(blocks), "text")


def _blocks(text: str, start: int) -> list[Block]:
    pieces = cut_segments(text, start)
    for piece in pieces:
        if len(piece.text) > _MAX_LINE_CHARS and not piece.is_list:
            piece.is_long = has_too_many_words(piece.text)
        else:
            piece.kind = _kind_alone(piece)
    for correct in _PASSES:
        pieces = correct(pieces)
    return [Block(piece.kind, piece.span) for piece in pieces]


def _kind_alone(piece: Segment) -> BlockKind:
    if piece.n_lines == 1:
        if len(piece.text) > _MAX_LINE_CHARS:
            return BlockKind.PARAGRAPH
        return _kind_of_line(piece.text, is_list=piece.is_list)
    lines = piece.text.splitlines() if piece.is_list else []
    is_menu = sum(map(is_furniture, lines)) > len(lines) / 2
    return BlockKind.FURNITURE if is_menu else BlockKind.PARAGRAPH


def _kind_of_line(line: str, *, is_list: bool) -> BlockKind:
    if is_furniture(line):
        return BlockKind.FURNITURE
    if names_in_byline(line):
        return BlockKind.BYLINE
    # "2. Findings" on a line of its own heads what follows; "- Findings" is an item.
    if is_list and not is_numbered(line):
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if _is_heading(line) else BlockKind.PARAGRAPH


def _is_heading(line: str) -> bool:
    if (
        len(line) > _MAX_HEADING_CHARS
        or ends_sentence(line)
        or line.endswith((";", ","))
        or has_more_words(line, _MAX_HEADING_WORDS)
    ):
        return False
    words = n_words(line)
    if (words > 1 and continues(line)) or holds_stop(line):
        return False
    return words <= _MAX_LABEL_WORDS if line.endswith(":") else True


def _title_with_stop(pieces: list[Segment]) -> list[Segment]:
    """A title may end in a full stop: at the very top, alone, and capitalised throughout."""
    if len(pieces) < 2 or pieces[0].kind is not BlockKind.PARAGRAPH:
        return pieces
    first, after = pieces[0], pieces[1]
    stands_alone = first.n_lines == 1 and after.group > first.group
    short = n_words(first.text) <= _MAX_HEADING_WORDS and first.text.count(".") <= 1
    if not (stands_alone and short and is_title_cased(first.text)):
        return pieces
    return [replace(first, kind=BlockKind.HEADING), *pieces[1:]]


def _related_lists(pieces: list[Segment]) -> list[Segment]:
    """What a "Read also" announces is furniture: lines right below it that end no sentence."""
    opens = [not piece.is_long and opens_related(piece.text) for piece in pieces]
    if True not in opens:
        return pieces
    done: list[Segment] = []
    last: Segment | None = None
    for piece, is_opener in zip(pieces, opens, strict=True):
        if is_opener:
            last = piece
        elif last is not None and _follows(piece, last):
            last = piece if not piece.is_list else None
            piece = replace(piece, kind=BlockKind.FURNITURE)  # noqa: PLW2901
        else:
            last = None
        done.append(piece)
    return done


def _follows(piece: Segment, last: Segment) -> bool:
    if piece.is_list:
        lines = piece.text.splitlines()
        return piece.group <= last.group + 1 and not any(line.endswith(".") for line in lines)
    return piece.group == last.group and piece.kind is BlockKind.HEADING


def _menus(pieces: list[Segment]) -> list[Segment]:
    """Short lines among known furniture are furniture too: the site's own rubrics."""
    short = [not piece.is_long and _could_be_in_menu(piece) for piece in pieces]
    if True not in short:
        return pieces
    done: list[Segment] = []
    for in_menu, run in groupby(zip(short, pieces, strict=True), key=_FIRST):
        members = [piece for _, piece in run]
        # Below the text its last lines may end no sentence.
        known = (i for i, piece in enumerate(members) if piece.kind is BlockKind.FURNITURE)
        start = next(known, len(members)) if done and in_menu else 0
        after = len(done) + len(members)
        heads = after < len(pieces) and pieces[after].kind is BlockKind.PARAGRAPH
        done += members[:start]
        done += _settled(members[start:], heads=heads) if in_menu else members
    return done


def _could_be_in_menu(piece: Segment) -> bool:
    if piece.kind is BlockKind.FURNITURE:
        return True
    if piece.n_lines > 1 or piece.kind is BlockKind.BYLINE or ends_sentence(piece.text):
        return False
    return not has_more_words(piece.text, _MAX_MENU_WORDS)


def _settled(run: list[Segment], *, heads: bool) -> list[Segment]:
    end = len(run)
    if heads and run and run[-1].kind is BlockKind.HEADING and not hints_at_furniture(run[-1].text):
        end -= 1
    # The last line before the text is more likely its title than the menu's last word.
    while (
        end
        and run[end - 1].kind is BlockKind.HEADING
        and n_words(run[end - 1].text) >= _MIN_TITLE_WORDS
    ):
        end -= 1
    members = run[:end]
    known = sum(piece.kind is BlockKind.FURNITURE for piece in members)
    single = sum(n_words(piece.text) == 1 for piece in members)
    bare = not any(c.isdigit() for piece in members for c in piece.text)
    site_menu = bare and single > len(members) / 2
    if len(members) < _MIN_MENU_LINES or not (known >= len(members) / 2 or site_menu):
        return run
    return [replace(piece, kind=BlockKind.FURNITURE) for piece in members] + run[end:]


def _told_apart(pieces: list[Segment]) -> list[Segment]:
    """What is furniture for the company it keeps."""
    found = furniture_among(pieces)
    if True not in found:
        return pieces
    return [
        replace(piece, kind=BlockKind.FURNITURE) if is_found else piece
        for piece, is_found in zip(pieces, found, strict=True)
    ]


def _lone_words(pieces: list[Segment]) -> list[Segment]:
    """One word on a line heads what is below it, is in capitals, or is what a menu has left."""
    if [piece.kind for piece in pieces].count(BlockKind.FURNITURE) < _MIN_MENU_LINES:
        return pieces
    done: list[Segment] = []
    for piece, below in zip(pieces, [*pieces[1:], None], strict=True):
        heads = (
            below is not None
            and below.kind is not BlockKind.FURNITURE
            and not continues(piece.text)
        )
        lone = piece.kind is BlockKind.HEADING and n_words(piece.text) == 1
        idle = lone and not heads and not is_all_caps(piece.text)
        done.append(replace(piece, kind=BlockKind.FURNITURE) if idle else piece)
    return done


def _broken_lines(pieces: list[Segment]) -> list[Segment]:
    """A line that the next one continues is no heading: verse, and notes with hasty breaks."""
    return _with_paragraphs(pieces, [n for n in _headings(pieces) if _goes_on(pieces[n : n + 2])])


def _goes_on(pieces: Sequence[Segment]) -> bool:
    """Whether the first is no last one, and the one below it goes on with it."""
    return (
        len(pieces) > 1
        and pieces[0].group == pieces[1].group
        and pieces[1].kind is BlockKind.PARAGRAPH
        and continues(pieces[1].text)
    )


def _lists_of_lines(pieces: list[Segment]) -> list[Segment]:
    """Lines with no full stop that stand together, below the top, are a list and no headings."""
    heads = [pieces[n].group for n in _headings(pieces)]
    if len(heads) == len(set(heads)):
        return pieces
    done: list[Segment] = []
    for group, run in groupby(pieces, key=_GROUP):
        members = list(run)
        all_headings = all(piece.kind is BlockKind.HEADING for piece in members)
        is_list = group > 0 and len(members) > 1 and all_headings and not _has_author(members)
        done += [_as_paragraph(piece) for piece in members] if is_list else members
    return done


def _has_author(pieces: Sequence[Segment]) -> bool:
    return any(is_name(piece.text) or is_job(piece.text) for piece in pieces)


def _last_line(pieces: list[Segment]) -> list[Segment]:
    """A last line without its full stop heads nothing."""
    if len(pieces) > 1 and pieces[-1].kind is BlockKind.HEADING:
        above, last = pieces[-2], pieces[-1]
        if above.kind is BlockKind.PARAGRAPH:
            return [*pieces[:-1], _as_paragraph(last)]
    return pieces


def _mostly_headings(pieces: list[Segment]) -> list[Segment]:
    """Where headings outweigh the text under them, the lines are the text: notes, lists, verse."""
    headings = sum([len(pieces[n].text) for n in _headings(pieces)])
    if not headings:
        return pieces
    paragraphs = sum([len(piece.text) for piece in pieces if piece.kind is BlockKind.PARAGRAPH])
    if not paragraphs or headings <= paragraphs:
        return pieces
    first = next((i for i, piece in enumerate(pieces) if has_word(piece.text)), 0)
    return _with_paragraphs(pieces, [n for n in _headings(pieces) if n > first])


def _mastheads(pieces: list[Segment]) -> list[Segment]:
    """A newspaper's name right over or beside a date heads the page, where a title stands too."""
    first = next((i for i, p in enumerate(pieces) if p.kind is BlockKind.PARAGRAPH), len(pieces))
    titles = [i for i, piece in enumerate(pieces[:first]) if piece.kind is BlockKind.HEADING]
    if not titles:
        return pieces
    below = [piece.text for piece in pieces[1:]] + [""]
    names = [i for i in titles if masthead(pieces[i].text, below[i])]
    if not names or len(names) == len(titles):
        return pieces
    done = list(pieces)
    done[names[0]] = replace(pieces[names[0]], kind=BlockKind.FURNITURE)
    return done


def _stanzas(pieces: list[Segment]) -> list[Segment]:
    """The lines of a stanza are one paragraph; a title right above its first line is none of it."""
    # With a blank line around each there are no stanzas.
    if not pieces or pieces[-1].group + 1 == len(pieces):
        return pieces
    groups = [list(run) for _, run in groupby(pieces, key=_GROUP)]
    sizes = [sum([piece.n_lines for piece in run]) for run in groups]
    all_verse = max(sizes, default=0) >= _MIN_STANZA_LINES and is_verse(
        [[line for piece in run for line in piece.text.splitlines()] for run in groups]
    )
    done: list[Segment] = []
    for run in groups:
        if not done and _is_verse_title(run):
            done.append(run.pop(0))
        if len(run) < (2 if all_verse else _MIN_STANZA_LINES):
            done += run
            continue
        for in_stanza, members in groupby(run, key=_could_be_verse):
            lines = list(members)
            texts = [piece.text for piece in lines]
            whole = in_stanza and (is_stanza(texts) or (all_verse and len(texts) > 1))
            done += [_joined(lines)] if whole else lines
    return done


def _is_verse_title(run: Sequence[Segment]) -> bool:
    words = [word for word in run[0].text.split() if len(word) > _MAX_SMALL_WORD]
    return run[0].kind is BlockKind.HEADING and all(word[0].isupper() for word in words)


def _could_be_verse(piece: Segment) -> bool:
    if piece.n_lines > 1 or piece.is_list or piece.kind is BlockKind.BYLINE:
        return False
    return piece.kind is not BlockKind.FURNITURE or not is_furniture(piece.text)


def _joined(pieces: Sequence[Segment]) -> Segment:
    first, last = pieces[0], pieces[-1]
    span = Span(first.span.start, last.span.end)
    words = "\n".join(piece.text for piece in pieces)
    return replace(first, span=span, text=words, n_lines=len(pieces), kind=BlockKind.PARAGRAPH)


def _headings(pieces: Sequence[Segment]) -> list[int]:
    return [n for n, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]


def _with_paragraphs(pieces: Sequence[Segment], places: Iterable[int]) -> list[Segment]:
    """The pieces, with those at these places as paragraphs."""
    done = list(pieces)
    for n in places:
        done[n] = _as_paragraph(done[n])
    return done


def _as_paragraph(piece: Segment) -> Segment:
    return replace(piece, kind=BlockKind.PARAGRAPH)


# In this order: a menu is known before its words could count as headings.
_PASSES: tuple[_Pass, ...] = (
    _title_with_stop,
    _related_lists,
    _menus,
    _told_apart,
    _lone_words,
    _broken_lines,
    _lists_of_lines,
    _last_line,
    _mostly_headings,
    _mastheads,
    _stanzas,
)
