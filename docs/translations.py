"""Keeps the window's translations true to its source.

python docs/translations.py          writes what was found into qa_app/gui/languages/*.ts
python docs/translations.py --check  says what is missing or left over; 1 where something is

Qt's own lupdate does not see the tables of texts that are translated later, so the source is read
here: `self.tr("…")` in a class, `tr("…")` of a module of wording, and `_later("…")` of a table.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

PACKAGE = Path(__file__).resolve().parent.parent / "qa_app"
LANGUAGES = PACKAGE / "gui" / "languages"
Phrase = tuple[str, str]

_BY_FUNCTION = {"tr": "Wording", "later": "Actions", "in_words": "Actions", "said": "Engine"}
_EXPLAINING = "Explaining"


def main() -> int:
    """Check or update every language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args()
    wanted = sorted(found_in_source())
    n_wrong = 0
    for path in sorted(LANGUAGES.glob("*.ts")):
        known = read(path)
        missing = [phrase for phrase in wanted if not known.get(phrase)]
        left_over = sorted(known.keys() - set(wanted))
        n_wrong += len(missing) + len(left_over)
        for sign, listed in (("-", missing), ("+", left_over)):
            for context, text in listed:
                print(f"{path.name} {sign} {context}: {text!r}")
        if not options.check:
            write(path, {phrase: known.get(phrase, "") for phrase in wanted})
    return int(options.check and n_wrong > 0)


def found_in_source() -> set[Phrase]:
    """Every text that is translated, with its context."""
    explaining = (PACKAGE / "explaining").rglob("*.py")
    found = {
        (_EXPLAINING, text)
        for path in explaining
        for _, text in _phrases(_parsed(path), _EXPLAINING)
    }
    for path in (PACKAGE / "gui").rglob("*.py"):
        found |= set(_phrases(_parsed(path), ""))
    return found


def read(path: Path) -> dict[Phrase, str]:
    """The translations of a file; an empty one is still to be made."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in root.iter("context")
        for message in context.iter("message")
    }


def write(path: Path, translations: dict[Phrase, str]) -> None:
    """Write a file as Qt Linguist does, in order."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for (context, text), translation in translations.items():
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = text
        made = ElementTree.SubElement(message, "translation")
        made.text = translation
        if not translation:
            made.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ElementTree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _phrases(node: ast.AST, context: str) -> Iterator[Phrase]:
    """The texts below a node; inside a class they are the class's."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield from _phrase(child, context)
        yield from _phrases(child, inside)


def _phrase(call: ast.Call, context: str) -> Iterator[Phrase]:
    """The text of a call that translates, if it is one."""
    if not call.args or not isinstance(first := call.args[0], ast.Constant):
        return
    text = first.value
    if not isinstance(text, str):
        return
    if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
        yield context, text
    elif isinstance(call.func, ast.Name) and call.func.id in _BY_FUNCTION:
        yield (context if context == _EXPLAINING else _BY_FUNCTION[call.func.id]), text


if __name__ == "__main__":
    sys.exit(main())
