"""A figure that stands on several pages is the same on each."""

import re

import pytest
from conftest import DOCS
from prose import plain

# What each sentence is about, how its figure is written, and the figure; a new count is changed here, and so on every page at once.
FIGURES = {
    "people with any unwanted effect": (r"\b(\d+) (?:in|of|out of) 100\b[^.|]{0,40}\b(?:any|some) (?:unwanted|side) effect", {"9"}),
    "people with serious harm": (r"\b1 (?:in|of|out of) ([\d,]+)\b(?= (?:people )?(?:has|have|had|a serious|comes? to|came to)? ?[^.|]{0,20}serious)|[Ss]erious harm[^.|]{0,30}\b1 (?:in|of|out of) ([\d,]+)", {"10,000"}),
    # The record says 1.4 points and 1.5: in words, so that nobody must weigh decimals.
    "how far pain fell beyond fake needles in diabetes": (r"\babout ([\d.]+) points(?: out of 10)? more than with (?:fake|sham)|\b((?:a bit|a lot|far|much)? ?(?:less|more|over|under)(?: than)?) the 1 and a half points", {"1.4", "a bit less than"}),
    "the change of pain that most people notice": (r"\b(?:[Mm]ost people notice(?: a change of)?|the) ([\d.]+)(?: points)?(?: that most people (?:would )?notice|\.)|\b(\d+(?: and a half|\.\d+)?) points(?: out of 10)? that most people notice", {"1.5", "1 and a half"}),
    "the lowest fever to call about on cancer treatment": (r"\b(3\d\.\d) ?°?C(?: \([\d.]+ ?°?F\))? or (?:more|higher)", {"37.5"}),
    # Too warm, too cold, and the other number that a cancer team may give.
    "a temperature to call about on cancer treatment": (r"\b(3\d(?:\.\d)?) ?°?C\b", {"37.5", "36", "38"}),
    "low blood sugar": (r"\b(?:[Uu]nder|[Bb]elow) (\d(?:\.\d)?) mmol/L", {"4"}),
    "sugar to take when it is low": (r"\b(\d+) g of fast sugar", {"15"}),
    "juice to drink when sugar is low": (r"\bjuice \((\d+) ml\)", {"200"}),
    "the drop of the score that counts": (r"\b[Dd]rop(?:ped)? (?:of|by) (\d+)(?: points?)? or more", {"2"}),
    "minutes of firm pressing on a bleed": (r"\bafter (\d+ to \d+) minutes of (?:firm )?press", {"10 to 15"}),
    "minutes that a burn is cooled": (r"\brunning water[^.]{0,30}for (\d+) minutes", {"20"}),
}


def wrong(text):
    """The figures of `text`, a page's words, that differ from FIGURES, as plain sentences."""
    text = re.sub(r"\[\^[\w-]+\]|\*\*", "", plain(text))
    for about, (pattern, right) in FIGURES.items():
        for match in re.finditer(pattern, text):
            said = next(group for group in match.groups() if group)
            if said.rstrip(".,") not in right:
                yield f"{about}: {said} in “{match[0][:70]}”, elsewhere {' or '.join(right)}"


# The same value in two units: how each is written, the second reckoned from the first, and how far rounding may take it.
UNITS = {
    r"([\d.]+) mmol/L,? (?:or )?\(?(?:about )?([\d.]+) mg/dL": (lambda mmol: mmol * 18.02, 3),  # 1 mmol of glucose weighs 180.2 mg
    r"([\d.]+) ?°?C \(([\d.]+) ?°?F\)": (lambda celsius: celsius * 9 / 5 + 32, 0.3),
}


def mismatched(text):
    """The pairs of units in `text` that do not say the same."""
    for pattern, (reckon, near) in UNITS.items():
        for match in re.finditer(pattern, plain(text)):
            if abs(reckon(float(match[1])) - float(match[2])) > near:
                yield f"“{match[0]}” should be about {reckon(float(match[1])):.1f}"


def test_figures_agree(page):
    found = [*wrong(page.text), *mismatched(page.text)]
    assert not found, f"{page}: this figure differs from the other pages'; correct it, or change it everywhere and in tests/test_figures.py: {'; '.join(found)}"


@pytest.mark.parametrize("about", FIGURES)
def test_every_figure_is_looked_for(about):
    texts = [re.sub(r"\[\^[\w-]+\]|\*\*", "", plain(path.read_text("utf-8"))) for path in DOCS.rglob("*.md")]
    assert sum(bool(re.search(FIGURES[about][0], text)) for text in texts) >= 2, f"tests/test_figures.py: fewer than two pages tell “{about}” in words that the test knows"


@pytest.mark.parametrize(
    "text, fine",
    {
        "About 9 out of 100 people had some unwanted effect.": True,
        "About 90 out of 100 people had some unwanted effect.": False,
        "Serious harm is about 1 in 1,000 people.": False,
        "It fell about 3.4 points out of 10 more than with fake needles.": False,
        "It fell by more than the 1 and a half points out of 10 that most people notice.": False,
        "It fell by a bit less than the 1 and a half points out of 10 that most people notice.": True,
        "It fell by a bit less than the 3 points out of 10 that most people notice.": False,
        "Ring if it is 38.5 C or more.": False,
        "Bleeding after 1 to 2 minutes of pressing.": False,
    }.items(),
)
def test_changed_figure_is_noticed(text, fine):
    assert (not list(wrong(text))) is fine


@pytest.mark.parametrize("text, fine", {"Under 4 mmol/L (about 70 mg/dL)": True, "Under 70 mmol/L (about 4 mg/dL)": False, "5 mmol/L, or about 90 mg/dL": True, "37.5 °C (99.5 °F)": True, "38.5 C (99.5 F)": False}.items())
def test_wrong_unit_is_noticed(text, fine):
    assert (not list(mismatched(text))) is fine


# A count and the source that counted it.
COUNTED = {r"\b9 (?:in|of|out of) 100\b[^.|\n]{0,60}?unwanted effect": "baumler2021", r"\b1 (?:in|of|out of) 10,000\b": "baumler2021"}


def from_another(text):
    """The counts of `text` that give another source than the one that counted them, as plain sentences."""
    for pattern, source in COUNTED.items():
        for match in re.finditer(pattern, text):
            marks = re.match(r"[^\n|]*?(?:[.!?](?:\*\*)?\s*|\s*)((?:\[\^[\w-]+\] ?)+)", text[match.end() :])
            if marks and source not in marks[1]:
                yield f"“{match[0]}” needs [^{source}], not {marks[1]}"


def test_counts_name_who_counted_them(page):
    found = list(from_another(page.text))
    assert not found, f"{page}: " + "; ".join(found)


@pytest.mark.parametrize("mark, fine", {"[^baumler2021]": True, "[^ju2017]": False}.items())
def test_count_of_another_source_is_noticed(mark, fine):
    assert (not list(from_another(f"Serious harm comes to 1 out of 10,000 people.{mark}"))) is fine
