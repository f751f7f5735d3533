"""How sure we are is said in five phrases only, and the dots beside them say the same."""

import re

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS
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


# The last column of the tables that give the answer, row by row.
TABLE = {
    ("index.md", "Pain"): "Diabetes: not sure. All kinds: very unsure",
    ("index.md", "Numbness and tingling"): "Very unsure",
    ("index.md", "Serious harm"): "Fairly sure for people in general. In numb feet, we found no count",
    ("handouts/at-a-glance.md", "Pain"): "Not sure",
    ("handouts/at-a-glance.md", "Numb feet"): "Very unsure",
    ("handouts/at-a-glance.md", "Serious harm"): "Fairly sure, for people in general",
}


def other_than(table, article, name):
    """The rows of `article`, the page `name`, whose last column differs from `table`, as plain sentences."""
    said = {plain(row.td.get_text()): plain(row.select("td")[-1].get_text()) for row in article.select("tbody tr") if row.td}
    return [f"“{row}” says “{said.get(row)}”, not “{right}”" for (where, row), right in table.items() if where == name and said.get(row) != right]


def test_tables_are_as_sure_as_the_evidence(page):
    wrong = other_than(TABLE, page.article, page.source.as_posix())
    assert not wrong, f"{page}: the table is surer or less sure than the evidence: {'; '.join(wrong)}; put it back, or change TABLE in tests/test_how_sure.py once the evidence has changed"


def test_surer_table_is_noticed():
    article = BeautifulSoup("<table><tbody><tr><td>Pain</td><td>less</td><td>Sure</td></tr></tbody></table>", "html.parser")
    assert other_than({("a.md", "Pain"): "Not sure"}, article, "a.md") and not other_than({("a.md", "Pain"): "Sure"}, article, "a.md")


def test_dots_say_what_the_words_say():
    css = (DOCS / "assets/site.css").read_text("utf-8")
    wrong = [name for level, name in enumerate(sorted(PHRASES)) if '.%s::before { content: "%s" / ""' % (name, "\\25cf" * level + "\\25cb" * (4 - level)) not in css]
    assert not wrong, f"docs/assets/site.css: the dots of {', '.join(wrong)} are not as many as the words say; sure-3 has three full ones of four"
