"""Narrows the list of check-ins to those with a word or a tag."""

from collections.abc import Sequence

from attachcalm.diary import each_of
from attachcalm.journal.page import CheckIn
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.picker import Picker

WORD, TAG = "word", "tag"


class CheckInsFilter(Picker):
    """Offers what there is; capitals make no other word."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("check_ins_which", self.tr("Show those with"), (), icons)

    def offer(self, pages: Sequence[CheckIn]) -> None:
        """Offer every word and tag of these; what was chosen stays so while it is there."""
        chosen = self.currentData()
        feelings = sorted(each_of(w for p in pages for w in p.words), key=str.casefold)
        tags = sorted(each_of(t for p in pages for t in p.tags), key=str.casefold)
        self.clear()
        self.addItem(self.tr("All of them"), "")
        for word in feelings:
            self.addItem(
                self.tr("The word “{word}”").format(word=word), f"{WORD} {word.casefold()}"
            )
        for tag in tags:
            self.addItem(self.tr("The tag “{tag}”").format(tag=tag), f"{TAG} {tag.casefold()}")
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setVisible(self.count() > 1)

    def chosen(self, pages: tuple[CheckIn, ...]) -> tuple[CheckIn, ...]:
        """Those of these with what is chosen; all of them while nothing is."""
        kind, _, wanted = str(self.currentData() or "").partition(" ")
        if not wanted:
            return pages
        return tuple(p for p in pages if wanted in _folded(p.words if kind == WORD else p.tags))


def _folded(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words]
