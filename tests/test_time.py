"""What a change cannot break but time can: reviews fall due, sources age, links die, faults in our tools become known.

Run weekly with `pytest -m scheduled`, and never on a change: none of it is an editor's doing.
"""

import csv
import json
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from conftest import DOCS, ROOT, Page, sources
from test_sources import SNIPPET, read

OLD = 5  # years after which a source needs a newer check
CHECK = timedelta(days=366)  # how long a check of an old source holds


def overdue(pages, today):
    """The `pages` whose next review is past on the day `today`, as plain sentences."""
    return [f"{page}: its review was due on {page.meta['next_review']}; check the page against its sources, then move both dates" for page in pages if page.meta["next_review"] < today]


def aged(source, year, checked, today):
    """Why the `source` of the `year` (or None), last checked with a page on the day `checked`, needs a newer check; or an empty string."""
    if year is None or today.year - year <= OLD or checked and today - checked <= CHECK:
        return ""
    return f"{source} ({year}): last checked {checked or 'never'}; look for newer evidence, then move reviewed: on the pages that use it"


def dead(report):
    """The addresses that LinkChecker's `report`, CSV text, calls broken, each with the reason. A server that only refuses robots is not dead."""
    rows = csv.DictReader((line for line in report.splitlines() if not line.startswith("#")), delimiter=";")
    return [f"{row['urlname']}: {row['result']}" for row in rows if row["valid"] == "False" and not re.match(r"(401|403|405|406|418|429|5\d\d)\b", row["result"])]


def known_faults(report):
    """The versions that pip-audit's `report`, JSON text, knows a fault of, each with what mends it."""
    return [
        f"{one['name']} {one['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version yet'}" for one in json.loads(report)["dependencies"] for fault in one.get("vulns", [])
    ]


def tool(name, *words, **settings):
    """The standard output of the command `name` of this environment; fails with its own words where it cannot be run."""
    done = subprocess.run([sys.executable, "-m", name, *words], capture_output=True, text=True, **settings)
    if not done.stdout:
        pytest.fail(f"{name} could not run; install it with .venv/bin/pip install -c constraints.txt '.[scheduled]'. It says: {done.stderr[-500:]}")
    return done.stdout


@pytest.mark.scheduled
def test_no_review_is_overdue():
    found = overdue([Page(source, ROOT) for source in sources()], date.today())
    assert not found, "\n  ".join(found)


@pytest.mark.scheduled
def test_old_sources_were_checked_again():
    pages = [Page(source, ROOT) for source in sources() if source.parts[:2] != ("about", "sources")]
    found = []
    for name, body in read(SNIPPET.read_text("utf-8")).items():
        years = [int(year) for year in re.findall(r"\b((?:19|20)\d\d)\b(?!/)", re.sub(r"\(http\S+\)", "", body))]
        checked = max((page.meta["reviewed"] for page in pages if f'"sources.md:{name}"' in page.text), default=None)
        found.append(aged(name, max(years, default=None), checked, date.today()))
    found = [line for line in found if line]
    assert not found, "docs/.snippets/sources.md:\n  " + "\n  ".join(found)


@pytest.mark.scheduled
def test_outside_links_still_answer():
    """Asks each address once, two at a time, and keeps to each host's robots.txt."""
    links = sorted({link for path in [SNIPPET, *DOCS.rglob("*.md")] for link in re.findall(r"\]\((https://[^)\s]+)\)", path.read_text("utf-8")) if "example.org" not in link})
    found = dead(tool("linkcheck", "--stdin", "--no-status", "-r", "0", "-t", "2", "--timeout", "30", "-o", "csv", input="\n".join(links)))
    assert not found, "these outside links answer no more; find where each went:\n  " + "\n  ".join(found)


@pytest.mark.scheduled
def test_versions_have_no_known_fault():
    found = known_faults(tool("pip_audit", "-r", str(ROOT / "constraints.txt"), "--no-deps", "--disable-pip", "-f", "json", "--progress-spinner", "off"))
    assert not found, "constraints.txt: raise these versions and run all tests:\n  " + "\n  ".join(found)


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "year, checked, fine",
    [(2025, None, True), (None, None, True), (2015, date(2026, 3, 1), True), (2015, date(2025, 3, 1), False), (2015, None, False)],
)
def test_aged_source_is_noticed(year, checked, fine):
    assert (aged("a", year, checked, TODAY) == "") is fine


def test_overdue_review_is_noticed(tmp_path):
    (tmp_path / "a.md").write_text("---\nnext_review: 2026-11-21\n---\n# A\n")
    (tmp_path / "b.md").write_text("---\nnext_review: 2026-11-22\n---\n# B\n")
    pages = [Page((tmp_path / name).relative_to(tmp_path), tmp_path, tmp_path) for name in ("a.md", "b.md")]
    assert len(overdue(pages, TODAY)) == 1 and "docs/a.md" in overdue(pages, TODAY)[0]


def test_dead_link_is_noticed():
    head = "# made by LinkChecker\nurlname;parentname;base;result;valid\n"
    assert dead(head + "https://a.example/;;;404 Not Found;False\n") == ["https://a.example/: 404 Not Found"]
    assert not dead(head + "https://a.example/;;;200 OK;True\nhttps://b.example/;;;403 Forbidden;False\n")


def test_known_fault_is_noticed():
    report = {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}, {"name": "b", "version": "1", "vulns": []}]}
    assert known_faults(json.dumps(report)) == ["a 1: CVE-1, mended in 2"]
