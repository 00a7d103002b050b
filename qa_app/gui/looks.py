"""The light and the dark look of our own, and what makes any palette readable.

Qt's own switch of the colour scheme is only heard where a desktop listens: under a bare X server it
changes nothing. So both looks are palettes, drawn by Qt's own style.
"""

from PySide6.QtGui import QColor, QPalette

from qa_app.gui.theme import MIN_CONTRAST, contrast, legible, mixed

MIN_DISABLED_CONTRAST = 3.0
_DISABLED_SHARE = 0.55
_PLACEHOLDER_SHARE = 0.42
_ROLE = QPalette.ColorRole
_TEXTS = (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText)

_LIGHT = {
    _ROLE.Window: "#f3f3f5",
    _ROLE.WindowText: "#1b1c1f",
    _ROLE.Base: "#ffffff",
    _ROLE.AlternateBase: "#f6f6f8",
    _ROLE.Text: "#1b1c1f",
    _ROLE.BrightText: "#000000",
    _ROLE.Button: "#ebebee",
    _ROLE.ButtonText: "#1b1c1f",
    _ROLE.Light: "#ffffff",
    _ROLE.Midlight: "#f5f5f7",
    _ROLE.Mid: "#b4b4ba",
    _ROLE.Dark: "#96969c",
    _ROLE.Shadow: "#6c6c72",
    _ROLE.Highlight: "#1f6bb3",
    _ROLE.Accent: "#1f6bb3",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.ToolTipBase: "#ffffff",
    _ROLE.ToolTipText: "#1b1c1f",
    _ROLE.Link: "#1a5fa3",
    _ROLE.LinkVisited: "#6b4a9c",
}
_DARK = {
    _ROLE.Window: "#252629",
    _ROLE.WindowText: "#e5e6e9",
    _ROLE.Base: "#1c1d20",
    _ROLE.AlternateBase: "#222327",
    _ROLE.Text: "#e5e6e9",
    _ROLE.BrightText: "#ffffff",
    _ROLE.Button: "#34363b",
    _ROLE.ButtonText: "#e5e6e9",
    _ROLE.Light: "#4b4e55",
    _ROLE.Midlight: "#3f4147",
    _ROLE.Mid: "#17181a",
    _ROLE.Dark: "#131416",
    _ROLE.Shadow: "#08080a",
    _ROLE.Highlight: "#5a94d6",
    _ROLE.Accent: "#5a94d6",
    _ROLE.HighlightedText: "#000000",
    _ROLE.ToolTipBase: "#34363b",
    _ROLE.ToolTipText: "#e5e6e9",
    _ROLE.Link: "#7fb2ea",
    _ROLE.LinkVisited: "#bda0e6",
}


def light() -> QPalette:
    """Dark words on white."""
    return _whole(_LIGHT)


def dark() -> QPalette:
    """Light words on near black."""
    return _whole(_DARK)


def mended(palette: QPalette, *, onto: QPalette | None = None) -> QPalette:
    """`onto` with those colours of words set that `palette` has too faint, and no others.

    What is left unset still follows the system. Only colours that are never mended are read, so
    mending twice changes nothing.
    """
    made = QPalette(onto) if onto is not None else QPalette()
    text, base = palette.color(_ROLE.Text), palette.color(_ROLE.Base)
    grounds = (base, palette.color(_ROLE.Window), palette.color(_ROLE.Button))
    faint = mixed(text, base, _PLACEHOLDER_SHARE)
    made.setColor(_ROLE.PlaceholderText, legible(faint, text, grounds))
    disabled = legible(
        mixed(text, base, _DISABLED_SHARE), text, grounds, enough=MIN_DISABLED_CONTRAST
    )
    for role in (*_TEXTS, _ROLE.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    made.setColor(_ROLE.HighlightedText, _on(palette.color(_ROLE.Highlight), text))
    made.setColor(_ROLE.Link, legible(palette.color(_ROLE.Highlight), text, grounds))
    return made


def _whole(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    return mended(made, onto=made)


def _on(ground: QColor, text: QColor) -> QColor:
    """White words where they can be read, else the palette's own, else black."""
    white, black = QColor("white"), QColor("black")
    legible_ones = (c for c in (white, text) if contrast(c, ground) >= MIN_CONTRAST)
    return next(legible_ones, black)
