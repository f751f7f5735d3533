"""An address is for good: every page and part of a page ever published still answers, or leads on."""

from pathlib import Path

import pytest
import yaml
from conftest import Page, build, copy, serve, sources

KEPT = Path(__file__).parent / "addresses.txt"


def read_kept():
    """The addresses that were ever published, each with a slash before it, as a set."""
    return set(KEPT.read_text("utf-8").split("\n")) - {""} if KEPT.exists() else set()


def addresses(page):
    """The address of `page` and those of the parts of its text that can be linked to, as strings."""
    ids = {tag["id"] for tag in page.article.select("[id]:not(svg *, input)") if not tag["id"].startswith("fn")}
    return {page.address} | {f"{page.address}#{one}" for one in ids}


def all_addresses(site):
    return set().union(*(addresses(Page(source, site)) for source in sources()))


def lost(kept, found, moved):
    """The `kept` addresses that neither stand among those `found` nor are on a page that `moved`, each with its remedy."""
    for address in sorted(kept - found):
        where, _, part = address.partition("#")
        if where in moved:
            continue
        if where in found:
            yield f"{where}#{part} answers no more; write {{ #{part} }} after the heading that took its place"
        elif not part:
            yield f"{where} answers no more; put a page there that has moved_to: in its front matter, and a link (about/for-clinics.md says how)"


def test_kept_addresses_still_answer(site):
    kept = {one.removeprefix("/") for one in read_kept()}
    moved = {page.address for page in (Page(source, site) for source in sources()) if "moved_to" in page.meta}
    found = list(lost(kept, all_addresses(site), moved))
    assert not found, "these addresses were published and are for good:\n  " + "\n  ".join(found)


def test_new_addresses_are_kept(site, pytestconfig):
    kept = read_kept()
    new = {f"/{one}" for one in all_addresses(site)} - kept
    if pytestconfig.getoption("write_addresses"):
        KEPT.write_text("\n".join(sorted(kept | new)) + "\n", "utf-8")
    else:
        assert not new, f"these addresses are new; run pytest --write-addresses -k addresses to keep them: {sorted(new)[:5]}"


@pytest.mark.parametrize(
    "kept, found, moved, count",
    [
        ({"a/", "a/#b"}, {"a/", "a/#b", "a/#c"}, set(), 0),
        ({"a/", "a/#b"}, {"a/"}, set(), 1),
        ({"a/", "a/#b"}, {"c/"}, set(), 1),
        ({"a/", "a/#b"}, {"a/"}, {"a/"}, 0),
        ({"", "#b"}, {""}, set(), 1),
    ],
)
def test_lost_address_is_noticed(kept, found, moved, count):
    assert len(list(lost(kept, found, moved))) == count


def test_moved_page_names_its_new_place(page, site):
    if "moved_to" in page.meta:
        found = faults(page, site)
        assert not found, f"{page}: {'; '.join(found)}"


def faults(page, site):
    """What is wrong with a `page` that has moved: sentences; empty where it leads on."""
    to = str(page.meta["moved_to"])
    target = (site / to).resolve()
    if to.startswith("/") or not to.endswith("/") or not (target / "index.html").is_file():
        return [f"moved_to: {to} is not a page of the site; write its address, such as acupuncture/safety/"]
    if target not in {page.built.parent.joinpath(link["href"]).resolve() for link in page.article.select("a[href]")}:
        return [f"moved_to: {to}, but the text has no link to it; some browsers do not lead on by themselves"]
    return []


MOVED = """---
description: {}
reviewed: 2026-11-22
next_review: 2027-11-22
moved_to: {}
---

# This page has moved

{}
"""


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_moved_page_leads_on_without_script(builder, settings, tmp_path, tab):
    config = copy(tmp_path)
    old = tmp_path / "docs/about/old-name.md"
    config.write_text(yaml.safe_dump(settings | {"not_in_nav": f"{settings['not_in_nav']}\nabout/old-name.md"}), "utf-8")
    old.write_text(MOVED.format("d" * 80, "about/privacy/", "See [what we keep about you](privacy.md)."), "utf-8")
    done = build(tmp_path / "out/feet", config, builder)
    assert not done.returncode, done.stdout + done.stderr
    page = Page(Path("about/old-name.md"), tmp_path / "out/feet", tmp_path / "docs")
    assert not faults(page, tmp_path / "out/feet")
    server = serve(tmp_path / "out")
    opened = tab(java_script_enabled=False)
    opened.goto(server.base + "feet/about/old-name/")
    opened.wait_for_url("**/about/privacy/", timeout=10_000)
    server.shutdown()


@pytest.mark.parametrize("to, text", [("about/nowhere/", "[x](privacy.md)"), ("about/privacy", "[x](privacy.md)"), ("about/privacy/", "No link.")])
def test_page_moved_to_nowhere_is_noticed(to, text, tmp_path):
    for name in ("old", "privacy"):
        (tmp_path / "about" / name).mkdir(parents=True)
        (tmp_path / f"about/{name}/index.html").write_text(f"<article>{text.replace('[x](privacy.md)', '<a href=../privacy/>x</a>')}</article>")
    (tmp_path / "about/old.md").write_text(MOVED.format("d", to, text))
    assert faults(Page(Path("about/old.md"), tmp_path, tmp_path), tmp_path)
