"""A document for a browser: nothing runs, nothing is loaded, every word is there."""

from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from attachcalm.charts.setup import prepare
from attachcalm.insight.selection import Wish
from attachcalm.insight.table import Table
from attachcalm.insight.view import look
from attachcalm.paper.document import Document, Part
from attachcalm.reports.html import html_of
from tests.charts.test_views import TODAY, records


class Reader(HTMLParser):
    """What a browser would find: tags with what they say, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.text += data


@pytest.fixture
def ready(resources: Path, tmp_path: Path) -> partial[None]:
    """The drawing library, when it is wanted."""
    return partial(prepare, tmp_path, resources / "fonts")


def charts(count: int) -> list[Part]:
    """Parts with a chart each."""
    view = look("sticks", *records(40), Wish(), TODAY)
    return [Part(f"Chart {n}", view=view) for n in range(count)]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '" onload="x', "a & b < c", "&lt;b&gt;", "</style><b>"]
)
def test_what_a_person_wrote_is_shown_and_not_run(ready: partial[None], text: str) -> None:
    """In every place where words can stand."""
    table = Table((text, "n"), ((text, "1"),), tuple)
    html = html_of(Document(text, text, (Part(text, (text,), (text,), table),), text), ready)

    reader = Reader(html)
    assert {tag for tag, _ in reader.tags} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "main", "section", "ul",
        "li", "table", "thead", "tbody", "tr", "th", "td", "footer",
    }  # fmt: skip
    assert all(not name.startswith("on") for _, told in reader.tags for name in told)
    assert reader.text.count(text) >= 7


def test_nothing_is_loaded_from_anywhere(ready: partial[None]) -> None:
    """No address but that of the drawing's own kind, and a rule that forbids any."""
    html = html_of(Document("T", "S", tuple(charts(2)), "F"), ready)

    reader = Reader(html)
    addresses = [
        value
        for _, told in reader.tags
        for name, value in told.items()
        if name in {"src", "href", "xlink:href", "data", "action"} and value
    ]
    assert addresses
    assert all(address.startswith("#") for address in addresses)
    assert "default-src 'none'" in html


def test_each_chart_has_its_sentence_and_names_of_its_own(ready: partial[None]) -> None:
    """Two charts on one page do not borrow each other's shapes."""
    reader = Reader(html_of(Document("T", "S", tuple(charts(2)), "F"), ready))

    names = [str(told["id"]) for _, told in reader.tags if "id" in told]
    assert len(names) == len(set(names))
    used = {str(told["xlink:href"])[1:] for _, told in reader.tags if "xlink:href" in told}
    assert used <= set(names)
    images = [told for tag, told in reader.tags if tag == "div" and told.get("role") == "img"]
    assert len(images) == 2
    assert all("After practice so far" in str(told["aria-label"]) for told in images)


def test_the_same_document_gives_the_same_file(ready: partial[None]) -> None:
    """No date, no chance."""
    document = Document("T", "S", tuple(charts(1)), "F")

    assert html_of(document, ready) == html_of(document, ready)
