"""Every page prints well: Letter or A4, standard or large print, from a light or a dark screen."""

import ctypes
import io
import re
import unicodedata
from collections import Counter, namedtuple
from itertools import pairwise

import pdf
import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import zxingcpp
from bs4 import BeautifulSoup, NavigableString
from playwright.sync_api import expect
from test_statements import NUMBERS, UNREVIEWED, WORDING

PAGE_SIDES = 4  # sides of any page in standard print
HANDOUT_SIDES = {False: 2, True: 4}  # sides of a handout in standard and in large print
TYPE = {False: 12, True: 18}  # points
SMALLEST = {False: 10, True: 12}  # points: sources, marks and what stands in the margins
MARGIN = {"left": 15, "right": 15, "top": 6, "bottom": 6}  # millimetres that stay white, so that any printer can print the rest
STRANDED = 0.92  # no heading ends below this part of the height of a side
# On the screen and not on paper: what only helps to move about, the picture that stands beside the home page's text on wide screens, or stands a second time beside the advice.
SCREEN_ONLY = ".contents, .jump, .review > a, .drawing--home, .footnote-backref, .lean legend, .advice--some, svg title, svg desc, [hidden], script"

Run = namedtuple("Run", "side mark text size bottom")  # mark: its number in the tagged text or -1; size in points; bottom: part of the height


def read(data):
    """The text of the PDF `data`, bytes, as a list of Run, in the order of its making."""
    runs, document = [], pypdfium2.PdfDocument(data)
    for number, side in enumerate(document, 1):
        words, height, size = side.get_textpage(), side.get_height(), ctypes.c_float()
        for part in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            length = pdfium.FPDFTextObj_GetText(part, words, None, 0)
            letters = (ctypes.c_ushort * (length // 2 + 1))()
            pdfium.FPDFTextObj_GetText(part, words, letters, length)
            text = squeeze(bytes(letters).decode("utf-16-le").split("\0")[0])
            pdfium.FPDFTextObj_GetFontSize(part, size)
            matrix, bottom = part.get_matrix(), part.get_bounds()[1]
            points = size.value * (matrix.a**2 + matrix.b**2) ** 0.5
            runs.append(Run(number, pdfium.FPDFPageObj_GetMarkedContentID(part), text, points, 1 - bottom / height))
    return runs


def squeeze(text):
    """`text` without spaces and hyphens (a PDF may lose one at the end of a line), and with joined letters taken apart."""
    return re.sub(r"[\s\x02\u00ad\u200b-]", "", unicodedata.normalize("NFKC", text))


def tags(data, wanted):
    """The tagged parts of the PDF `data` whose type is in `wanted`: a list of (type, set of (side, mark), types inside)."""
    found = []

    def walk(part, side=None):
        side = part.get("page_number", side)
        marks, inside = {(side, mark) for mark in part.get("mcids", [])}, {part["type"]}
        for child in part.get("children", []):
            more, types = walk(child, side)
            marks, inside = marks | more, inside | types
        if part["type"] in wanted:
            found.append((part["type"], marks, inside))
        return marks, inside

    with pdfplumber.open(io.BytesIO(data)) as document:
        for part in document.structure_tree:
            walk(part)
    return found


def sides(runs):
    """How many sides hold text."""
    return max(run.side for run in runs)


def said(runs, marks=None):
    """The squeezed words of `runs`: of the tagged parts in `marks`, or of all the tagged text."""
    return "".join(run.text for run in runs if (run.mark >= 0 if marks is None else (run.side, run.mark) in marks))


def too_long(runs, headings, limit):
    """Why the print is longer than `limit` sides, as a list of at most one sentence."""
    if sides(runs) <= limit:
        return []
    starts = [(min(marks)[0], name) for name, marks in headings if marks]
    over = [name for side, name in starts if side <= limit][-1:] + [name for side, name in starts if side > limit]
    return [f"{sides(runs)} sides, at most {limit} are allowed; what runs over begins in “{over[0] if over else '?'}”: shorten the page or use fewer sources"]


def lost(article, runs):
    """The pieces of text of the screen's `article` that `runs` lack or have too seldom."""
    screen = BeautifulSoup(str(article), "html.parser")
    for tag in screen.select(SCREEN_ONLY):
        tag.decompose()
    paper, each = said(runs), [said([run for run in runs if run.side == side]) for side in range(1, sides(runs) + 1)]
    pieces = Counter(squeeze(text) for text in screen.find_all(string=True) if squeeze(text) and type(text) is NavigableString)
    return [piece for piece, count in pieces.items() if paper.count(piece) < count and not any(cut(piece, *pair) for pair in pairwise(each))]


def cut(piece, one, other):
    """Whether `piece` begins on the side `one` and goes on on the side `other`; both are squeezed text."""
    return any(piece[:place] in one and piece[place:] in other for place in range(1, len(piece)))


def stranded(runs, headings):
    """The names of `headings` that stand at the foot of a side, or with nothing below them on it."""
    lowest = {run.side: run.bottom for run in sorted(runs, key=lambda run: run.bottom) if run.mark >= 0 and run.text}
    return [
        name
        for name, marks in headings
        if any((run.side, run.mark) in marks and run.text and run.bottom > min(STRANDED, lowest[run.side] - 0.01) for run in runs)
    ]


def split(parts, runs):
    """The table rows and pictures among `parts` that go over the edge of a side; a table's heading may stand on each side."""
    names = {"TR": "a table row", "Figure": "a picture"}
    cut = [(kind, marks) for kind, marks, inside in parts if kind in names and (kind == "Figure" or "TD" in inside) and len({side for side, _ in marks}) > 1]
    return [f"{names[kind]} is split: “{said(runs, marks)[:40]}”" for kind, marks in cut]


def small(runs, smallest):
    """The words of `runs` in type under `smallest` points."""
    return sorted({f"“{run.text}” in {run.size:.1f} pt" for run in runs if run.text and run.size < smallest - 0.05})


def foot(runs, address, checked):
    """The sides whose foot lacks the page's number, its address or the day it was checked, as plain sentences."""
    found, count = [], sides(runs)
    for side in range(1, count + 1):
        margin = "".join(run.text for run in runs if run.side == side and run.mark < 0)
        found += [f"side {side} lacks “{words}” at its foot" for words in (f"Page {side} of {count}", address, f"Checked {checked}") if squeeze(words) not in margin]
    return found


def head(runs, name, until):
    """The sides after the first whose head lacks `name`, the page's title or the clinic's, or the day until which it may be handed out, as plain sentences."""
    found = []
    for side in range(2, sides(runs) + 1):
        margin = "".join(run.text for run in runs if run.side == side and run.mark < 0)
        found += [f"side {side} lacks “{words}” at its head" for words in (name, f"Use until {until}") if squeeze(words) not in margin]
    return found


def ink(data):
    """What is wrong with the ink of the PDF `data`: in the margins, or coloured; as plain sentences."""
    found = []
    for number, side in enumerate(pypdfium2.PdfDocument(data), 1):
        picture = side.render(scale=36 / 72).to_pil().convert("RGB")
        red, green, blue = picture.split()
        if red.tobytes() != green.tobytes() or red.tobytes() != blue.tobytes():
            found.append(f"side {number} has colour; set it to black in print.css")
        box, dot = red.point(lambda value: 255 * (value < 250)).getbbox(), 25.4 / 36
        if box:
            white = {"left": box[0], "top": box[1], "right": picture.width - box[2], "bottom": picture.height - box[3]}
            found += [f"side {number}: ink {dots * dot:.0f} mm from the {edge} edge" for edge, dots in white.items() if dots * dot < MARGIN[edge] - dot]
    return found


def same(one, other):
    """Whether two PDFs, bytes, draw the same; when they were made, and where their links lead, may differ."""
    drawn = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
    return drawn.findall(one) == drawn.findall(other)


def codes(data):
    """What the QR codes on the PDF `data` say when it is rasterised at 150 dpi, one by one, from the last side back."""
    for side in reversed(list(pypdfium2.PdfDocument(data))):
        yield from (code.text for code in zxingcpp.read_barcodes(side.render(scale=150 / 72, grayscale=True).to_pil()))


@pytest.fixture(scope="module")
def printer(chromium, site):
    """A browser tab in which the addresses of the site lead to the built files, and nowhere else."""
    with pdf.pages(chromium, site, pdf.canonical(site / "index.html")) as opened:
        yield opened


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_page_prints_well(page, printer, paper, large, clinic):
    address = page.html.select_one("link[rel=canonical]")["href"]
    printer.goto(address)
    light = pdf.put(printer, paper, large)
    runs, parts = read(light), tags(light, {"H1", "H2", "H3", "TR", "Figure"})
    names = heading_names(page.html)
    headings = [(next_name(names, said(runs, marks)), marks) for kind, marks, _ in parts if kind.startswith("H")]
    limit = HANDOUT_SIDES[large] if page.source.parts[0] == "handouts" else 99 if large else PAGE_SIDES
    found = too_long(runs, headings, limit)
    found += [f"on the screen and not on paper: “{piece}”" for piece in lost(page.article, runs)]
    found += [f"“{words}” is not on paper" for words in (*WORDING, clinic["emergency_number"] or NUMBERS, clinic["reviewer"]["name"] or UNREVIEWED) if squeeze(words) not in said(runs)]
    found += foot(runs, address.removeprefix("https://"), page.meta["reviewed"])
    found += head(runs, clinic["name"] or page.html.h1.get_text(), page.meta["next_review"])
    first = "".join(run.text for run in runs if run.side == 1)
    found += [f"side 1 lacks “{words}”" for words in [clinic["name"] or "Clinic stamp"] if squeeze(words) not in first]
    found += [f"the heading “{name}” stands alone at the foot of a side" for name in stranded(runs, headings)]
    found += split(parts, runs) + small(runs, SMALLEST[large]) + ink(light)
    if not any(abs(run.size - TYPE[large]) < 0.1 for run in runs):
        found.append(f"no text is in {TYPE[large]} pt")
    if not same(light, pdf.put(printer, paper, large, dark=True, background=True)):
        found.append("from a dark screen, or with background graphics, it prints otherwise; set the colour in print.css too")
    if address not in codes(light):
        found.append(f"no QR code on it leads to {address}; run .venv/bin/pytest --write-qr")
    assert not found, f"{page}, {paper}, {'large' if large else 'standard'} print: " + "; ".join(found[:6])


def heading_names(html):
    """The headings of `html` as a dict from how they read without their spaces to how they read with them."""
    return {squeeze(tag.get_text()): tag.get_text(" ", strip=True) for tag in html.select("h1, h2, h3")}


def next_name(names, squeezed):
    """The heading of `names` that reads `squeezed` without its spaces, or `squeezed` itself."""
    return next((name for key, name in names.items() if squeezed.startswith(key)), squeezed)


def test_clinic_stands_on_every_side(site, chromium):
    """A clinic's name goes where the stamp box was, and at the head of each later side."""
    with pdf.pages(chromium, site, pdf.canonical(site / "index.html")) as opened:
        opened.goto(pdf.canonical(site / "index.html"))
        opened.evaluate("document.documentElement.dataset.head = 'Mill Lane Clinic'; document.querySelector('.head').insertAdjacentHTML('beforeend', '<p class=head__clinic>From Mill Lane Clinic</p>')")
        runs = read(pdf.put(opened, "A4"))
    for side in range(1, sides(runs) + 1):
        assert "MillLaneClinic" in "".join(run.text for run in runs if run.side == side), f"side {side} lacks the clinic's name"
    assert squeeze("Clinic stamp") not in "".join(run.text for run in runs), "the stamp box is there although the clinic is named"


def test_print_button_needs_script_and_large_print_does_not(base, tab):
    for script in (True, False):
        opened = tab(java_script_enabled=script)
        opened.goto(base)
        assert opened.locator(".print button").is_visible() is script
        assert opened.locator(".print input").is_visible()
    opened = tab()
    opened.add_init_script("window.print = () => { document.title = 'printed' }")
    opened.goto(base)
    opened.locator(".print button").click()
    expect(opened).to_have_title("printed")  # not wait_for_function: the page's policy forbids the eval it polls with


def test_large_print_is_not_remembered(base, tab):
    opened = tab()
    opened.goto(base)
    opened.locator(".print input").check()
    opened.reload()
    assert not opened.locator(".print input").is_checked()


def fake(tab, body, style="", foot="a.org/b/ · Checked 2026-11-22"):
    """A made-up page as the bytes of a PDF; `style` is CSS, `foot` stands at the foot of each side."""
    sheet = f"@page {{ margin: 11mm 16mm 16mm; @bottom-left {{ content: '{foot} Page ' counter(page) ' of ' counter(pages); font-size: 10pt }} }} body {{ margin: 0; font: 12pt Arial }} {style}"
    tab.set_content(f"<!doctype html><html lang=en><meta charset=utf-8><title>t</title><style>{sheet}</style><article>{body}</article>")
    return tab.pdf(format="Letter", tagged=True, outline=True)


TABLE = "<table><tr><th>A</th></tr><tr style='break-inside:{}'><td>{}</td></tr></table>"


@pytest.mark.parametrize(
    "body, style, good",
    [
        ("<h1>A</h1><h2>B</h2><p>c</p>", "", True),
        ("<h1>A</h1>" + "<p>c</p>" * 200, "", False),
        ("<h1>A</h1><p style='display:none'>c</p>", "", False),
        ("<h1>A</h1><p>" + "word<br>" * 60 + "</p>", "", True),
        ("<h1>A</h1><div style='height:230mm'></div><h2>B</h2><p style='break-before:page'>c</p>", "", False),
        ("<h1>A</h1><div style='height:100mm'></div><h2>B</h2><p style='break-before:page'>c</p>", "", False),
        ("<h1>A</h1>" + TABLE.format("auto", "w<br>" * 80), "", False),
        ("<h1>A</h1><p style='height:100mm'>c</p>" + TABLE.format("avoid", "w<br>" * 40), "", True),
        ("<h1>A</h1><p style='font-size:8pt'>c</p>", "", False),
        ("<h1>A</h1><p style='color:red'>c</p>", "", False),
        ("<h1>A</h1><p style='margin-left:-8mm'>c</p>", "", False),
        ("<h1>A</h1><p>c</p>", "@media print { p { font-size: 0 } }", False),
    ],
)
def test_fault_on_paper_is_noticed(body, style, good, tab):
    opened = tab()
    data = fake(opened, body, style)
    runs, parts = read(data), tags(data, {"H1", "H2", "TR", "Figure"})
    headings = [(said(runs, marks), marks) for kind, marks, _ in parts if kind.startswith("H")]
    article = BeautifulSoup(f"<article>{body}</article>", "html.parser").article
    found = too_long(runs, headings, 2) + lost(article, runs) + stranded(runs, headings) + split(parts, runs) + small(runs, 10) + ink(data)
    assert (not found) is good, found


def test_wrong_foot_is_noticed(tab):
    runs = read(fake(tab(), "<p>a</p>"))
    assert not foot(runs, "a.org/b/", "2026-11-22")
    assert foot(runs, "a.org/c/", "2026-11-22") and foot(runs, "a.org/b/", "2026-11-23")


def test_wrong_head_is_noticed(tab):
    two = "<p>a</p><p style='break-before:page'>b</p>"
    runs = read(fake(tab(), two, "@page { @top-left { content: 'A page · Use until 2027-11-22' } }"))
    assert not head(runs, "A page", "2027-11-22")
    assert head(runs, "Another page", "2027-11-22") and head(runs, "A page", "2027-11-23") and head(read(fake(tab(), two)), "A page", "2027-11-22")


def test_other_print_from_the_dark_is_noticed(tab):
    light = fake(tab(), "<p>a</p>")
    assert same(light, fake(tab(), "<p>a</p>")) and not same(light, fake(tab(), "<p>a</p>", "p { color: #111 }"))


def test_length_names_the_section_that_runs_over():
    runs = [Run(side, 0, "x", 12, 0.5) for side in (1, 2, 3)]
    found = too_long(runs, [("One", {(1, 0)}), ("Two", {(2, 0)}), ("Three", {(3, 0)})], 2)
    assert found and "3 sides" in found[0] and "“Two”" in found[0]
