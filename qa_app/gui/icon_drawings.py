"""The drawings of the icons: strokes in a square of 24, in SVG's words for a path."""

from types import MappingProxyType
from typing import Final

_FOLDER = (
    "M3 6.5A1.5 1.5 0 0 1 4.5 5h4.3l2 2.5h8.7A1.5 1.5 0 0 1 21 9v8.5a1.5 1.5 0 0 1-1.5 1.5h-15"
    "A1.5 1.5 0 0 1 3 17.5z"
)
_PILL = "M7.5 6.5h9a5.5 5.5 0 0 1 0 11h-9a5.5 5.5 0 0 1 0-11z"
_SHEETS = "M8 7.5h13v13H8z M16.5 7.5v-4h-13v13H8"
_WINDOW = "M3 4.5h18v15H3z"
_LARGE_A = "M2.5 19L8.5 5l6 14 M4.9 14h7.2"

DRAWINGS: Final = MappingProxyType(
    {
        "ask": "M19.5 5v6.5a2 2 0 0 1-2 2H4.5 M9 9l-4.5 4.5L9 18",
        "back": "M20 12H4.5 M11 5.5L4.5 12l6.5 6.5",
        "chip_drop": f"{_PILL} M10 10l4 4 M14 10l-4 4",
        "chip_restore": f"{_PILL} M12 9.2v5.6 M9.2 12h5.6",
        "copy": _SHEETS,
        "copy_markdown": f"{_SHEETS} M11.2 17v-5.6l3.3 3.6 3.3-3.6V17",
        "correct": "M4 4.5h12 M4 9h8 M4 13.5h5 M11 20l.8-3.3 7-7 2.5 2.5-7 7z",
        "documents": "M8.5 3.5h7l4 4V17h-11z M15.5 3.5v4h4 M4.5 7v13.5h11",
        "down": "M12 4v15.5 M5.5 13l6.5 6.5 6.5-6.5",
        "edit": "M4.5 19.5l1-4.5L16.5 4l3.5 3.5L9 18.5z M14 6.5l3.5 3.5",
        "find": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z M15.2 15.2l5.3 5.3",
        "folder": _FOLDER,
        "folder_add": f"{_FOLDER} M12 10.4v5.6 M9.2 13.2h5.6",
        "folder_show": f"{_FOLDER} M8 13.2h7.5 M12.6 10.3l2.9 2.9-2.9 2.9",
        "forward": "M4 12h15.5 M13 5.5l6.5 6.5-6.5 6.5",
        "full_screen": "M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5",
        "history": "M4.4 9.5A8 8 0 1 1 4.1 13.2 M4 4.8v4.7h4.7 M12 7.8V12l3 2",
        "home": "M3.5 11.5L12 4l8.5 7.5 M6 9.5V20h12V9.5 M10 20v-5.5h4V20",
        "export": "M12 15V4M8 8l4-4 4 4M5 13v7h14v-7",
        "search_furniture": "M4 6h16 M4 11h9 M4 16h6 M17 20v-8.5 M13.5 15L17 11.5l3.5 3.5",
        "keep": "M6.5 3.5h11v17L12 16.2l-5.5 4.3z",
        "keys": "M2.5 6h19v12h-19z M6.3 10h.1 M10.1 10h.1 M13.9 10h.1 M17.7 10h.1 M8 14.2h8",
        "larger": f"{_LARGE_A} M19 7v6.4 M15.8 10.2h6.4",
        "library": "M4 4h4v16H4z M8 4h4v16H8z M13.9 5.2l3.7-1 4 14.8-3.7 1z",
        "next": "M4 4h16v4.5H4z M12 12v8 M7.5 15.8l4.5 4.4 4.5-4.4",
        "normal_size": f"{_LARGE_A} M16.2 8.6h6 M16.2 12h6",
        "number": "M9.5 4l-2 16 M16.5 4l-2 16 M4.5 9h16 M3.5 15h16",
        "open": "M13 4h7v7 M20 4l-8.5 8.5 M18 14.5V20H4V6h5.5",
        "outline": "M4 5h16 M9 9.7h11 M9 14.3h11 M4 19h16 M4.6 9.7h.1 M4.6 14.3h.1",
        "palette": f"{_WINDOW} M7 9l3 3-3 3 M12.5 15h4.5",
        "pane_next": f"{_WINDOW} M14.5 4.5v15 M6 12h5 M9 9.7l2.3 2.3L9 14.3",
        "pane_previous": f"{_WINDOW} M9.5 4.5v15 M18 12h-5 M15 9.7L12.7 12l2.3 2.3",
        "previous": "M4 15.5h16V20H4z M12 12V4 M7.5 8.2l4.5-4.4 4.5 4.4",
        "question": (
            "M3.5 4h17v12.5h-9L7.5 20v-3.5h-4z"
            " M9.7 8.4a2.3 2.3 0 1 1 3.6 1.9c-.9.6-1.3.9-1.3 1.7 M12 14v.1"
        ),
        "quit": "M10.5 4H4.5v16h6 M10 12h10.5 M16.5 8l4 4-4 4",
        "read": (
            "M12 6.3C10 5 7 4.5 3.5 4.5V18c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5"
            "C17 4.5 14 5 12 6.3z M12 6.3V20"
        ),
        "redo": "M15.5 5L20 9.5 15.5 14 M20 9.5H10a5.25 5.25 0 0 0 0 10.5H12",
        "refresh": "M19.6 9.5A8 8 0 1 0 19.9 13.2 M20 4.8v4.7h-4.7",
        "remove": (
            "M4.5 6.5h15 M9.5 6.5V4h5v2.5 M6.5 6.5L7.4 20h9.2l.9-13.5 M10.2 10.5v5.5 M13.8 10.5v5.5"
        ),
        "settings": (
            "M3.5 7.5h8.7 M17.2 7.5h3.3 M3.5 16.5h3.3 M11.8 16.5h8.7"
            " M14.7 5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z"
            " M9.3 14a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z"
        ),
        "smaller": f"{_LARGE_A} M15.8 10.2h6.4",
        "snippet_down": "M4 4.5h16 M4 9h8 M4 13.5h6 M16 9.5v10 M11.7 15.2l4.3 4.3 4.3-4.3",
        "snippet_up": "M4 19.5h16 M4 15h8 M4 10.5h6 M16 14.5v-10 M11.7 8.8L16 4.5l4.3 4.3",
        "snippets": (
            "M10 6.5c-3.2 1-5 3.2-5 6.7V17.5h5v-4.8H7.3 M19 6.5c-3.2 1-5 3.2-5 6.7V17.5h5v-4.8h-2.7"
        ),
        "star": ("M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z"),
        "stop": "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z M9.3 9.3h5.4v5.4H9.3z",
        "theme": (
            "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z M12 3.5v17"
            " M12 7.6h6.8 M12 12h8 M12 16.4h6.8"
        ),
        "undo": "M8.5 5L4 9.5 8.5 14 M4 9.5h10a5.25 5.25 0 0 1 0 10.5H12",
        "up": "M12 20V4.5 M5.5 11l6.5-6.5 6.5 6.5",
        "verify": "M6 3.5h7.5L18 8v12.5H6z M13.5 3.5V8H18 M8.8 14l2.3 2.4 4.3-4.8",
        "why": "M4 3.5v17 M4 5.5h15v4.5H4 M4 14h9v4.5H4",
    }
)
