"""Palettes that systems come with, the hard ones among them."""

from PySide6.QtGui import QColor, QPalette

from qa_app.gui.looks import dark, light


def palette(base: str, text: str, window: str, hue: str, button: str = "") -> QPalette:
    """A palette of four colours, or five; the words on windows and buttons are `text` too."""
    made, roles = QPalette(), QPalette.ColorRole
    for role, colour in (
        (roles.Base, base),
        (roles.Text, text),
        (roles.WindowText, text),
        (roles.ButtonText, text),
        (roles.Window, window),
        (roles.Button, button or window),
        (roles.Highlight, hue),
    ):
        made.setColor(role, QColor(colour))
    return made


PALETTES = {
    "ours_light": light(),
    "ours_dark": dark(),
    "fusion": palette("#ffffff", "#000000", "#efefef", "#308cc6"),
    "desktop_light": palette("#ffffff", "#232629", "#eff0f1", "#3daee9", "#fcfcfc"),
    "desktop_dark": palette("#1b1e20", "#fcfcfc", "#2a2e32", "#3daee9", "#31363b"),
    "paper": palette("#fdf6e3", "#3b4a50", "#eee8d5", "#cb4b16"),
    "dark": palette("#1e1e20", "#e6e6e6", "#2b2b2e", "#308cc6"),
    "black": palette("#000000", "#ffffff", "#101010", "#ffff00"),
    "contrast_black": palette("#000000", "#ffffff", "#000000", "#1aebff"),
    "contrast_green": palette("#000000", "#00ff00", "#000000", "#0000ff"),
    "contrast_yellow": palette("#000000", "#ffff00", "#000000", "#008000"),
    "contrast_white": palette("#ffffff", "#000000", "#ffffff", "#37006e"),
}
