"""Every link, picture and style sheet leads somewhere; outside links lead only to addresses we chose."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import Page, sources
from pathspec import PathSpec

# One host a line, with the reason it is trusted told by the comment above its group.
HOSTS = {line for line in (Path(__file__).parent / "hosts.txt").read_text("utf-8").split("\n") if line and not line.startswith("#")}
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "msclkid")
SHORTENERS = {"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "lnkd.in"}


def links(html):
    """Every address in `html`: href, src, srcset, action and svg use."""
    for tag in html.select("[href], [src], [action], [data], [poster]"):
        for name in ("href", "src", "action", "data", "poster"):
            if tag.has_attr(name):
                yield tag[name]
    for tag in html.select("[srcset]"):
        yield from (part.split()[0] for part in tag["srcset"].split(","))


def is_outside(link):
    return bool(urlsplit(link).scheme or urlsplit(link).netloc)


def broken(html, built, site):
    """The links of `html`, found in the file `built` below `site`, that reach no file or no id."""
    return [link for link in links(html) if not is_outside(link) and not resolves(link, built, site)]


def resolves(link, built, site):
    """Whether `link`, found in the file `built`, reaches a file of `site` and any id it names."""
    path, fragment = unquote(urlsplit(link).path), unquote(urlsplit(link).fragment)
    start = site if path.startswith("/") else built.parent
    target = start.joinpath(path.lstrip("/")).resolve() if path else built
    if target.is_dir():
        target /= "index.html"
    return target.is_file() and target.is_relative_to(site.resolve()) and (not fragment or fragment in ids(target))


@cache
def ids(built):
    return {tag["id"] for tag in BeautifulSoup(built.read_bytes(), "html.parser").select("[id]")}


def refused(link, hosts=HOSTS):
    """Why the outside `link` may not stand on a page, or an empty string."""
    parts = urlsplit(link)
    if parts.scheme in ("mailto", "tel"):
        return ""
    if parts.scheme != "https":
        return "does not begin with https://"
    if parts.hostname in SHORTENERS:
        return "is a shortened address; use the full one"
    if any(mark in parts.query for mark in TRACKING):
        return "carries a tracking tag; cut it off after the ?"
    if parts.hostname not in hosts:
        return f"leads to {parts.hostname}, which is not in tests/hosts.txt; add it there if it is an official address"
    return ""


# Words of a link that say nothing to someone who hears only the links.
EMPTY = {"here", "click here", "this", "this page", "this link", "link", "more", "read more", "learn more", "see more", "details", "page", "website", "source", "click", "find out more"}


def says_nothing(html):
    """The words of the links in `html` that do not say where they lead."""
    named = [(" ".join((link.get("aria-label") or link.get_text(" ")).split()), link) for link in html.select("a[href]")]
    return [words or str(link)[:60] for words, link in named if words.lower().strip(".:,!→ ") in EMPTY or not words and not link.select("img[alt]:not([alt=''])")]


def test_links_say_where_they_lead(page):
    found = says_nothing(page.html)
    assert not found, f"{page}: write the link's words so that each says where it leads: {', '.join(found)}"


@pytest.mark.parametrize("words, fine", {"click here": False, "Here.": False, "Read more": False, "": False, "Daily foot care": True}.items())
def test_empty_words_of_a_link_are_noticed(words, fine):
    assert (not says_nothing(BeautifulSoup(f'<a href="x">{words}</a>', "html.parser"))) is fine


def test_internal_links_lead_somewhere(page, site):
    found = broken(page.html, page.built, site)
    # In a copy under a path, such as clinic.example/feet/, a link that begins with a slash leaves the guide.
    found += [f"{link} (write it from the page's own folder, with ../)" for link in links(page.html) if link.startswith("/")]
    assert not found, f"{page}: these lead nowhere; correct the address or the name of the heading: {', '.join(found)}"


def in_no_menu(names, settings):
    """The page files `names` that neither `nav` nor `not_in_nav` of the `settings` knows."""

    def listed(part):
        if isinstance(part, str):
            return {part}
        return set().union(*(listed(one) for one in (part.values() if isinstance(part, dict) else part)))

    left_out = PathSpec.from_lines("gitignore", (settings.get("not_in_nav") or "").splitlines())
    return [name for name in names if name not in listed(settings["nav"]) and not left_out.match_file(name)]


def test_every_page_is_in_the_menu(settings):
    found = in_no_menu([source.as_posix() for source in sources()], settings)
    assert not found, f"docs/{', docs/'.join(found)}: it is in no menu; put it in the list at the end of mkdocs.yml"


# The first page of each part; its name in the menu says nothing of what it is about.
FIRST = "Start here"


def menu(part):
    """Each name in the menu `part` with the page it leads to."""
    for one in part:
        for name, leads in one.items():
            yield from [(name, leads)] if isinstance(leads, str) else menu(leads)


def kin(one, other):
    """Whether a word of the text `one` is in `other` too, or begins as a word of it does."""
    words = [{word[:5] for word in re.findall(r"[a-z]+", text.lower())} - {*"a an and the is it of to in on for or if you your what how when not does do i me at after with this we are".split()} for text in (one, other)]
    return bool(words[0] & words[1])


def test_menu_names_say_where_they_lead(settings, site):
    found = []
    for name, leads in menu(settings["nav"]):
        page = Page(Path(leads), site)
        about = f"{leads} {page.html.h1.get_text() if page.html.h1 else ''} {page.meta.get('description')}"
        if not (leads.endswith("index.md") if name == FIRST else kin(name, about)):
            found.append(f"“{name}” leads to docs/{leads}, whose heading and description say nothing of it")
    assert not found, f"mkdocs.yml: in the menu at its end, {'; '.join(found)}; give each page its own name"


@pytest.mark.parametrize("name, about, fine", [("Urgent signs", "Urgent signs: when to get help", True), ("After chemo", "Needles after chemotherapy", True), ("Daily foot care", "Urgent signs: when to get help", False)])
def test_name_of_another_page_is_noticed(name, about, fine):
    assert kin(name, about) is fine


@pytest.mark.parametrize("name, fine", {"a.md": True, "b/c.md": True, "about/d.md": True, "e.md": False, "b/e.md": False}.items())
def test_page_in_no_menu_is_noticed(name, fine):
    assert (not in_no_menu([name], {"nav": ["a.md", {"B": [{"C": "b/c.md"}]}], "not_in_nav": "/about/*"})) is fine


def test_error_page_links_lead_somewhere(site, root):
    found = broken(BeautifulSoup((site / "404.html").read_bytes(), "html.parser"), site / "404.html", root)
    assert not found, f"overrides/404.html: these lead nowhere: {', '.join(found)}"


def test_outside_links_are_ones_we_chose(page, clinic):
    own = page.html.select_one("link[rel=canonical]")["href"], clinic["url"]
    found = [f"{link} {refused(link)}" for link in links(page.html) if is_outside(link) and link not in own and not link.startswith("data:") and refused(link)]
    assert not found, f"{page}: " + "; ".join(found)


def test_every_host_is_used(site):
    used = {urlsplit(link).hostname for built in site.rglob("*.html") for link in links(BeautifulSoup(built.read_bytes(), "html.parser"))}
    unused = HOSTS - used
    assert not unused, f"tests/hosts.txt: no page links to {', '.join(sorted(unused))} any more; take it out"


def test_every_asset_is_used(site):
    """A picture or script that no page asks for is dead weight."""
    from conftest import DOCS

    asked = {link.split("/")[-1].split("?")[0] for built in site.rglob("*.html") for link in links(BeautifulSoup(built.read_bytes(), "html.parser"))}
    asked |= {tag["content"].split("/")[-1] for tag in BeautifulSoup((site / "index.html").read_bytes(), "html.parser").select("meta[property='og:image']")}
    asked |= {word for sheet in DOCS.glob("assets/*.css") for word in sheet.read_text("utf-8").replace("(", " ").replace(")", " ").split()}
    asked |= {word.strip("\"'") for sheet in DOCS.glob("assets/*.webmanifest") for word in sheet.read_text("utf-8").replace(",", " ").split()}
    unused = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("assets/**/*") if path.is_file() and path.name not in asked]
    assert not unused, f"no page uses docs/{', docs/'.join(sorted(unused))}; use it or take it out"


@pytest.mark.parametrize(
    "link, fine",
    {
        "other/": True,
        "other/#part": True,
        "#top": True,
        "other/#gone": False,
        "gone/": False,
        "gone.svg": False,
        "../outside.html": False,
    }.items(),
)
def test_broken_link_is_noticed(tmp_path, link, fine):
    (tmp_path / "site/other").mkdir(parents=True)
    (tmp_path / "outside.html").write_text("")
    page = tmp_path / "site/index.html"
    page.write_text(f'<h1 id="top">A</h1><a href="{link}">b</a>')
    (tmp_path / "site/other/index.html").write_text('<h2 id="part">P</h2>')
    ids.cache_clear()
    assert (broken(BeautifulSoup(page.read_bytes(), "html.parser"), page, tmp_path / "site") == []) is fine


@pytest.mark.parametrize(
    "link, fine",
    {
        "https://good.example/a": True,
        "http://good.example/a": False,
        "https://bad.example/a": False,
        "https://bit.ly/a": False,
        "https://good.example/a?utm_source=x": False,
        "javascript:alert(1)": False,
        "//good.example/a": False,
    }.items(),
)
def test_outside_link_is_judged(link, fine):
    assert (refused(link, hosts={"good.example"}) == "") is fine


# Words of a link that name a body, and where that body is.
BODIES = {r"\bNHS inform\b": "www.nhsinform.scot", r"\bMacmillan\b": "www.macmillan.org.uk", r"\bDiabetes UK\b": "www.diabetes.org.uk", r"\bSamaritans\b": "www.samaritans.org"}


def to_others(article):
    """The links of `article` that name a body and lead to another, as plain sentences."""
    named = [(link.get_text(), link["href"]) for link in article.select("a[href^=https]") if not link.find_parent(class_="footnote")]
    return [f"“{said}” leads to {href}" for said, href in named for words, host in BODIES.items() if re.search(words, said) and urlsplit(href).hostname != host]


def test_links_lead_to_the_body_they_name(page):
    found = to_others(page.article)
    assert not found, f"{page}: {'; '.join(found)}; let it lead to the body it names"


@pytest.mark.parametrize("link, fine", {'<a href="https://www.nhsinform.scot/x">NHS inform</a>': True, '<a href="https://www.macmillan.org.uk/x">NHS inform</a>': False}.items())
def test_link_to_another_body_is_noticed(link, fine):
    assert (not to_others(BeautifulSoup(link, "html.parser"))) is fine
