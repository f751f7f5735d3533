"""MkDocs and Zensical make the same site, so what the other tests find true of the one is true of the other."""

import re
from difflib import unified_diff
from posixpath import normpath

import pytest

BUILDERS = ("mkdocs", "zensical")


def alike(html, address):
    """The `html` of the page at `address` as both builders should write it: each link told from the root of the site."""

    def whole(match):
        name, link = match.groups()
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.S).groups()
        if re.match(r"[a-z]+:|//", link) or not path:
            return match[0]
        slash = "/" if path.endswith(("/", ".")) else ""
        return f'{name}="{normpath("/" + path if path.startswith("/") else f"/{address}{path}").rstrip("/")}{slash}{mark}{rest}"'

    return re.sub(r'\b(href|src|action)="([^"]*)"', whole, html.replace("&#x2f;", "/"))  # Zensical escapes more


def difference(one, other):
    """The first lines in which two texts differ, or an empty string."""
    lines = [line for line in unified_diff(one.splitlines(), other.splitlines(), n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))]
    return "\n  ".join(line[:200] for line in lines[:4])


def test_both_builders_make_the_same_page(page, site, built):
    name = page.built.relative_to(site)
    pages = [alike((built(builder) / name).read_text("utf-8"), page.address) for builder in BUILDERS]
    found = difference(*pages)
    assert not found, (
        f"{page}: MkDocs (-) and Zensical (+) make different pages of it. Use only what both understand "
        f"or judge each with .venv/bin/pytest --builder zensical:\n  {found}"
    )


def test_both_builders_make_the_same_error_page(built):
    found = difference(*(alike((built(builder) / "404.html").read_text("utf-8"), "") for builder in BUILDERS))
    assert not found, f"overrides/404.html: MkDocs (-) and Zensical (+) make different pages of it:\n  {found}"


def test_both_builders_publish_the_same_files(built, config):
    """Material's and Zensical's own style sheets and scripts, which no page asks for, are left out."""
    pages = {builder: {path.relative_to(built(builder)) for path in built(builder).rglob("*.html")} for builder in BUILDERS}
    odd = pages["mkdocs"] ^ pages["zensical"]
    assert not odd, f"only one builder publishes {', '.join(sorted(map(str, odd)))}"
    docs = config.parent / "docs"
    files = [path.relative_to(docs) for path in docs.rglob("*") if path.is_file() and path.suffix != ".md" and path.name != "search-index.txt" and ".snippets" not in path.parts]
    lost = [f"{builder}: {name}" for builder in BUILDERS for name in files if not same(docs / name, built(builder) / name)]
    assert files and not lost, f"docs/: these are not published as they are: {', '.join(lost)}"


def same(one, other):
    return other.is_file() and one.read_bytes() == other.read_bytes()


def test_both_builders_list_the_same_pages(built):
    lists = [set(re.findall("<loc>(.*?)</loc>", (built(builder) / "sitemap.xml").read_text("utf-8"))) for builder in BUILDERS]
    assert lists[0] and lists[0] == lists[1], f"sitemap.xml: only one builder lists {', '.join(sorted(lists[0] ^ lists[1]))}"


def test_both_builders_find_the_same_words(built):
    one, other = (sorted((built(builder) / "search-index.txt").read_text("utf-8").splitlines()) for builder in BUILDERS)
    assert one and not difference("\n".join(one), "\n".join(other)), "docs/search-index.txt: MkDocs (-) and Zensical (+) find different words:\n  " + difference("\n".join(one), "\n".join(other))


@pytest.mark.parametrize(
    "one, other, fine",
    [
        ('<a href="../b/">x</a>', '<a href="./../b/">x</a>', True),
        ('<a href="../b/#c">x</a>', '<a href="../b/#d">x</a>', False),
        ('<a href="../b/">x</a>', '<a href="../c/">x</a>', False),
        ('<h2 data-search-exclude id="a">x</h2>', '<h2 id="a">x</h2>', False),
        ("<p>Talk with your doctor.</p>", "<p></p>", False),
        ('<a href="https://a.example/">x</a>', '<a href="https://b.example/">x</a>', False),
    ],
)
def test_difference_between_builders_is_noticed(one, other, fine):
    assert (difference(alike(one, "a/"), alike(other, "a/")) == "") is fine
