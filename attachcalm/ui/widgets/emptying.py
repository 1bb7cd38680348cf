"""Taking everything out of a layout again."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take out every widget and let it go."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.hide()  # or a show that a layout has queued would make a window of it
            widget.deleteLater()
