"""How sure we are is said in five phrases only, and the dots beside them say the same."""

import re

import pytest
from bs4 import BeautifulSoup
from prose import plain

# The phrase for each class; about/how-sure.md explains them and ties them to the grades of evidence.
PHRASES = {"sure-4": "Sure", "sure-3": "Fairly sure", "sure-2": "Not sure", "sure-1": "Very unsure", "sure-0": "Nobody knows"}


def faults(html):
    """The marks of `html` whose words and class disagree, or that have the wrong form."""
    found = []
    for mark in html.select("article .sure"):
        said = plain(mark.get_text())
        levels = [name for name in mark.get("class") if name in PHRASES]
        if len(levels) != 1 or said != f"How sure? {PHRASES[levels[0]]}.":
            found.append(said)
    for tag in html.select("article strong"):
        if re.match(r"How sure\?", plain(tag.get_text())) and "sure" not in tag.get("class", []):
            found.append(plain(tag.get_text()))
    return found


def test_sureness_is_said_in_the_fixed_words(page):
    found = faults(page.html)
    assert not found, f"{page}: write it like **How sure? Not sure.**{{ .sure .sure-2 }} with the number that about/how-sure.md gives: {found}"


# Pages that weigh benefit or harm, and so must say how sure that is.
WEIGHS = re.compile(r"^acupuncture/(?!index)|^neuropathy/(?!index|get-help)|^deciding/(options|safety-check|fair-trial|cost)\.md$")


def test_page_says_how_sure(page):
    if WEIGHS.search(page.source.as_posix()):
        assert page.article.select(".sure"), f"{page}: it no longer says how sure it is; after the main answer write it like **How sure? Not sure.**{{ .sure .sure-2 }}"


# How sure the main answers are. The evidence decides; a change here needs a change there first.
LEVELS = {
    "does-it-ease-pain-in-the-feet": 2, "will-it-help-numbness-or-tingling": 1, "can-needles-repair-damaged-nerves": 1, "are-real-needles-better-than-fake-ones": 2,
    "is-it-just-placebo": 3, "can-i-tell-in-advance-if-it-will-help-me": 0, "will-i-walk-balance-or-sleep-better": 2, "how-long-does-relief-from-needles-last": 1,
}  # fmt: skip


def test_main_answers_are_as_sure_as_the_evidence(site):
    html = BeautifulSoup((site / "acupuncture/does-it-help/index.html").read_bytes(), "html.parser")
    said = {heading: plain(html.find(id=heading).find_next(class_="sure").get_text()) for heading in LEVELS}
    wrong = [f"#{heading}: {said[heading]}" for heading, level in LEVELS.items() if said[heading] != f"How sure? {PHRASES[f'sure-{level}']}."]
    assert not wrong, f"docs/acupuncture/does-it-help.md: surer or less sure than the evidence is: {', '.join(wrong)}; put it back, or change LEVELS in tests/test_how_sure.py once the evidence has changed"


def test_every_phrase_is_explained(site):
    explained = BeautifulSoup((site / "about/how-sure/index.html").read_bytes(), "html.parser")
    said = {plain(mark.get_text()) for mark in explained.select(".sure")}
    assert said == {f"How sure? {phrase}." for phrase in PHRASES.values()}, "docs/about/how-sure.md: explain each of the five phrases, once"


@pytest.mark.parametrize(
    "html, fine",
    {
        '<strong class="sure sure-2">How sure? Not sure.</strong>': True,
        '<strong class="sure sure-4">How sure? Not sure.</strong>': False,
        '<strong class="sure sure-2">How sure? Rather not.</strong>': False,
        '<strong class="sure">How sure? Not sure.</strong>': False,
        "<strong>How sure? Not sure.</strong>": False,
    }.items(),
)
def test_wrong_mark_is_noticed(html, fine):
    assert (faults(BeautifulSoup(f"<article><p>{html}</p></article>", "html.parser")) == []) is fine
