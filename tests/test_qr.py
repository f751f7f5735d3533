"""Each page has a QR code that leads back to it from paper, and that costs the screen nothing."""

import io

import pytest
import segno
import yaml
from conftest import DOCS, ROOT, Page, sources

FOLDER = DOCS / "assets/qr"
COMMAND = "run .venv/bin/pytest --write-qr and commit docs/assets/qr"


def draw(address):
    """The QR code of `address`, a string, as the bytes of an SVG picture with its quiet zone."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None, nl=False)
    return picture.getvalue()


def wanted():
    """What docs/assets/qr should hold: a dict from path to bytes, one for each page at the site_url of mkdocs.yml."""
    root = next(line for line in (ROOT / "mkdocs.yml").read_text("utf-8").splitlines() if line.startswith("site_url:"))
    root = (yaml.safe_load(root)["site_url"] or "").rstrip("/") + "/"
    addresses = [Page(source, ROOT).address for source in sources()]
    return {FOLDER.parent / (f"qr/{address}".rstrip("/") + ".svg"): draw(root + address) for address in addresses}


def faults(folder, codes):
    """What is wrong in `folder`, measured against `codes`, a dict from path to bytes: a list of plain sentences."""
    kept = {*folder.rglob("*.svg"), *folder.parent.glob("qr.svg")}
    found = [f"{path.name} is missing; {COMMAND}" for path in sorted(codes.keys() - kept)]
    found += [f"{path.name} belongs to no page; {COMMAND}" for path in sorted(kept - codes.keys())]
    return found + [f"{path.name} leads elsewhere; {COMMAND}" for path, code in codes.items() if path in kept and path.read_bytes() != code]


def test_codes_are_those_of_the_pages(pytestconfig):
    if pytestconfig.getoption("--write-qr"):
        for path in [*FOLDER.rglob("*.svg"), *FOLDER.parent.glob("qr.svg")]:
            path.unlink()
        for path, code in wanted().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(code)
    found = faults(FOLDER, wanted())
    assert not found, f"docs/assets/qr: {'; '.join(found[:5])}"


def test_page_shows_its_own_code(page, site):
    picture = page.html.select_one(".paper img")
    address = page.html.select_one("link[rel=canonical]")["href"]
    assert picture, f"{page}: the QR code is missing; restore overrides/partials/paper.html"
    path = DOCS / page.built.parent.joinpath(picture["src"]).resolve().relative_to(site.resolve())
    assert path.is_file() and path.read_bytes() == draw(address), f"{page}: its QR code does not lead to {address}; {COMMAND}"


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
    folder = tmp_path / "qr"
    folder.mkdir()
    codes = {folder / "feet.svg": draw("https://example.org/feet/")}
    if slip != "missing":
        (folder / "feet.svg").write_bytes(draw("https://old.example/feet/") if slip == "stale" else codes[folder / "feet.svg"])
    if slip == "left over":
        (folder / "gone.svg").write_bytes(b"")
    found = faults(folder, codes)
    assert bool(found) is bool(slip) and all("--write-qr" in line for line in found)
