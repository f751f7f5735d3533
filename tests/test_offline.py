"""The guide opens from a folder or a memory stick, with no network and no web server."""

from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import build, copy
from test_links import is_outside, links


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def folder(request, tmp_path_factory):
    """The folder of a copy that needs no web server, by either builder."""
    target = tmp_path_factory.mktemp("offline")
    done = build(target, copy(tmp_path_factory.mktemp("copy")), request.param, FOLDER_ADDRESSES="false")
    assert not done.returncode, done.stdout + done.stderr
    return target


def dead(html, built):
    """The links of `html`, found in the file `built`, that do not name a file: a browser would list a folder, or fail."""
    own = (link for link in links(html) if not is_outside(link) and urlsplit(link).path)
    return [link for link in own if not built.parent.joinpath(unquote(urlsplit(link).path)).is_file()]


def test_every_link_names_a_file(folder):
    pages = [built for built in folder.rglob("*.html") if built.name != "404.html"]
    assert len(pages) > 20, f"only {len(pages)} pages were built"
    found = {built.relative_to(folder).as_posix(): dead(BeautifulSoup(built.read_bytes(), "html.parser"), built) for built in pages}
    found = {name: gone for name, gone in found.items() if gone}
    assert not found, f"these links need a web server; in a template write them with `end` or `first` (see overrides/base.html): {found}"


@pytest.mark.parametrize("link, right", [("b.html", True), ("b.html#c", True), ("#c", True), ("https://a.example/", True), ("sub/", False), ("c.html", False)])
def test_link_to_a_folder_is_noticed(link, right, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.html").write_text("b")
    assert (not dead(BeautifulSoup(f'<a href="{link}">x</a>', "html.parser"), tmp_path / "a.html")) is right


def test_every_page_opens_from_a_folder(folder, tab):
    opened, asked, said = tab(), [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("requestfailed", lambda request: said.append(f"cannot load {request.url}") if "ABORTED" not in request.failure else None)
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for built in sorted(folder.rglob("*.html")):
        if built.name in ("404.html", "search.html"):
            continue
        opened.goto(built.as_uri())
        look = opened.evaluate("[getComputedStyle(document.querySelector('.head')).display, [...document.images].filter(one => one.complete && !one.naturalWidth).length]")
        if look != ["grid", 0]:
            said.append(f"{built.name}: no style, or {look[1]} pictures missing")
    said += [f"asks {url}" for url in asked if not url.startswith(("file:", "data:"))]
    assert not said, "; ".join(said[:5])


def test_search_falls_back_to_the_list_of_questions(folder, tab):
    opened = tab()
    opened.goto((folder / "index.html").as_uri())
    opened.fill("#q", "warfarin")
    opened.press("#q", "Enter")
    opened.wait_for_url("**/search.html?q=warfarin")
    assert opened.locator("article a").first.is_visible(), "without a web server the search page must show its list of questions"
