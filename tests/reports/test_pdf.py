"""Documents on paper: tagged for a screen reader, nothing lost, nothing taken for markup."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from attachcalm.charts.setup import prepare
from attachcalm.insight.selection import Wish
from attachcalm.insight.table import Table
from attachcalm.insight.view import look
from attachcalm.paper.document import Document, Part
from attachcalm.reports.letters import readable
from attachcalm.reports.pdf import PaperSize, Setting, set_document
from tests.charts.test_views import TODAY, records

HOSTILE = (
    '#image("/etc/passwd") *bold* _x_ $1+1$ @ref <label> `code` https://x.y \\ "quote" // no',
    "#{ panic() }",
    "= heading",
    "\u202eright to left, and 🙂 and \x07",
)

SetIt = Callable[..., Setting]


@pytest.fixture
def set_it(resources: Path, tmp_path: Path) -> SetIt:
    """Set a document on this paper."""
    ready = partial(prepare, tmp_path, resources / "fonts")

    def made(document: Document, paper: PaperSize = PaperSize.A4) -> Setting:
        return set_document(document, paper, ready, resources / "fonts")

    return made


def document(*parts: Part) -> Document:
    """A document of these parts."""
    return Document("A title", "1 May to 14 May", parts, "At the foot.")


def text_of(setting: Setting) -> str:
    """Every word that a reader finds in it."""
    pages = pypdfium2.PdfDocument(setting.pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def tags_of(setting: Setting) -> list[tuple[str, str]]:
    """The structure, as a screen reader goes through it: each tag with its alternative text."""
    found: list[tuple[str, str]] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in list(node):
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node["/S"]), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node["/K"])

    with pikepdf.open(BytesIO(setting.pdf)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return found


def chart_part() -> Part:
    """Sticks of forty sittings."""
    return Part(
        "Before and after", ("A sentence.",), view=look("sticks", *records(40), Wish(), TODAY)
    )


def test_a_page_is_tagged_for_a_screen_reader(set_it: SetIt) -> None:
    """Headings, lists, tables with their heads, and the chart with its sentence; it says PDF/UA."""
    table = Table(("Name", "Times"), (("a", "1"), ("b", "2")), tuple)
    setting = set_it(
        document(chart_part(), Part("Two", bullets=("x",)), Part("Three", table=table))
    )

    tags = [tag for tag, _ in tags_of(setting)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 3
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    (alt,) = [alt for tag, alt in tags_of(setting) if tag == "/Figure"]
    assert alt.startswith("Before and after each time. After practice so far")
    with pikepdf.open(BytesIO(setting.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize(
    ("paper", "size"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))]
)
def test_it_is_set_for_the_sheet_that_was_chosen(
    set_it: SetIt, paper: PaperSize, size: tuple[int, int]
) -> None:
    """A4 or Letter, in points."""
    (page,) = pypdfium2.PdfDocument(set_it(document(Part("One", ("x",))), paper).pdf)

    assert tuple(map(round, page.get_size())) == size


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_wrote_is_shown_and_not_run(
    set_it: SetIt, resources: Path, text: str
) -> None:
    """In every place where words can stand."""
    table = Table((text, "n"), ((text, "1"),), tuple)
    whole = Document(text, text, (Part(text, (text,), (text,), table),), text)

    told = text_of(set_it(whole))

    shown = "".join(letter for letter in readable(text, resources / "fonts") if letter.isalnum())
    found = "".join(letter for letter in told if letter.isalnum())
    assert found.count(shown) >= 6


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (30, 1), (55, 1), (150, 3)])
def test_letters_shrink_to_keep_one_page_and_pages_are_counted(
    set_it: SetIt, lines: int, pages: int
) -> None:
    """Down to 8.5 points and no further; what does not fit goes on at full size."""
    setting = set_it(document(Part("One", tuple(f"Line {n}." for n in range(lines)))))

    assert len(pypdfium2.PdfDocument(setting.pdf)) == setting.pages == pages
    assert f"Line {lines - 1}." in text_of(setting)


def test_the_same_document_gives_the_same_bytes(set_it: SetIt) -> None:
    """No date and no chance in it: what was previewed is what is saved."""
    whole = document(chart_part())

    assert set_it(whole).pdf == set_it(whole).pdf


def test_nothing_of_it_says_who_or_where(set_it: SetIt, tmp_path: Path) -> None:
    """No path, no name of the person's account, no time in what the file says of itself."""
    setting = set_it(document(chart_part()))

    with pikepdf.open(BytesIO(setting.pdf)) as pdf:
        about = {key: str(value) for key, value in pdf.docinfo.items()}
    assert set(about) <= {"/Title", "/Creator", "/Producer"}
    assert str(tmp_path).encode() not in setting.pdf


@pytest.mark.parametrize("text", ["Привет", "مرحبا", "日本語", "ελπίδα", "z\u0335a"])
def test_letters_that_our_font_has_not_stop_no_page(set_it: SetIt, text: str) -> None:
    """A font of the computer may have them, or a box stands there; the rest is as it was."""
    told = text_of(set_it(document(Part("One", (f"before {text} after",)))))

    assert "before" in told
    assert "after" in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [("🙂", "(slightly smiling face)"), ("a\x07b", "ab"), ("é", "é"), ("a\u202eb", "ab")],
)
def test_symbols_are_named_and_control_characters_dropped(
    resources: Path, text: str, shown: str
) -> None:
    """So that nothing is lost but what cannot be seen anyway."""
    assert readable(text, resources / "fonts") == shown
