"""Every drawing says in words what it shows, and promises nothing that no record gives."""

import re

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS
from prose import plain

# A number of people helped, drawn or written, which no verified record gives as such.
BENEFIT = re.compile(r"\b\d+ (in|of|out of) \d+ [^.]*\b(are |were |get |got |feel |felt )?(helped|better|relief|improve\w*)\b", re.I)


def faults(figure):
    """What is wrong with the drawing `figure`, as a list of plain sentences."""
    svg, found = figure.select_one("svg"), []
    if not svg or svg.get("aria-hidden") == "true":  # it only decorates
        return []
    ids = {tag["id"]: plain(tag.get_text(" ")) for tag in svg.select("title[id], desc[id]")}
    named = (svg.get("aria-labelledby") or "").split()
    if svg.get("role") != "img" or len(named) < 2 or not all(ids.get(name) for name in named):
        found.append('it needs role="img", a <title> and a <desc>, and aria-labelledby with the id of both')
    caption = figure.select_one("figcaption")
    if not caption or len(plain(caption.get_text(" "))) < 20:
        found.append("it needs a <figcaption> that says what to take from it")
    told = " ".join([*map(str, ids.values()), plain(caption.get_text(" ")) if caption else ""])
    lost = [number for text in svg.select("text") for number in re.findall(r"\d{2,}", text.get_text()) if number not in told]
    if lost:
        found.append(f"it shows {', '.join(lost)}, and neither its <title>, its <desc> nor its caption says so; one of the two is wrong")
    if BENEFIT.search(" ".join(ids.values())):
        found.append("it shows how many people are helped, which no record gives; show the size of the change, or the harm")
    return found


def test_drawings_say_what_they_show(page):
    found = [f"{(figure.select_one('title') or figure).get_text()[:40]}: {fault}" for figure in page.article.select("figure") for fault in faults(figure)]
    found += [f"{str(svg)[:60]}: put the drawing in a <figure> of a file in docs/.snippets/drawings" for svg in page.article.select("svg") if not svg.find_parent("figure") and svg.get("aria-hidden") != "true"]
    assert not found, f"{page}: " + "; ".join(found)


def test_pictures_have_a_text(page):
    found = [str(picture)[:80] for picture in page.html.select("img:not([alt])")]
    assert not found, f"{page}: say in alt=\"…\" what the picture shows, or write alt=\"\" if it only decorates: {found}"


def test_every_drawing_is_used():
    text = "".join(path.read_text("utf-8") for path in DOCS.rglob("*.md"))
    unused = [path.name for path in sorted((DOCS / ".snippets/drawings").glob("*.md")) if f"drawings/{path.name}" not in text]
    assert not unused, f"docs/.snippets/drawings: no page shows {', '.join(unused)}; use it or take it out"


WHOLE = '<figure><svg role="img" aria-labelledby="a b"><title id="a">A foot</title><desc id="b">A foot with toes.</desc></svg><figcaption>Look at each toe, every day.</figcaption></figure>'


@pytest.mark.parametrize(
    "html, fine",
    {
        WHOLE: True,
        WHOLE.replace(' role="img"', ""): False,
        WHOLE.replace('<desc id="b">A foot with toes.</desc>', ""): False,
        WHOLE.replace("A foot with toes.", ""): False,
        WHOLE.replace("<figcaption>Look at each toe, every day.</figcaption>", ""): False,
        WHOLE.replace("A foot with toes.", "30 of 100 people were helped."): False,
        WHOLE.replace("</svg>", "<text>81 were well</text></svg>"): False,
        WHOLE.replace("</svg>", "<text>81 were well</text></svg>").replace("with toes", "of 81"): True,
    }.items(),
)
def test_fault_in_a_drawing_is_noticed(html, fine):
    assert (faults(BeautifulSoup(html, "html.parser").figure) == []) is fine


def test_hundred_people_are_drawn_as_told():
    svg = BeautifulSoup((DOCS / ".snippets/drawings/hundred-people.md").read_text("utf-8"), "html.parser")
    drawn, told = len(svg.select('.full use[href$="-yes"]')), int(re.search(r"(\d+) are filled", svg.select_one("desc").get_text())[1])
    assert drawn == told > 0, f"docs/.snippets/drawings/hundred-people.md: {drawn} people are filled in, the words say {told}"
