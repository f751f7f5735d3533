"""Headings are an outline that a screen reader can follow, and that no other page repeats."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, NavigableString
from prose import plain


def faults(html):
    """What is wrong with the headings of `html`'s article, as a list of plain sentences."""
    headings = html.select("article :is(h1, h2, h3, h4, h5, h6)")
    names = [plain(heading.get_text()) for heading in headings]
    found = []
    if sum(heading.name == "h1" for heading in headings) != 1:
        found.append("give the page exactly one main heading, a line that begins with a single #")
    elif headings[0].name != "h1":
        found.append("put the main heading first")
    found += [f"“{plain(b.get_text())}” is too deep for the heading above it" for a, b in pairwise(headings) if int(b.name[1]) > int(a.name[1]) + 1]
    found += [f"“{name}” is there twice" for name in sorted({name for name in names if names.count(name) > 1})]
    found += ["a heading is empty"] if "" in names else []
    found += [f"“{plain(a.get_text())}” has no words below it; write some or take it out" for a, b in pairwise([*headings, None]) if a.name != "h1" and not words_between(a, b, html)]
    found += [f"the table “{plain(table.get_text(' '))[:40]}” names none of its columns; write a first row, with a line of dashes below it" for table in html.select("article table") if not table.select("th")]
    ids = [tag["id"] for tag in html.select("[id]")]
    found += [f"the id {name} stands on two things; a link to it reaches only the first" for name in sorted({name for name in ids if ids.count(name) > 1})]
    return found


def words_between(heading, following, html):
    """Whether anything to read stands after `heading` and before `following`, or is the heading of a part below it."""
    if following is not None and following.name > heading.name:
        return True
    for tag in heading.next_elements:
        if tag is following or tag is html.article.next_sibling:
            return False
        if isinstance(tag, NavigableString) and tag.strip() and heading not in tag.parents or getattr(tag, "name", "") in ("svg", "img", "input", "textarea"):
            return True
    return False


def test_headings_are_an_outline(page):
    found = faults(page.html)
    assert not found, f"{page}: " + "; ".join(found)


def test_no_two_pages_share_a_main_heading(site):
    from conftest import Page, sources

    seen = {}
    for source in sources():
        heading = Page(source, site).html.h1
        if heading:  # a page without one fails above
            seen.setdefault(plain(heading.get_text()), []).append(source.as_posix())
    shared = {name: files for name, files in seen.items() if len(files) > 1}
    assert not shared, f"give each page a heading of its own: {shared}"


@pytest.mark.parametrize(
    "html, fine",
    {
        "<h1>A</h1><h2>B</h2><p>b</p><h3>C</h3><p>c</p><h2>D</h2><p>d</p>": True,
        "<h1>A</h1><h2>B</h2><h3>C</h3><p>c</p>": True,
        "<h1>A</h1><h2>B</h2><h2>C</h2><p>c</p>": False,
        "<h1>A</h1><h2>B</h2>": False,
        "<h1 id=a>A</h1><h2 id=a>B</h2><p>b</p>": False,
        "<h2>B</h2>": False,
        "<h1>A</h1><h1>B</h1>": False,
        "<h1>A</h1><h3>C</h3>": False,
        "<h1>A</h1><h2>B</h2><h2>B</h2>": False,
        "<h2>B</h2><h1>A</h1>": False,
        "<h1>A</h1><h2></h2>": False,
        "<h1>A</h1><table><tr><td>b</td></tr></table>": False,
    }.items(),
)
def test_fault_in_headings_is_noticed(html, fine):
    assert (faults(BeautifulSoup(f"<article>{html}</article>", "html.parser")) == []) is fine
