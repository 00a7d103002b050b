"""What the question was understood to ask for, a chip each, in as many rows as it takes."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qa_app.explaining.conditions import Condition
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.chip import Chip, chip_height, condition_chip

_GAP_PX = 6


class _Shown(Struct, frozen=True):
    """What the row shows: conditions, and the words that were dropped and can come back."""

    conditions: tuple[Condition, ...] = ()
    dropped: tuple[str, ...] = ()


class ChipRow(QWidget):
    """Chips from left to right, in the order of the Tab key; Left and Right walk among them.

    The Tab key comes to them from the widget `after` which they stand. `dropped` carries a
    condition's `drop`; `restored` asks for all that was dropped. `left` tells that the chip with
    the focus went away and none is left to have it.
    """

    dropped = Signal(str)
    restored = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, after: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._after = after
        self._shown = _Shown()
        self.chips: list[Chip] = []
        self.restore_chip: Chip | None = None
        self.label = QLabel(self.tr("also searched:"), self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        set_colours(self.label, text=theme.muted)
        for chip, condition in zip(self.chips, self._shown.conditions, strict=True):
            chip.set_theme(theme, is_filled=not condition.is_variant)
        if self.restore_chip is not None:
            self.restore_chip.set_theme(theme, is_filled=False)

    def conditions(self) -> tuple[Condition, ...]:
        """The conditions on show."""
        return self._shown.conditions

    def show_conditions(self, conditions: Sequence[Condition], dropped: Sequence[str]) -> None:
        """Show `conditions`, and an offer to bring back what was `dropped`."""
        wanted = _Shown(tuple(conditions), tuple(dropped))
        if wanted == self._shown:
            return
        focused = self._focused()
        names = [condition.drop for condition in self._shown.conditions]
        kept = names[focused] if focused is not None and focused < len(names) else ""
        self._rebuild(wanted)
        if focused is not None:
            self._give_focus(focused, kept)

    def row_height(self) -> int:
        """How high one row is."""
        return chip_height(self.fontMetrics())

    def drop_last(self) -> None:
        """Drop the condition that stands last."""
        if self.chips:
            self.dropped.emit(self._shown.conditions[-1].drop)

    def sizeHint(self) -> QSize:
        """As high as the rows are at the width there is; any width will do."""
        return QSize(0, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the rows are at `width`."""
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _rebuild(self, wanted: _Shown) -> None:
        for chip in self._stops():
            chip.hide()
            chip.deleteLater()
        self._shown = wanted
        self.chips = [condition_chip(c, self._theme, self) for c in wanted.conditions]
        for chip, condition in zip(self.chips, wanted.conditions, strict=True):
            chip.clicked.connect(lambda _=False, drop=condition.drop: self.dropped.emit(drop))
        self.restore_chip = self._restore_chip(wanted.dropped) if wanted.dropped else None
        self.label.setVisible(any(condition.is_variant for condition in wanted.conditions))
        self._chain()
        self.setVisible(bool(self._stops()))
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _restore_chip(self, dropped: Sequence[str]) -> Chip:
        words = self.tr("Bring back “{words}”").format(words=dropped[0])
        if len(dropped) > 1:
            words = self.tr("Bring back all {n}").format(n=len(dropped))
        chip = Chip(words, self._theme, self, has_cross=False)
        chip.set_theme(self._theme, is_filled=False)
        about = self.tr("Asks again with what was dropped: {words}.")
        chip.describe(words, about.format(words=", ".join(dropped)))
        chip.clicked.connect(self.restored)
        return chip

    def _stops(self) -> list[Chip]:
        """Every place for the focus, from left to right."""
        return [*self.chips, *([self.restore_chip] if self.restore_chip is not None else [])]

    def _chain(self) -> None:
        """Make the Tab key walk through the chips in their order."""
        before = self._after
        for chip in self._stops():
            chip.stepped.connect(self._on_stepped)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip

    def _on_stepped(self, step: int) -> None:
        stops, focused = self._stops(), self._focused()
        if focused is not None and 0 <= focused + step < len(stops):
            stops[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> int | None:
        return next((n for n, chip in enumerate(self._stops()) if chip.hasFocus()), None)

    def _give_focus(self, was_at: int, kept: str) -> None:
        """Keep the focus on its condition; where that is gone, on the chip in its place."""
        names = [condition.drop for condition in self._shown.conditions]
        at = names.index(kept) if kept in names else min(was_at, len(names) - 1)
        if at >= 0:
            self.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _place(self, width: int, *, move: bool) -> int:
        """Place every part, or only reckon with it; the height of all rows."""
        if not self._stops():
            return 0
        x = y = 0
        height = self.row_height()
        for part in self._parts():
            part_width = min(part.sizeHint().width(), max(width, part.minimumSizeHint().width()))
            # The label stands before a chip, never at a row's end.
            needed = part_width + (self._first_variant_width() if part is self.label else 0)
            if x and x + needed > width:
                x, y = 0, y + height + _GAP_PX
            if move:
                part.setGeometry(x, y, part_width, height)
            x += part_width + _GAP_PX
        return y + height

    def _parts(self) -> list[QWidget]:
        """What is to be placed: chips, with the label before the first variant."""
        parts: list[QWidget] = list(self._stops())
        narrowing = [c for c in self._shown.conditions if not c.is_variant]
        if len(narrowing) < len(self._shown.conditions):
            parts.insert(len(narrowing), self.label)
        return parts

    def _first_variant_width(self) -> int:
        first = next(n for n, c in enumerate(self._shown.conditions) if c.is_variant)
        return self.chips[first].sizeHint().width() + _GAP_PX
