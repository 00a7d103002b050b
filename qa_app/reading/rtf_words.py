"""The words of RTF: what its control words stand for, and in what encoding its bytes are."""

# What a word writes where text is shown.
WRITTEN = {
    "tab": " ", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "~": "\u00a0", "_": "\u2011", "-": "",
}  # fmt: skip

# Groups whose text is nowhere on the page.
HIDDEN = frozenset({
    "colortbl", "pict", "objdata", "objclass", "objname", "fldinst", "datafield",
    "themedata", "colorschememapping", "xmlnstbl", "listtable", "listoverridetable", "rsidtbl",
    "generator", "latentstyles", "filetbl", "revtbl", "annotation", "atnid", "atnauthor",
    "atndate", "atnref", "atrfstart", "atrfend", "bkmkstart", "bkmkend", "nonshppict", "sp",
    "private", "template", "userprops", "mailmerge", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "tc", "tcn", "xe", "rxe", "txe", "pnseclvl", "falt", "panose",
    "fontemb", "fontfile", "docvar", "factoidname", "datastore", "wgrffmtfilter", "operator",
    "background", "formfield", "ud", "shprslt",
    "nonesttables",
})  # fmt: skip

# Groups that a reader may ignore and we do not: shapes with text in them, and pictures' frames.
SHOWN = frozenset({"shpinst", "shppict"})

# Groups that hold the mark of an item, and text that runs on by itself.
MARKS = frozenset({"listtext", "pntext"})
ASIDE = frozenset({"footnote", "shptxt"})
MARGINS = frozenset({
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
})  # fmt: skip

# What a group of a file's properties says, as our metadata name it.
PROPERTIES = {"title": "title", "author": "author", "company": "publisher"}

_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_CODE_PAGES = {
    10000: "mac-roman", 10007: "mac-cyrillic", 65001: "utf-8", 936: "gbk", 950: "big5",
    **{page: f"cp{page}" for page in (437, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865,
                                      866, 869, 874, 932, 949, *range(1250, 1259))},
}  # fmt: skip


def encoding_of_charset(charset: int) -> str:
    """The encoding that a font of this character set is for; empty where it is the document's."""
    return _CHARSETS.get(charset, "")


def encoding_of_page(word: str, number: int | None) -> str:
    """The encoding that a word for a code page names; empty where it names none."""
    if word in {"ansicpg", "cpg"}:
        return _CODE_PAGES.get(number or 0, "")
    return _PAGES.get(word, "")
