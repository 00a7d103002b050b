"""Why this hit: opens and closes the pane that says so, and keeps it on the chosen hit."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from qa_app.gui.models.hit_list_model import HitRole
from qa_app.gui.views.hit_list import HitList
from qa_app.gui.views.why_pane import WhyPane
from qa_app.model import Hit


class Reasons(QObject):
    """While the pane is open it follows the chosen hit; the focus stays where the person is."""

    def __init__(self, hit_list: HitList, pane: WhyPane, parent: QObject) -> None:
        super().__init__(parent)
        self._hit_list = hit_list
        self._pane = pane
        hit_list.hit_chosen.connect(self._on_hit_chosen)
        hit_list.hit_model.modelReset.connect(lambda: pane.show_hit(None))
        pane.close_button.clicked.connect(self.close)

    def toggle(self) -> None:
        """Open the pane, or close it."""
        if self.close():
            return
        hit = self._hit_list.current_hit()
        if hit is None:
            self._hit_list.choose(0)
        self._pane.show()
        self._keep_in_view()
        self._pane.announce()

    def close(self) -> bool:
        """Close the pane, the focus in it back to the hits; False where it is closed already."""
        if not self._pane.isVisible():
            return False
        focused = QApplication.focusWidget()
        self._pane.hide()
        if isinstance(focused, QWidget) and self._pane.isAncestorOf(focused):
            self._hit_list.setFocus()
        return True

    def _on_hit_chosen(self, hit: Hit) -> None:
        related = bool(self._hit_list.currentIndex().data(HitRole.RELATED))
        self._pane.show_hit(hit, related=related)
        if self._pane.isVisible():
            self._keep_in_view()

    def _keep_in_view(self) -> None:
        """The pane may take the room in which the hit stands, once it is laid out."""
        hit_list = self._hit_list
        QTimer.singleShot(0, hit_list, lambda: hit_list.scrollTo(hit_list.currentIndex()))
