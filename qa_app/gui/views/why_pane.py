"""Why a hit stands where it does: a sentence, and what each score adds."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qa_app.explaining.shares import contributions_of, reason_words, total_words
from qa_app.explaining.verdict import manner_sentence
from qa_app.gui.models.share_list_model import ShareListModel
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.share_delegate import ShareDelegate
from qa_app.gui.wording import explained, in_figures
from qa_app.model import Hit

_SIDE_PX = 16
_LEAST_ROWS = 2


class ShareList(QListView):
    """Rows that can be walked through with the arrows, to be read one by one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share_model = ShareListModel()
        self.share_delegate = ShareDelegate(theme, self)
        self.setModel(self.share_model)
        self.setItemDelegate(self.share_delegate)
        self.setAccessibleName(self.tr("What each score adds"))
        follow(self, SMALL_STEP_PT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """High enough for every row."""
        return QSize(0, self._height(self.share_model.rowCount()))

    def minimumSizeHint(self) -> QSize:
        """High enough for a few rows; the others are scrolled to."""
        return QSize(0, self._height(min(_LEAST_ROWS, self.share_model.rowCount())))

    def _height(self, n_rows: int) -> int:
        return n_rows * max(0, self.sizeHintForRow(0))


class WhyPane(QFrame):
    """Stands below the hits while it is wanted, and tells about one of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _plain_label()
        self.reason = _plain_label()
        self.manner = _plain_label()
        self.shares = ShareList(theme)
        self.total = _plain_label()
        self._line = QWidget()
        self._line.setFixedHeight(1)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close the reasons"))
        self.setAccessibleName(self.tr("Why this hit"))
        self._set_fonts()
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self, ground=theme.base)
        set_colours(self._line, ground=theme.muted)
        set_colours(self.manner, text=theme.muted)
        set_colours(self.total, text=theme.muted)
        self.shares.share_delegate.set_theme(theme)
        self.shares.viewport().update()

    def show_hit(self, hit: Hit | None, *, related: bool = False) -> None:
        """Tell about `hit`, or that none is chosen."""
        self.shares.share_model.replace(contributions_of(hit, explained) if hit is not None else ())
        self.title.setText(self._title(hit, related=related))
        self.reason.setText(self._reason(hit))
        _show(
            self.manner,
            manner_sentence(hit.attribution, explained) if hit and hit.attribution else "",
        )
        _show(self.total, self._total(hit) if hit and hit.shares else "")
        self.shares.updateGeometry()

    def announce(self) -> None:
        """Have a screen reader say what decided: the focus stays where it is."""
        words = f"{self.title.text()} {self.reason.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _title(self, hit: Hit | None, *, related: bool) -> str:
        if hit is None:
            return self.tr("Why this hit?")
        title = self.tr("Why related passage {n}?") if related else self.tr("Why hit {n}?")
        return title.format(n=hit.rank)

    def _reason(self, hit: Hit | None) -> str:
        if hit is None:
            return self.tr("Choose a hit to see what put it in its place.")
        return reason_words(hit, explained) or self.tr(
            "Keyword hits are listed by their words alone; Enter ranks them for more reasons."
        )

    def _total(self, hit: Hit) -> str:
        words = self.tr(
            "Together {total}, the score that the ranking follows. "
            "BM25 and cosine are the passage’s / its best sentence’s."
        )
        return words.format(total=in_figures(total_words(hit)))

    def _set_fonts(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.manner, self.total):
            follow(label, SMALL_STEP_PT)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE_PX, 8, 10, 6)
        head.setSpacing(3)
        head.addLayout(above)
        head.addWidget(self.reason)
        head.addWidget(self.manner)
        self.total.setContentsMargins(_SIDE_PX, 4, 10, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(head)
        column.addWidget(self.shares)
        column.addWidget(self.total)


def _show(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
