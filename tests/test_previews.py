"""What a search engine, a message or a home screen shows of a page is what the page says, no more."""

import json
import struct
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS, sources
from prose import plain

IMAGE, LARGEST = (1200, 630), 60_000  # pixels; bytes


def faults(html, address, settings):
    """Where the tags in the head of `html` say other than its page, at `address` below the site's own; a list of sentences."""
    found = []
    tags = {tag.get("property") or tag.get("name"): tag["content"] for tag in html.select("meta[content]")}
    heading, article = plain(html.select_one("h1").get_text(" ")), plain(html.select_one("article").get_text(" "))
    told = {
        "og:title": heading,
        "og:image": settings["site_url"] + "assets/preview.png",
        "twitter:card": "summary_large_image",
    }
    found += [f"{name} says {tags.get(name)!r}, the page says {right!r}" for name, right in told.items() if plain(tags.get(name, "")) != right]
    canonical = html.select_one("link[rel=canonical]")
    if not canonical or canonical["href"] != settings["site_url"] + address:
        found.append(f"the canonical address is {canonical and canonical['href']!r}, not {settings['site_url'] + address!r}")
    data = html.select_one('script[type="application/ld+json"]')
    if bool(data) != bool(html.select_one("article #sources")):
        found.append("a page with sources, and no other, has JSON-LD")
    if data:
        found += said_in_data(json.loads(data.get_text()), html, article, settings["extra"]["clinic"]["reviewer"]["name"])
    return found


def said_in_data(data, html, article, reviewer):
    """Where the JSON-LD `data` says other than the page `html`."""
    found = []
    if (data.get("@context"), data.get("@type"), data.get("audience")) != ("https://schema.org", "MedicalWebPage", {"@type": "Patient"}):
        found.append("the JSON-LD is not a MedicalWebPage for patients")
    about = data.get("about", {}).get("name", "")
    if about.lower() not in article.lower():
        found.append(f"the JSON-LD is about {about}, which the page does not name")
    shown = [tag["datetime"] for tag in html.select(".review time")]
    if data["lastReviewed"] not in shown[:1]:
        found.append(f"lastReviewed is {data['lastReviewed']}, the page shows {shown}")
    if not html.select_one("article " + data["citation"]["@id"]):
        found.append(f"citation leads to {data['citation']['@id']}, which the page lacks")
    if bool(data.get("reviewedBy")) != bool(reviewer) or data.get("reviewedBy", {}).get("name", "") != reviewer or reviewer not in html.select_one(".review").get_text():
        found.append(f"reviewedBy is {data.get('reviewedBy')}, the reviewer is {reviewer!r}")
    return found


def test_tags_say_what_the_page_says(page, settings):
    address = page.meta.get("moved_to", page.address)
    found = faults(page.html, address, settings)
    assert not found, f"{page}: overrides/partials/preview.html: " + "; ".join(found)


def test_description_is_the_page_s_own(page):
    tags = page.html.select('meta[name="description"]')
    assert [tag["content"] for tag in tags] == [page.meta["description"]], f"{page}: the description in the page is not the one in its front matter"


GOOD = """<meta property="og:title" content="A &amp; B"><meta property="og:image" content="https://a.example/assets/preview.png">
<meta name="twitter:card" content="summary_large_image"><link rel="canonical" href="https://a.example/b/">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalWebPage","audience":{"@type":"Patient"},
"about":{"name":"Neuropathy"},"citation":{"@id":"#sources"},"lastReviewed":"2026-11-22"}</script>
<article><h1>A &amp; B</h1><p>On neuropathy.</p><h2 id="sources">Sources</h2><p class="review"><time datetime="2026-11-22">22 November 2026</time></p></article>"""


@pytest.mark.parametrize(
    "old, new",
    [
        ('content="A &amp; B"', 'content="A cure"'),
        ("summary_large_image", "summary"),
        ("a.example/b/", "a.example/c/"),
        ("On neuropathy", "On feet"),
        ('lastReviewed":"2026-11-22', 'lastReviewed":"2026-11-23'),
        ('"lastReviewed"', '"reviewedBy":{"name":"Dr A"},"lastReviewed"'),
        ('id="sources"', 'id="other"'),
        ("Patient", "Clinician"),
    ],
)
def test_tag_that_says_more_is_noticed(old, new):
    settings = {"site_url": "https://a.example/", "extra": {"clinic": {"reviewer": {"name": ""}}}}
    assert not faults(BeautifulSoup(GOOD, "html.parser"), "b/", settings)
    assert faults(BeautifulSoup(GOOD.replace(old, new), "html.parser"), "b/", settings)


def png_size(path):
    """The width and height in pixels of the PNG file `path`."""
    return struct.unpack(">II", path.read_bytes()[16:24])


def test_picture_is_made_for_previews():
    picture = DOCS / "assets/preview.png"
    assert png_size(picture) == IMAGE and picture.stat().st_size <= LARGEST, f"{picture.name}: make it {IMAGE} pixels and at most {LARGEST} bytes"


def test_icons_are_there(page):
    for rel in ("icon", "apple-touch-icon", "manifest"):
        link = page.html.select_one(f'link[rel="{rel}"]')
        assert link and page.built.parent.joinpath(link["href"]).is_file(), f"{page}: the {rel} is missing; see overrides/base.html"


def test_manifest_is_right(site, settings):
    manifest = json.loads((site / "assets/site.webmanifest").read_text("utf-8"))
    assert manifest["name"] == settings["site_name"], "docs/assets/site.webmanifest: write the same name as site_name in mkdocs.yml"
    assert (site / "assets" / manifest["start_url"]).resolve() == site.resolve(), "docs/assets/site.webmanifest: start_url is the home page, one folder up"
    for icon in manifest["icons"]:
        path = site / "assets" / icon["src"]
        assert path.is_file() and (icon["sizes"] == "any" or "{}x{}".format(*png_size(path)) == icon["sizes"]), f"site.webmanifest: {icon} is not so"


def test_site_map_lists_every_page(site, settings):
    from conftest import Page

    listed = {entry.text for entry in ElementTree.parse(site / "sitemap.xml").findall(".//{*}loc")}
    pages = {settings["site_url"] + Page(source, site).address for source in sources()}
    assert listed == pages, f"sitemap.xml differs from the pages: {sorted(listed ^ pages)}"


def test_robots_may_read_all(site):
    assert (site / "robots.txt").read_text("utf-8").split() == ["User-agent:", "*", "Allow:", "/"], "docs/robots.txt: let everyone in"
