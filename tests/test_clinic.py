"""A clinic can put its name on the guide: right settings show on every page, wrong ones are refused, none can do harm."""

import re
import unicodedata
from datetime import date
from functools import partial
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import DOCS, ROOT, Page, build, copy, serve, sources
from prose import plain
from test_links import broken
from test_privacy import watch
from test_statements import NUMBERS, UNREVIEWED, missing

# The most characters that fit on a phone's header and a printed sheet.
LONGEST = {"name": 80, "phone": 40, "address": 200, "url": 200, "logo": 60, "emergency_number": 20, "role": 80, "date": 10}
PICTURES = (".svg", ".png", ".jpg", ".webp")


def faults(clinic, today, docs=DOCS):
    """What is wrong with the `clinic` settings on the day `today`, as a list of sentences with key, value and remedy; pictures are below `docs`."""
    if not isinstance(clinic, dict):
        return [f"extra.clinic: {clinic!r} is not a group of settings; copy the block from the first mkdocs.yml"]
    found, reviewer = [], clinic.get("reviewer", {})
    if not isinstance(reviewer, dict):
        found.append(f"extra.clinic.reviewer: {reviewer!r} is not a group; write name, role and date below it, each on a line of its own")
        reviewer = {}
    given = {key: value for key, value in clinic.items() if key != "reviewer"} | {f"reviewer.{key}": value for key, value in reviewer.items()}
    for key, value in given.items():
        found += [f"extra.clinic.{key}: {str(value)[:60]!r} {problem}" for problem in problems(key, value, today, docs)]
    if reviewer and 0 < sum(bool(reviewer.get(key)) for key in ("name", "role", "date")) < 3:
        found.append(f"extra.clinic.reviewer: {reviewer!r} is not whole; give name, role and date, or leave all three empty")
    if not clinic.get("name") and any(given.get(key) for key in ("phone", "address", "url", "logo", "reviewer.name")):
        found.append("extra.clinic.name: '' is empty though other settings are not; write the clinic's name")
    return found


def problems(key, value, today, docs):
    """What is wrong with one setting: a list of remedies, the first that fits; empty where it is right."""
    short = key.removeprefix("reviewer.")
    if short not in LONGEST:
        return ["is set, but nothing reads this key; correct its spelling or take it out"]
    if value == "":
        return []
    if not isinstance(value, str):
        return ['is not text; put it in double quotes, or write "" for nothing']
    if len(value) > LONGEST[short]:
        return [f"has {len(value)} characters; use at most {LONGEST[short]}"]
    if value != value.strip() or "  " in value:
        return ["has spaces at an end or in a row; take them out"]
    if re.search(r"[<>{}]", value) or any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs") for letter in value):
        return ["has markup or hidden characters; type it again as plain text"]
    return [remedy for right, remedy in [RULES.get(short, lambda *_: (True, ""))(value, today, docs)] if not right]


def is_url(value, *_):
    parts = urlsplit(value)
    right = re.fullmatch(r"https://[\w.-]+\.[\w-]+(:\d+)?(/[\w./~%?&=#-]*)?", value, re.A) and parts.hostname
    return right, "is not a safe address; write one that begins with https://, such as https://clinic.example/"


def is_picture(value, today, docs):
    right = "/" not in value and "\\" not in value and value.endswith(PICTURES) and (docs / "assets" / value).is_file()
    return right, f"is not a picture in docs/assets; put it there ({', '.join(PICTURES)}) and write its file name alone"


def is_past_day(value, today, *_):
    remedy = f'is not a day up to today; write year-month-day in quotes, such as "{today}"'
    try:
        return len(value) == 10 and date.fromisoformat(value) <= today, remedy
    except ValueError:
        return False, remedy


def matches(pattern, remedy, value, *_):
    return re.fullmatch(pattern, value, re.A), remedy


RULES = {
    "url": is_url,
    "logo": is_picture,
    "date": is_past_day,
    "phone": partial(matches, r"[\d+(][\d ()+./-]*( (ext|x)\.? ?\d+)?", "is not a phone number; use digits and spaces, such as +1 555 0100"),
    "emergency_number": partial(matches, r"\d{3}[\d ]*", 'is not a phone number; use three digits or more in quotes, such as "112"'),
}


def test_settings_are_right(clinic):
    found = faults(clinic, date.today())
    assert not found, "mkdocs.yml: " + "\n  ".join(found)


def test_settings_on_the_page_for_clinics_are_right():
    page = (DOCS / "about/for-clinics.md").read_text("utf-8")
    block = yaml.safe_load(page[page.index("        extra:") : page.index("\n4. ")])["extra"]["clinic"]
    assert not faults(block, TODAY) and set(LONGEST) - {"role", "date"} | {"reviewer"} == set(block), "docs/about/for-clinics.md: show every setting, rightly"


EMPTY = {"name": "", "phone": "", "address": "", "url": "", "logo": "", "emergency_number": "", "reviewer": {"name": "", "role": "", "date": ""}}
GOOD = yaml.safe_load((ROOT / "tests/clinic.yml").read_text("utf-8"))["extra"]["clinic"]
TODAY = date(2026, 11, 22)
# Settings that are right, though they look odd: shown as they are.
ODD = [
    ("name", "O'Brien & Sons \"Foot\" Clinic"),
    ("name", "عيادة القدم"),
    ("name", "Zürich Füße Praxis"),
    ("address", "1 Street; DROP TABLE clinics, Town"),
    ("address", "&lt;b&gt;"),
    ("reviewer.role", "nurse & \\\" podiatrist"),
    ("reviewer.name", "Ana O'Neill-Özil"),
    ("phone", "(020) 7946-0000 ext 12"),
    ("emergency_number", "000"),
    ("url", "https://clinic.example/a?b=1&c=2#d"),
]
# Settings that are wrong: refused by the test above, and harmless on the page all the same.
WRONG = [
    ("name", "<script>alert(1)</script>"),
    ("name", "<img src=x onerror=alert(1)>"),
    ("name", "</title><script src=//evil.example></script>"),
    ("name", "{{ config.site_name }}"),
    ("name", "a" * 10_000),
    ("name", "\u202eclinic\u202d evil"),
    ("name", "Clinic\x00Two"),
    ("name", "   "),
    ("name", None),
    ("name", ["A", "B"]),
    ("name", {"first": "<b>x</b>"}),
    ("name", 42),
    ("name", True),
    ("phone", '"><script>alert(1)</script>'),
    ("phone", "javascript:alert(1)"),
    ("phone", 15550100),
    ("phone", "call us"),
    ("address", "1 Street\n<br>Town"),
    ("address", "<!-- -->"),
    ("address", ["1 Street", "Town"]),
    ("url", "javascript:alert(1)"),
    ("url", "JaVaScRiPt:alert(1)"),
    ("url", "data:text/html,<script>alert(1)</script>"),
    ("url", "http://clinic.example/"),
    ("url", 'https://clinic.example/" onclick="alert(1)'),
    ("url", "https://user:secret@clinic.example/"),
    ("url", "//evil.example"),
    ("url", "clinic.example"),
    ("url", ["https://clinic.example/"]),
    ("logo", "missing.png"),
    ("logo", "../../mkdocs.yml"),
    ("logo", "https://evil.example/logo.png"),
    ("logo", '"><script>alert(1)</script>.png'),
    ("logo", 7),
    ("emergency_number", 999),
    ("emergency_number", 0),
    ("emergency_number", "<b>999</b>"),
    ("emergency_number", "ring us"),
    ("reviewer", "Jane Doe"),
    ("reviewer", None),
    ("reviewer", ["Jane", "nurse"]),
    ("reviewer.name", "<b>Jane</b></script><script>alert(1)</script>"),
    ("reviewer.name", ""),
    ("reviewer.role", None),
    ("reviewer.date", None),
    ("reviewer.date", ""),
    ("reviewer.date", "soon"),
    ("reviewer.date", "2026-13-45"),
    ("reviewer.date", "2099-01-01"),
    ("reviewer.date", '2026-11-01"><b>'),
    ("reviewer.date", date(2026, 11, 1)),
    ("nmae", "Example Clinic"),
    ("", None),
    ("", []),
    ("", "Example Clinic"),
]


def changed(key, value):
    """The made-up clinic's settings with one changed; an empty key stands for all of them."""
    return merged(GOOD, key, value) if key else value


def merged(clinic, key, value):
    """The `clinic` settings with `key` changed; a dot parts a group from the key in it."""
    group, _, inner = key.partition(".")
    return clinic | {group: clinic[group] | {inner: value} if inner else value}


@pytest.mark.parametrize("key, value", WRONG, ids=lambda part: repr(part)[:40])
def test_wrong_setting_is_refused_by_name(key, value):
    assert not faults(GOOD, TODAY) and not faults(EMPTY, TODAY)
    found = faults(changed(key, value), TODAY)
    assert found and f"extra.clinic{'.' if key else ''}{key.split('.')[0]}" in found[0], f"nothing names {key}: {found}"


@pytest.mark.parametrize("key, value", ODD, ids=lambda part: repr(part)[:40])
def test_odd_setting_is_allowed(key, value):
    assert not faults(changed(key, value), TODAY)


def small_copy(folder, settings, clinic):
    """A guide of one page in `folder` with the `clinic` settings; returns the path of its settings file."""
    config = folder / "mkdocs.yml"
    if not config.exists():
        copy(folder)
        for source in sources():
            if source.as_posix() != "about/privacy.md":
                (folder / "docs" / source).unlink()
    config.write_text(yaml.safe_dump(settings | {"nav": ["about/privacy.md"], "not_in_nav": "", "extra": {"clinic": clinic}}), "utf-8")
    return config


@pytest.fixture(scope="module")
def small(tmp_path_factory, settings):
    """A function that builds the small copy with some clinic settings by a builder; returns the page's HTML, or the builder's words where it refuses."""
    folder = tmp_path_factory.mktemp("small")

    def built(clinic, builder):
        site = folder / f"built-{builder}"
        done = build(site, small_copy(folder, settings, clinic), builder)
        return BeautifulSoup((site / "about/privacy/index.html").read_bytes(), "html.parser") if not done.returncode else done.stdout + done.stderr

    return built


def shape(html):
    """Every tag of `html` with the names of its attributes, in order, less what a clinic's settings may add."""
    copy_ = BeautifulSoup(str(html), "html.parser")
    for mine in copy_.select(".head__clinic > img, .foot__clinic a, bdi"):
        mine.unwrap()
    for mine in copy_.select(".head__clinic, .foot__clinic, .review, .statements li:last-child"):
        assert {tag.name for tag in mine.select("*")} <= {"a", "time"}, f"a setting broke out: {mine}"
    for mine in copy_.select(".head__clinic, .foot__clinic, .review time"):
        mine.decompose()
    return [(tag.name, sorted(tag.attrs)) for tag in copy_.select("*")]


def dangers(html):
    """Addresses and attributes in `html` that could run something or leave the site by a way the clinic did not choose."""
    for tag in html.select("*"):
        yield from (f"{tag.name} {name}" for name in tag.attrs if name.startswith("on"))
        yield from (
            tag[name]
            for name in ("href", "src", "action")
            if tag.has_attr(name) and urlsplit(tag[name]).scheme not in ("", "https") or str(tag.get(name, "")).startswith("//")
        )


def rounds(cases):
    """`cases` packed into few settings, each with at most one case a key, since a build takes a second; yields the settings and the cases in them."""
    left = list(cases)
    while left:
        taken, clinic = {}, GOOD
        for key, value in left:
            if key and taken.keys().isdisjoint({"", key, key.split(".")[0]}) and not (key == "reviewer" and any(one.startswith("reviewer.") for one in taken)):
                taken[key], clinic = value, merged(clinic, key, value)
            elif not taken:
                taken, clinic = {key: value}, value
        for case in taken.items():
            left.pop(next(i for i, one in enumerate(left) if one[0] == case[0] and one[1] is case[1]))
        yield clinic, taken


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_hostile_settings_do_no_harm(small, builder):
    plain_page = shape(small(EMPTY, builder))
    for clinic, taken in rounds(WRONG):
        html = small(clinic, builder)
        if isinstance(html, str):
            assert "extra" in html, f"{builder} stops and does not say that a setting under extra is wrong: {str(taken)[:300]} {html[-300:]}"
            continue
        assert shape(html) == plain_page, f"a setting changes the page's tags; print it with | e: {str(taken)[:300]}"
        assert not list(dangers(html)), f"these settings give the page {list(dangers(html))}: {str(taken)[:300]}"
    for clinic, taken in rounds(ODD):
        html = small(clinic, builder)
        assert shape(html) == plain_page and not list(dangers(html)), f"a right setting breaks the page: {taken}"
        shown = html.get_text() + " ".join(tag["href"] for tag in html.select(".foot__clinic a"))
        hidden = {key: value for key, value in taken.items() if value not in shown}
        assert not hidden, f"these do not show as they were written: {hidden}"


def test_broken_out_setting_is_noticed():
    whole = '<p class="head__clinic">From <bdi>A</bdi></p>'
    assert shape(BeautifulSoup(whole, "html.parser")) == []
    with pytest.raises(AssertionError):
        shape(BeautifulSoup(whole.replace("A", "<b>A</b>"), "html.parser"))
    assert list(dangers(BeautifulSoup('<a href="javascript:a()" onclick="a()">', "html.parser"))) == ["a onclick", "javascript:a()"]


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def branded(request, tmp_path_factory):
    """The made-up clinic's copy under a path: its pages by either builder and the address that serves it."""
    root = tmp_path_factory.mktemp("branded")
    done = build(root / "feet", copy(tmp_path_factory.mktemp("copy"), ROOT / "tests/clinic.yml"), request.param)
    assert not done.returncode, f"{request.param} cannot build tests/clinic.yml: {done.stdout}{done.stderr}"
    server = serve(root)
    yield [Page(source, root / "feet") for source in sources()], server.base + "feet/", root
    server.shutdown()


def test_clinic_shows_on_every_page(branded):
    for page in branded[0]:
        head, foot, review = (page.html.select_one(part).get_text(" ", strip=True) for part in (".head__clinic", ".foot__clinic", ".review"))
        assert GOOD["name"] in head, f"{page}: the header does not name the clinic"
        assert all(GOOD[key] in foot for key in ("name", "phone", "address")), f"{page}: the footer does not say how to reach the clinic"
        assert page.html.select_one(f'.foot__clinic a[href="{GOOD["url"]}"]'), f"{page}: the footer does not link to the clinic"
        assert "1 November 2026" in review and GOOD["reviewer"]["name"] in review and UNREVIEWED not in review, f"{page}: the review line is wrong: {review}"
        said = plain(page.html.select_one(".statements").get_text(" "))
        assert f"call {GOOD['emergency_number']}" in said.replace("  ", " ") and NUMBERS not in said and not missing(page.html), f"{page}: wrong statements: {said}"


def test_branded_links_lead_somewhere(branded):
    pages, _, root = branded
    found = [f"{page}: {link}" for page in pages for link in broken(page.html, page.built, root)]
    error = BeautifulSoup((root / "feet/404.html").read_bytes(), "html.parser")
    assert not found and not broken(error, root / "feet/404.html", root), f"lead nowhere under a path: {found or broken(error, root / 'feet/404.html', root)}"


def test_branded_pages_keep_to_themselves(branded, tab):
    pages, base, _ = branded
    found = watch(tab(), *(base + page.address for page in pages))
    assert not found, f"with a clinic's settings and under a path, a page {'; '.join(found)}"


def test_empty_setting_leaves_no_gap(page, clinic):
    frame = plain(" ".join(part.get_text() for part in page.html.select(".head, .foot, .review, .statements")))
    gap = re.search(r"None|null|undefined|\{\{|From \.|for by|, ,|\(\s*\)| ,", frame)
    assert not gap, f"{page}: a setting that is empty leaves a gap: {gap}"
    assert clinic["name"] or not page.html.select(".head__clinic, .foot__clinic"), f"{page}: an unbranded copy has an empty line for the clinic"
