"""Write the handouts as PDF files into a built site: python tests/pdf.py site

It needs the browser that the tests find, so it lives beside them, and neither builder knows of it.
"""

import mimetypes
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import browser
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

PAPERS = ("Letter", "A4")
START, END = "<!-- PDF files -->", "<!-- end of PDF files -->"


@contextmanager
def pages(opened, site, root):
    """A tab of the browser `opened` in which the address `root`, ending in a slash, is the folder `site`; nothing goes out."""

    def answer(route):
        path = site / unquote(route.request.url.removeprefix(root).split("?")[0])
        path = path / "index.html" if path.is_dir() else path
        if route.request.url.startswith(root) and path.is_file():
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path)[0])
        else:
            route.abort()

    context = opened.new_context()
    context.route("**/*", answer)
    yield context.new_page()
    context.close()


def put(tab, paper, large=False, dark=False, background=False):
    """The page in `tab` as the bytes of a tagged PDF on `paper` ("Letter" or "A4"), in large print, from a dark screen, with background graphics."""
    tab.emulate_media(color_scheme="dark" if dark else "light")
    tab.locator(".print input").set_checked(large)
    return tab.pdf(format=paper, tagged=True, outline=True, print_background=background)


def write(site, opened):
    """Write a PDF of each handout of the folder `site` beside it with the browser `opened`, and offer them on the handouts page; returns their paths.

    Raises SystemExit with a plain message where `site` is not a built site.
    """
    index = site / "handouts/index.html"
    if not index.is_file():
        raise SystemExit(f"{index} is not there; build the site first, with mkdocs build")
    root = canonical(site / "index.html")
    if not root:
        raise SystemExit("the pages have no address; set site_url in mkdocs.yml and build again")
    written, lines = [], []
    with pages(opened, site, root) as tab:
        for path in sorted(site.glob("handouts/*/index.html")):
            tab.goto(canonical(path))
            title, links = tab.locator("h1").inner_text(), []
            for paper in PAPERS:
                for large in (False, True):
                    name = f"{path.parent.name}-{paper.lower()}{'-large' if large else ''}.pdf"
                    (site / "handouts" / name).write_bytes(put(tab, paper, large))
                    written.append(site / "handouts" / name)
                    links.append(f'<li><a href="{name}">{title}, {paper}{", large print" if large else ""}</a></li>')
            lines.append(f"<h3>{title}</h3><ul>{''.join(links)}</ul>")
    before, _, after = index.read_text("utf-8").partition(START)
    after = after.partition(END)[2] or after
    index.write_text(f"{before}{START}<h2>Ready-made files (PDF)</h2>{''.join(lines)}{END}{after}", "utf-8")
    return written


def canonical(path):
    """The address that the built page `path` gives as its own, or an empty string."""
    link = BeautifulSoup(path.read_bytes(), "html.parser").select_one("link[rel=canonical]")
    return link["href"] if link else ""


if __name__ == "__main__":
    with sync_playwright() as playwright:
        made = write(Path(sys.argv[1] if len(sys.argv) > 1 else "site"), browser.launch(playwright))
    print(f"{len(made)} PDF files written to {made[0].parent}")
