"""A document of what the records say, before it is set on paper: headings, sentences, charts."""

from dataclasses import dataclass

from attachcalm.insight.table import Table
from attachcalm.insight.view import View


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with what stands under it, in this order; the `view` is drawn as a chart."""

    heading: str
    sentences: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    table: Table | None = None
    view: View | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not (self.sentences or self.bullets or self.table or self.view)


@dataclass(frozen=True, slots=True)
class Document:
    """A title, a line under it, parts, and what stands at the foot of every page."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    foot: str
