"""Each page has a QR code that leads back to it from paper, and that costs the screen nothing."""

import pytest
import qr
from conftest import DOCS, ROOT, Page, sources

COMMAND = "run .venv/bin/pytest --write-qr and commit docs/assets/qr"


def wanted():
    """The codes that belong to the pages as mkdocs.yml places them: a dict from path to bytes."""
    return qr.codes(ROOT / "mkdocs.yml", DOCS, [Page(source, ROOT).address for source in sources()])


def faults(docs, codes):
    """What is wrong with the codes in `docs`, measured against `codes`, a dict from path to bytes: a list of plain sentences."""
    kept = qr.kept(docs)
    found = [f"{path.name} is missing; {COMMAND}" for path in sorted(codes.keys() - kept)]
    found += [f"{path.name} belongs to no page; {COMMAND}" for path in sorted(kept - codes.keys())]
    return found + [f"{path.name} leads elsewhere; {COMMAND}" for path, code in codes.items() if path in kept and path.read_bytes() != code]


def test_codes_are_those_of_the_pages(pytestconfig):
    if pytestconfig.getoption("--write-qr"):
        qr.write(wanted(), DOCS)
    found = faults(DOCS, wanted())
    assert not found, f"docs/assets/qr: {'; '.join(found[:5])}"


def test_page_shows_its_own_code(page):
    picture = page.html.select_one(".paper img")
    address = page.html.select_one("link[rel=canonical]")["href"]
    assert picture, f"{page}: the QR code is missing; restore overrides/partials/paper.html"
    path = page.built.parent / picture["src"]
    assert path.is_file() and path.read_bytes() == qr.draw(address), f"{page}: its QR code does not lead to {address}; {COMMAND}"


def test_code_is_marked_to_wait(page):
    assert page.html.select(".paper img[loading=lazy]"), f"{page}: the screen would fetch the QR code; keep loading=lazy in overrides/partials/paper.html"


def test_code_waits_for_paper(base, tab):
    opened, asked = tab(), []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(base)
    opened.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    opened.wait_for_load_state("networkidle")
    codes = [url for url in asked if "/qr" in url]
    assert not codes, "the screen fetches the QR code, which only paper needs; keep .paper { display: none } in site.css"
    opened.pdf()
    assert any("/qr" in url for url in asked), "the QR code is not fetched for paper"


@pytest.mark.parametrize("slip", ["missing", "stale", "left over", None])
def test_wrong_code_is_noticed(slip, tmp_path):
    folder = tmp_path / "assets/qr"
    folder.mkdir(parents=True)
    codes = {folder / "feet.svg": qr.draw("https://example.org/feet/")}
    if slip != "missing":
        (folder / "feet.svg").write_bytes(qr.draw("https://old.example/feet/") if slip == "stale" else codes[folder / "feet.svg"])
    if slip == "left over":
        (folder / "gone.svg").write_bytes(b"")
    found = faults(tmp_path, codes)
    assert bool(found) is bool(slip) and all("--write-qr" in line for line in found)
