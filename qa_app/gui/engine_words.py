"""What the engine's process says of files and errors, in the person's language.

The engine speaks English, to the command line too. Its sentences are known here by their pattern;
one that is not stays as it is, and so do names, paths and what the system says.
"""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication


def said(text: str) -> str:
    """Marks a sentence of the engine; what it fills in stands in braces."""
    return text


# A test holds each against the engine's own source.
SENTENCES = (
    said("{why}; what was read of it before is kept"),
    said("“{word}” cannot be asked; “-” leaves out a word or a quoted phrase, such as -summit."),
    said("“{day}” may be two days; write the one as {field}:2025-02-17."),
    said(
        "“{day}” names no date; write a day, a month or a year, such as {field}:2025-02-17, "
        "{month}:feb-2025 or {year}:2025."
    ),
    said("The question is empty; type a few words, such as: what did NAME say?"),
    said("The question has {n} characters; ask in at most {most}, a sentence is best."),
    said("The question is not valid Unicode; type it again."),
    said(
        "“{words}” only says where to look; type what to look for too, such as: "
        "what did NAME say? {again}"
    ),
    said("“source:{name}” may be any of: {names}; write more of the name."),
    said("“author:{name}” may be any of: {names}; write more of the name."),
    said("The documents do not answer that, so there is nothing to export."),
    said("No snippet is in the group “{group}”; name another."),
    said("There is nothing to export; keep some snippets, or ask a question."),
    said("{file} is a folder; name a file in it."),
    said("{file} cannot be written ({why}); choose another folder."),
    said("The citation style {file} cannot be used: {why}."),
    said("The citation style {file} cannot be read ({why}); choose another file."),
    said("it does not say how a citation looks (it has no citation layout)"),
    said("it is larger than {n} MB"),
    said("it defines a document type, which no style needs"),
    said("it is no CSL style (its first element is not “style”)"),
    said("it is not well-formed XML: {why}"),
    said("it only points to the style “{style}”, which is not here; choose that one"),
    said("{file} holds no quote that was exported here, so there is none to check."),
    said("{file} cannot be read ({why}); name an export."),
    said("{file} cannot be checked: {why}"),
    said(
        "{file} cannot be checked; name an export in Markdown, HTML, Word, JSON or JSON-LD "
        "(.md .html .docx .json .jsonld)."
    ),
    said("it is no Word document."),
    said("it was not exported here."),
    said("it is not JSON in UTF-8."),
    said("What says where a quote is from was altered; export it again."),
    said("What says where a quote is from is missing; export it again."),
    said("its format cannot be read"),
    said("The library at {library} has no folder yet; index one into it."),
    said("That document is no longer in the library; ask again."),
    said("The library at {library} cannot be used ({why}); check its permissions."),
    said("The library at {library} is in use by another program; try again."),
    said("The library at {library} cannot be written ({why}); check the disk and its permissions."),
    said("The library at {library} is not ready yet; try again."),
    said("The library at {library} is being made; ask again in a moment."),
    said(
        "The library at {library} is being updated by another program; wait for it to finish, or "
        "cancel it there."
    ),
    said("The disk of {library} is full; what was indexed before is kept."),
    said("The library has no folder {folder}; it has: {folders}."),
    said(
        "The pattern {pattern} is not understood; write it as in a .gitignore file, such as *.bak "
        "or drafts/."
    ),
    said("The pattern {pattern} cannot be used; write it on one line of text."),
    said("The pattern {pattern} has more than {n} * in one name; write fewer."),
    said("The name of {folder} is not valid Unicode; rename it."),
    said("There is no folder {folder}; name one that exists."),
    said("{folder} is not a folder; name the folder the file is in."),
    said("The folder {folder} is empty; put documents into it ({kinds}) or name another."),
    said("not a format that is read ({kinds})"),
    said("larger than {n} MB; raise max_file_mb to read it"),
    said("the folder cannot be read: {why}"),
    said("its name is not valid Unicode; rename it"),
    said("cannot be read: {why}"),
    said("its elements are nested too deeply to be a page"),
    said("no text in it"),
    said("a link to a folder, which is not followed; index that folder itself"),
    said("no ordinary file, but a device, a pipe or a socket"),
    said("no ordinary file, but a folder, a device, a pipe or a socket"),
    said("needs more than {n} MB of memory to be read; raise max_read_memory_mb to read it"),
    said("took longer than {n} s to read; raise max_read_s to wait longer"),
    said("the reader crashed on it ({why})"),
    said("it holds more than {n} files; raise max_members to read the rest"),
    said("unpacked it is larger than {n} MB; raise max_file_mb to read the rest"),
    said("it changed while it was read; the next run reads it again"),
    said("the archive is damaged or incomplete"),
    said("no mail in it"),
    said("The notebook {file} cannot be used ({why}); check the disk and its permissions."),
    said("The notebook {file} is in use by another program; try again."),
    said("That is too long to be kept in the notebook {file}; keep less of it."),
    said("There is no library at {library} yet; index a folder first."),
    said("Those words are not in the document; choose them again."),
    said("No library is open; open a folder first."),
)
# A thousand files may not be read for the same reason.
_N_REMEMBERED = 1_000
_FIELD = re.compile(r"\{(\w+)\}")


def in_own_words(sentence: str) -> str:
    """A sentence of the engine in the person's language; one that is not known, as it is."""
    template, words = _recognised(sentence)
    filled = {name: in_own_words(text) for name, text in words.items()}
    return QCoreApplication.translate("Engine", template).format(**filled) if template else sentence


@lru_cache(maxsize=_N_REMEMBERED)
def _recognised(sentence: str) -> tuple[str, dict[str, str]]:
    """The template of a sentence and what is filled in; empty where it is none of them."""
    for template in SENTENCES:
        if (found := _pattern(template).fullmatch(sentence)) is not None:
            return template, found.groupdict()
    return "", {}


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = _FIELD.split(template)
    # Of every two, the first is text and the second a name.
    made = "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.compile(made, re.DOTALL)
