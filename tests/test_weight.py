"""A page is light enough for an old phone on a slow line."""

import gzip

import pytest

FIRST, NEXT, SCRIPT = 20 * 1024, 9 * 1024, 1024  # bytes, gzipped
BRAND = 256  # what a clinic's own name, address and reviewer may add


def weigh(path):
    """The bytes of the file `path` when gzipped as a web server would."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def parts(page, site):
    """The files of `site` that the browser fetches for `page`, less the page itself and what waits for paper, as a list of paths."""
    asked = page.html.select("link[rel=stylesheet][href], link[rel=icon][href], script[src], img[src]:not(.paper *)")
    found = {page.built.parent.joinpath(tag.get("href") or tag.get("src")).resolve() for tag in asked}
    sheets = [path for path in found if path.suffix == ".css"]
    return sorted(found | {sheet.parent / "icon.svg" for sheet in sheets if "icon.svg" in sheet.read_text("utf-8")})


def test_next_page_is_light(page, clinic):
    weight, limit = weigh(page.built), NEXT + BRAND * bool(clinic["name"])
    assert weight <= limit, f"{page}: {weight} bytes gzipped, at most {limit} are allowed; take out a sentence that says least, use fewer sources, or split the page"


def test_first_visit_is_light(page, site):
    # What search adds at its first use has a limit of its own, in test_search.py.
    weights = {path.name: weigh(path) for path in [page.built, *parts(page, site)] if not path.name.startswith("search")}
    assert sum(weights.values()) <= FIRST, f"{page}: a first visit costs {sum(weights.values())} bytes gzipped, at most {FIRST}: {weights}"


def test_scripts_are_few(page, site):
    scripts = {path.name: weigh(path) for path in parts(page, site) if path.suffix == ".js"}
    limit = 9_000 if page.source.name == "search.md" else SCRIPT
    assert sum(scripts.values()) <= limit, f"{page}: scripts of {sum(scripts.values())} bytes gzipped, at most {limit}: {scripts}"


@pytest.mark.parametrize("bytes_, heavy", {b"a" * 100_000: False, bytes(range(256)) * 2: False}.items())
def test_weight_is_measured_gzipped(bytes_, heavy, tmp_path):
    (tmp_path / "page.html").write_bytes(bytes_)
    assert (weigh(tmp_path / "page.html") > 1_000) is heavy
