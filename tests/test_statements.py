"""Every page, the error page too, says what the guide is not and what to do in an emergency."""

import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import Page
from PIL import Image
from prose import plain

# Also in overrides/partials/statements.html, on purpose: nobody changes the wording by changing one file.
WORDING = (
    "This guide is general information. It is not medical advice.",
    "Talk with your doctor before you start acupuncture.",
    "Acupuncture adds to your usual care. It never replaces it. Do not stop or change a medicine on your own.",
    "Results vary. It may not help you.",
    "In an emergency, call ",
    "Do not wait for an answer from a website.",
)
# Where a clinic has set no number of its own, these stand there.
NUMBERS = "911 in the US and Canada, 999 in the UK, 112 in Ireland and the EU, 000 in Australia, 111 in New Zealand"
UNREVIEWED = "No clinician has checked this page yet."


def missing(html):
    """The required statements that `html` lacks."""
    said = plain(html.select_one(".statements").get_text(" ")) if html.select_one(".statements") else ""
    return [words for words in WORDING if words not in said]


def test_page_carries_the_statements(page):
    found = missing(page.html)
    assert not found, f"{page}: the page lacks: {' / '.join(found)}; restore overrides/partials/statements.html"


def test_error_page_carries_the_statements(site):
    found = missing(BeautifulSoup((site / "404.html").read_bytes(), "html.parser"))
    assert not found, f"overrides/404.html: the page lacks: {' / '.join(found)}"


def test_statements_say_no_more(page, clinic):
    """Nothing stands among the required sentences that takes them back."""
    said = plain(page.html.select_one(".statements ul").get_text(" "))
    for words in (*WORDING, NUMBERS):
        said = said.replace(words, "", 1)
    rest = re.sub(r"your emergency number: ?[^.]*\.|" + re.escape(clinic["emergency_number"] or "\0") + r"\s*\.", "", said).strip(" .")
    assert not rest, f"{page}: “{rest}” stands among the required sentences; take it out of overrides/partials/statements.html"


AUTHORS = "Written by the Feet, Nerves and Needles team, none of them a clinician."


def test_page_says_who_wrote_it(page):
    assert AUTHORS in plain(page.article.select_one(".review").get_text(" ")), f"{page}: it must say “{AUTHORS}”; restore overrides/partials/review.html"


# The answer itself, on the pages that give it, in words that no edit may lose by accident.
ANSWERS = {
    "index.md": ["for some", "not shown that they bring back feeling or mend nerves", "About 1 out of 10,000 people: very few"],
    "acupuncture/does-it-help.md": ["may ease nerve pain a little, for some people", "not shown that it brings back feeling or mends nerves", "nobody can promise it"],
    "handouts/at-a-glance.md": ["may ease nerve pain a little, for some people", "not shown to bring back feeling, or to mend nerves"],
    "about/privacy.md": ["The words you search for do go to the web server", "We set no cookies and store nothing", "No form but the search box sends anything"],
    "about/index.md": ["No doctor or nurse has checked it yet", "Nobody outside the team paid for it", "None of us is a doctor, nurse or other clinician"],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answer_is_the_honest_one(name, site):
    article = BeautifulSoup(Page(Path(name), site).built.read_bytes(), "html.parser").article
    for mark in article.select("sup"):
        mark.decompose()
    lost = [words for words in ANSWERS[name] if words not in plain(article.get_text())]
    assert not lost, f"docs/{name}: the answer lost “{'”, “'.join(lost)}”; put it back, or change ANSWERS in tests/test_statements.py once the evidence has changed"


def test_page_says_whom_to_call(page, clinic):
    assert (clinic["emergency_number"] or NUMBERS) in plain(page.html.select_one(".statements").get_text(" ")), f"{page}: the emergency numbers are missing"


def test_page_owns_up_who_reviewed_it(page, clinic):
    review = page.html.select_one("article .review")
    assert review, f"{page}: the review line is missing; add reviewed and next_review to the front matter"
    if clinic["reviewer"]["name"]:
        assert clinic["reviewer"]["name"] in review.get_text() and UNREVIEWED not in review.get_text(), f"{page}: name the clinic's reviewer"
    else:
        assert UNREVIEWED in plain(review.get_text(" ")), f"{page}: the page must say “{UNREVIEWED}” until a clinic names its reviewer"


# What a reader must be able to see, on screen and on paper; and one page of each kind.
MUST_SEE = ".statements h2, .statements li, .review, .care h2, .care li"
KINDS = ["", "neuropathy/get-help/", "acupuncture/diabetes/", "deciding/safety-check/", "handouts/urgent-signs/", "404.html"]
INK = 60  # how far apart, of 255 steps of grey, words and ground must be
LEGIBLE = 16  # CSS pixels on screen; test_paper.py judges the points on paper


def unseen(opened):
    """The words of MUST_SEE that leave no ink on the page in `opened`, whichever trick of style hides them."""
    picture = Image.open(io.BytesIO(opened.screenshot(full_page=True))).convert("L")
    for tag in opened.locator(MUST_SEE).all():
        said, box = plain(tag.text_content()), tag.bounding_box()
        if not tag.evaluate("one => one.closest('.advice, details:not([open])') === null"):
            continue  # shown when a reader asks for it
        part = picture.crop([round(side) for side in (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])]) if box else None
        light, dark = part.getextrema()[::-1] if part and min(part.size) > 0 else (0, 0)
        tiny = tag.evaluate("(one, least) => matchMedia('screen').matches && parseFloat(getComputedStyle(one).fontSize) < least", LEGIBLE)
        if tiny or light - dark < INK or part.height < 8 or part.width * part.height < 40 * len(said):
            yield said[:60]


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("media, scheme", [("screen", "light"), ("screen", "dark"), ("print", "light")])
def test_statements_are_seen(address, media, scheme, base, window):
    opened = window(viewport={"width": 800, "height": 900}, color_scheme=scheme)
    opened.goto(base + address)
    opened.emulate_media(media=media)
    found = list(unseen(opened))
    opened.emulate_media(media="screen")
    opened.set_viewport_size({"width": 800, "height": 900})
    assert not found, f"{address or 'the home page'}, {media}, {scheme}: these words are there but cannot be seen; see what hides them in docs/assets/{'print' if media == 'print' else 'site'}.css: {found}"


@pytest.mark.parametrize(
    "style, fine",
    {
        "": True,
        "display: none": False,
        "visibility: hidden": False,
        "opacity: 0": False,
        "color: #fff": False,
        "font-size: 0": False,
        "font-size: 9px": False,
        "position: absolute; left: -999px": False,
        "clip-path: inset(50%)": False,
        "height: 0; overflow: hidden": False,
        "text-indent: -9999px; overflow: hidden": False,
        "transform: scale(0)": False,
        "filter: opacity(0)": False,
    }.items(),
)
def test_hidden_statement_is_noticed(style, fine, tab):
    opened = tab()
    opened.set_content(f'<style>li {{ {style} }}</style><div class="statements"><ul><li>Talk with your doctor before you start acupuncture.</li></ul></div>')
    assert (not list(unseen(opened))) is fine


@pytest.mark.parametrize("wording", WORDING)
def test_missing_statement_is_noticed(wording):
    whole = f'<section class="statements">{" ".join(WORDING)}</section>'
    assert not missing(BeautifulSoup(whole, "html.parser"))
    assert missing(BeautifulSoup(whole.replace(wording, ""), "html.parser"))
