"""Every footnote leads to a source, every source is complete, and the list of sources holds them all."""

import re
import unicodedata

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS
from prose import plain

SNIPPET = DOCS / ".snippets/sources.md"
SECTION = re.compile(r"<!-- --8<-- \[start:(\S+)\] -->\n(.*?)\n<!-- --8<-- \[end:(\S+)\] -->", re.S)
LITERAL = re.compile(r"\[\^|\]\[|--8<--|///|\{%|\{\{|\[start:|\{ ?\.")


def read(text):
    """The sources of a snippet file as a dict from name to its Markdown."""
    return {start: body for start, body, _ in SECTION.findall(text)}


# What the source says of itself where its name is no first author, no body's initials and no year of its own.
NAMED_AFTER = {
    "acutoday": "Acupuncture Today", "bacc": "British Acupuncture Council", "bucm2024": "2024", "china-reports": "Chinese literature", "cmba": "Chinese Medicine Board of Australia", "cmcnz": "Chinese Medicine Council of New Zealand",
    "dpn-acu": "diabetic peripheral neuropathy", "dpn-review2019": "2019", "jilin2022": "2022", "mhra2017": "MHRA", "ncs": "nerve conduction study", "npmeta2023": "neuropathic pain", "overview-pmc": "Overview", "taiwan2021": "2021",
}  # fmt: skip


def agrees(name, body):
    """Whether the source `name` is the one that `body` describes: its author, body or initials, and its year."""
    known = next((words for start, words in NAMED_AFTER.items() if name.startswith(start)), None)
    if known:
        return known in body
    said = "".join(letter for letter in unicodedata.normalize("NFD", body.lower()) if letter.isalpha() and letter.isascii())
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", body)).lower()
    author, year = re.match(r"([a-z]+)(\d{4})?", name).groups()
    return (author in said or author in initials) and (not year or year in body)


def faults(name, body):
    """What is wrong with the source `name` whose Markdown is `body`, as a list of plain sentences."""
    found = []
    if not agrees(name, body.partition(": ")[2]):
        found.append("its name speaks of another author or year; put the right source here, or say in NAMED_AFTER in tests/test_sources.py what it is named after")
    if not body.startswith(f"[^{name}]: "):
        found.append(f"begin it with [^{name}]: as its start line says")
    if not re.search(r"\b(19|20)\d\d\b", body) and "No date shown" not in body:
        found.append("say its year, or “No date shown.”")
    link = re.search(r"\]\((\S+?)\)", body)
    if link and not link[1].startswith("https://"):
        found.append(f"its address {link[1]} must begin with https://")
    if not link and not re.search(r"\d+(\([\w ]+\))?:\s?[A-Za-z]?\d+|No official address known", body):
        found.append("give its DOI or official address, or else journal, volume and pages")
    if len(body) < len(name) + 40:
        found.append("say who wrote it, its title, and where it stood")
    return found


def test_sources_are_complete():
    found = [f"{name}: {fault}" for name, body in read(SNIPPET.read_text("utf-8")).items() for fault in faults(name, body)]
    assert not found, "docs/.snippets/sources.md: " + "; ".join(found)


def test_sources_are_in_order_and_once():
    text = SNIPPET.read_text("utf-8")
    names = [start for start, _, _ in SECTION.findall(text)]
    assert all(start == end for start, _, end in SECTION.findall(text)), "docs/.snippets/sources.md: a start line and its end line have other names"
    assert text.count("[start:") == len(names) == text.count("[end:"), "docs/.snippets/sources.md: a source lacks its start line or its end line"
    assert names == sorted(set(names)), "docs/.snippets/sources.md: keep the sources in order of their names, each once"


def test_every_source_is_used():
    used = {name for path in DOCS.rglob("*.md") if path != SNIPPET for name in re.findall(r'--8<-- "sources\.md:([^"]+)"', path.read_text("utf-8")) if path.parent != DOCS / "about/sources"}
    unused = read(SNIPPET.read_text("utf-8")).keys() - used
    assert not unused, f"docs/.snippets/sources.md: no page uses {', '.join(sorted(unused))}; use it or take it out"


def test_every_used_source_is_listed():
    listed = "".join(path.read_text("utf-8") for path in DOCS.glob("about/sources/*.md"))
    missing = [name for name in read(SNIPPET.read_text("utf-8")) if f"[^{name}]" not in listed]
    assert not missing, f"docs/about/sources: say in a sentence what these found, and their limits: {', '.join(missing)}"


def notes(text):
    """The footnote names that the Markdown `text` uses and those it pulls in, as two sets; code examples do not count."""
    text = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.S | re.M)
    return set(re.findall(r"\[\^([\w-]+)\](?!:)", text)), set(re.findall(r'--8<-- "sources\.md:([^"]+)"', text))


def test_footnotes_are_used_and_defined(page):
    drawings = re.findall(r'--8<-- "(drawings/[^"]+)"', page.text)
    used, defined = notes("\n".join([page.text, *((DOCS / ".snippets" / name).read_text("utf-8") for name in drawings)]))
    if '--8<-- "sources.md"' in page.text:
        defined = set(read(SNIPPET.read_text("utf-8")))
    lines = ", ".join(f'--8<-- "sources.md:{name}"' for name in sorted(used - defined))
    assert not used - defined, f"{page}: add at the end of the page: {lines}"
    assert not defined - used, f"{page}: no sentence uses {', '.join(sorted(defined - used))}; take its line out or put its mark after a sentence"


def test_no_markup_is_left_on_the_page(page):
    shown = page.article.__copy__()
    for code in shown.select("code, pre"):
        code.decompose()
    found = LITERAL.search(plain(shown.get_text(" ")))
    code = page.article.select_one("pre") if page.source.parts[0] != "about" else None
    assert not code, f"{page}: “{plain(code.get_text())[:60]}” is shown as computer code; take away the four spaces or the tab before it"
    assert not found, f"{page}: the page shows raw markup near “{plain(shown.get_text(' '))[max(0, found.start() - 40) : found.end() + 40]}”"


def test_health_page_names_its_sources(health_page):
    if health_page.source.name == "index.md" and len(health_page.source.parts) > 1:
        return  # a list of links makes no claims
    assert health_page.article.select(".footnote li"), f"{health_page}: it has no sources; add footnotes and a list under ## Sources"


@pytest.mark.parametrize(
    "body, fine",
    {
        "[^a]: Ames J. [A study of feet and needles](https://doi.org/10.1/x). A Journal, 2020.": True,
        "[^a]: Ames J. A study of feet and needles. A Journal 23(3):112-120, 2020.": True,
        "[^a]: Ames J. A study of feet and needles. A Journal, 2020.": False,
        "[^a]: Ames J. [A study of feet and needles](http://doi.org/10.1/x). A Journal, 2020.": False,
        "[^a]: Ames J. [A study of feet and needles](https://doi.org/10.1/x). A Journal.": False,
        "[^b]: Ames J. [A study of feet and needles](https://doi.org/10.1/x). A Journal, 2020.": False,
    }.items(),
)
def test_incomplete_source_is_noticed(body, fine):
    assert (faults("a", body) == []) is fine


@pytest.mark.parametrize("name, fine", {"bohm2020": True, "smith2020": False, "bohm2021": False, "wsf2020": True}.items())
def test_source_under_another_name_is_noticed(name, fine):
    assert agrees(name, "Böhm J. World Society of Feet. [A study](https://doi.org/10.1/x). A Journal, 2020.") is fine


@pytest.mark.parametrize(
    "text, used, defined",
    [
        ('It helps.[^a]\n\n--8<-- "sources.md:a"', {"a"}, {"a"}),
        ("It helps.[^a]", {"a"}, set()),
        ('--8<-- "sources.md:a"', set(), {"a"}),
        ("Write `[^a]` there.\n```\n[^b]\n```", set(), set()),
    ],
)
def test_footnote_without_a_partner_is_noticed(text, used, defined):
    assert notes(text) == (used, defined)


@pytest.mark.parametrize("text", ["It helps.[^ju2017]", "Read [this][that].", '--8<-- "sources.md:ju2017"', "{{ page.title }}"])
def test_raw_markup_is_noticed(text):
    assert LITERAL.search(text)


# A list that lost the empty line before it, or bold that was never closed.
RUN_IN = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+\.)[ \t]|\*\*|\{ ?[:#]|(?<!\w)__")


def run_in(article):
    """The first words of each block of `article` that shows a list or ** as raw text."""
    shown = article.__copy__()
    for part in shown.select("code, pre, svg, table, textarea"):
        part.decompose()
    for tag in shown.select("p, li, dd"):
        said = "".join(one if isinstance(one, str) else "" if one.name in ("ul", "ol", "p", "dl") else one.get_text() for one in tag.children)
        if RUN_IN.search(said.strip("\n") if tag.name == "p" else said):
            yield plain(said)[:60]


def test_lists_and_bold_are_read_as_such(page):
    found = list(run_in(page.article))
    assert not found, f"{page}: these show a list or ** as raw text; put an empty line before the list, and close each ** you open: {found}"


@pytest.mark.parametrize("html, fine", {"<p>Signs:\n- one\n- two</p>": False, "<p>A **bold start.</p>": False, "<p>From 5 - 7 a day.</p><ul><li>one</li></ul>": True}.items())
def test_run_in_list_is_noticed(html, fine):
    assert (not list(run_in(BeautifulSoup(f"<article>{html}</article>", "html.parser").article))) is fine


def twice(text):
    """The addresses of papers that two sources in `text` share."""
    found = re.findall(r"https://doi\.org/[^)\s]+", text)
    return sorted({one for one in found if found.count(one) > 1})


def test_no_two_sources_share_a_paper():
    found = twice(SNIPPET.read_text("utf-8"))
    assert not found, f"docs/.snippets/sources.md: two sources lead to {', '.join(found)}; give each its own address"
    assert twice("(https://doi.org/10.1/a) (https://doi.org/10.1/a) (https://doi.org/10.1/b)") == ["https://doi.org/10.1/a"]
