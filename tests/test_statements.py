"""Every page, the error page too, says what the guide is not and what to do in an emergency."""

import pytest
from bs4 import BeautifulSoup
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


def test_page_says_whom_to_call(page, clinic):
    assert (clinic["emergency_number"] or NUMBERS) in plain(page.html.select_one(".statements").get_text(" ")), f"{page}: the emergency numbers are missing"


def test_page_owns_up_who_reviewed_it(page, clinic):
    review = page.html.select_one("article .review")
    assert review, f"{page}: the review line is missing; add reviewed and next_review to the front matter"
    if clinic["reviewer"]["name"]:
        assert clinic["reviewer"]["name"] in review.get_text() and UNREVIEWED not in review.get_text(), f"{page}: name the clinic's reviewer"
    else:
        assert UNREVIEWED in plain(review.get_text(" ")), f"{page}: the page must say “{UNREVIEWED}” until a clinic names its reviewer"


@pytest.mark.parametrize("wording", WORDING)
def test_missing_statement_is_noticed(wording):
    whole = f'<section class="statements">{" ".join(WORDING)}</section>'
    assert not missing(BeautifulSoup(whole, "html.parser"))
    assert missing(BeautifulSoup(whole.replace(wording, ""), "html.parser"))
