"""Names of documents and files as they may be shown: on one line, turning nothing round."""

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What would break the line, steer a terminal or turn what is around it.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATED = "\u2068{}\u2069"


def shown_name(name: str) -> str:
    """A title, publisher or author on one line, without what turns the direction of a text.

    Titles hold such marks for good reasons too, so they are left out instead of spelt out.
    """
    return " ".join(_TURNING.sub("", name).split())


def shown_path(path: str) -> str:
    r"""A path with every character that is not seen spelt out, as in `\u202e` and `\n`.

    What a file is called may be meant to deceive.
    """
    return _UNSEEN.sub(lambda found: _spelt_out(found[0]), path)


def file_name(path: str) -> str:
    r"""The last name of a path, as it may be shown.

    In a path that begins with `/` a backslash is a part of a name: so are bytes stored that are no
    text.
    """
    flavour = PurePosixPath if path.startswith("/") else PureWindowsPath
    return shown_path(flavour(path).name)


def isolated(name: str) -> str:
    """A name that leaves the order of what stands around it in a line as it is."""
    turns = not name.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in name)
    return _ISOLATED.format(name) if turns else name


def _spelt_out(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
