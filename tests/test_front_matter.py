"""Every page has a description and says when it was checked and when it will be checked again."""

from datetime import date

import pytest
from conftest import DOCS, sources

NEEDED = {"description", "reviewed", "next_review"}
KNOWN = NEEDED | {"hide_contents", "moved_to", "search"}


def faults(meta, today):
    """What is wrong with the front matter `meta`, a dict, on the day `today`, as a list of plain sentences."""
    found = [f"add {key}: to the front matter" for key in sorted(NEEDED - meta.keys())]
    found += [f"nothing reads {key}:; take it out of the front matter" for key in sorted(meta.keys() - KNOWN)]
    if "description" in meta and not 70 <= len(str(meta["description"])) <= 155:
        found.append(f"the description has {len(str(meta['description']))} characters; use 70 to 155")
    dates = {key: meta.get(key) for key in ("reviewed", "next_review") if key in meta}
    found += [f"{key}: {value} is not a date; write year-month-day, such as 2026-11-22" for key, value in dates.items() if type(value) is not date]
    if len(dates) == 2 and all(type(value) is date for value in dates.values()):
        if dates["reviewed"] > today:
            found.append(f"reviewed: {dates['reviewed']} is in the future")
        if not dates["reviewed"] < dates["next_review"]:
            found.append(f"next_review: {dates['next_review']} is not after reviewed: {dates['reviewed']}")
        elif (dates["next_review"] - dates["reviewed"]).days > 366:
            found.append("next_review is more than a year after reviewed; check each page once a year")
    return found


def test_front_matter_says_each_thing_once(page):
    keys = [line.split(":")[0] for line in page.text.split("---\n")[1].splitlines() if line[:1].isalpha()] if page.meta else []
    twice = sorted({key for key in keys if keys.count(key) > 1})
    assert not twice, f"{page}: the front matter holds {', '.join(twice)} twice; take one out"


def test_there_are_pages():
    assert sources(), f"{DOCS.name}/ holds no page; restore docs/index.md"


def test_front_matter_is_complete(page):
    found = faults(page.meta, date.today())
    assert not found, f"{page}: " + "; ".join(found)


def test_no_two_pages_share_a_description(site):
    from conftest import Page

    seen = {}
    for source in sources():
        seen.setdefault(Page(source, site).meta.get("description"), []).append(str(source))
    shared = [names for names in seen.values() if len(names) > 1]
    assert not shared, f"these pages have the same description; give each its own: {shared}"


GOOD = {"description": "d" * 80, "reviewed": date(2026, 1, 1), "next_review": date(2027, 1, 1)}


@pytest.mark.parametrize(
    "change",
    [
        {"description": None},
        {"description": "short"},
        {"reviewed": "soon"},
        {"reviewed": date(2030, 1, 1)},
        {"next_review": date(2025, 1, 1)},
        {"next_review": date(2029, 1, 1)},
        {"reviewr": "x"},
    ],
    ids=str,
)
def test_fault_in_front_matter_is_noticed(change):
    assert not faults(GOOD, date(2026, 6, 1))
    meta = {key: value for key, value in (GOOD | change).items() if value is not None}
    assert faults(meta, date(2026, 6, 1))


# Pages that search finds by other ways, or that are no answers.
UNSEARCHED = ("about/", "handouts/", "search.md", "questions.md", "words.md", "deciding/options.md")


def astray(name, meta, menu):
    """What in the front matter `meta` keeps readers from the page `name`, where `menu` is the menu as text; as plain sentences."""
    found = ["moved_to: sends readers away from a page of the menu; take the line out"] * ("moved_to" in meta and name in menu)
    return found + ["search: hides it from search; take the line out"] * ("search" in meta and not name.startswith(UNSEARCHED))


def test_front_matter_keeps_nobody_from_the_page(page, settings):
    found = astray(page.source.as_posix(), page.meta, str(settings["nav"]))
    assert not found, f"{page}: " + "; ".join(found)


@pytest.mark.parametrize("name, meta, fine", [("a.md", {}, True), ("a.md", {"moved_to": "b.md"}, False), ("old.md", {"moved_to": "a.md"}, True), ("a.md", {"search": {"exclude": True}}, False), ("about/b.md", {"search": {}}, True)])
def test_page_that_sends_readers_away_is_noticed(name, meta, fine):
    assert (not astray(name, meta, "[{'A': 'a.md'}]")) is fine
