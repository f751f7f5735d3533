"""A clinic's web server can send the same strict rules that each page states, and more."""

import re
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from conftest import DOCS, ROOT, Quiet
from test_privacy import POLICY, watch

# What each answer of the server says; the rest is in docs/_headers.
RULES = {
    "Content-Security-Policy": POLICY + "; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def headers(text, path="/*"):
    """The headers that a `_headers` file sets for `path`, as a dict."""
    found, here = {}, False
    for line in text.splitlines():
        if line and not line[0].isspace():
            here = line == path
        elif here and ":" in line:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found


@pytest.mark.parametrize("name", ["_headers", "robots.txt", "assets/icon.svg", "assets/site.webmanifest", "assets/preview.png"])
def test_file_for_the_server_is_there(name):
    assert (DOCS / name).is_file(), f"docs/{name} is gone; the server or the browser needs it: bring it back, for example with git checkout docs/{name}"


def test_headers_file_is_published(site):
    sent = headers((site / "_headers").read_text("utf-8"))
    wrong = {name: sent.get(name) for name, value in RULES.items() if sent.get(name) != value}
    assert not wrong, f"docs/_headers: these differ from the rules in tests/test_hosting.py: {wrong}"
    assert "Permissions-Policy" in sent, "docs/_headers: add Permissions-Policy"
    # No name of ours carries a version, so an hour is as long as an old style sheet may outlive its page.
    assert headers((site / "_headers").read_text("utf-8"), "/assets/*") == {"Cache-Control": "max-age=3600"}


@pytest.mark.parametrize("start, form", [("```nginx", 'add_header {} "{}" always;'), ("```apache", 'Header always set {} "{}"')], ids=["nginx", "apache"])
def test_snippets_say_the_same(start, form):
    snippet = (DOCS / "about/for-clinics.md").read_text("utf-8").partition(start)[2].partition("```")[0]
    lacking = [form.format(*pair) for pair in headers((DOCS / "_headers").read_text("utf-8")).items() if form.format(*pair) not in snippet]
    assert not lacking, f"docs/about/for-clinics.md: the block {start} must say, as docs/_headers does: {lacking}"


def test_pages_work_under_the_rules(site, tab):
    sent = headers((site / "_headers").read_text("utf-8"))

    class Strict(Quiet):
        def end_headers(self):
            for pair in sent.items():
                self.send_header(*pair)
            super().end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    for address in ("", "search/?q=warfarin", "deciding/safety-check/", "about/for-clinics/"):
        assert not watch(tab(), base + address), f"{address} breaks a rule of docs/_headers"
    server.shutdown()


def test_missing_header_is_noticed():
    assert headers("/*\n  A: b\n/assets/*\n  A: c\n") == {"A": "b"}
    assert headers("/*\n") == {}


def unpinned(workflow):
    """The actions that the text `workflow` uses by a name that can change, not by commit."""
    return [used for used in re.findall(r"uses:\s*(\S+)", workflow) if not re.fullmatch(r"\./\S+|[\w./-]+@[0-9a-f]{40}", used)]


def test_actions_are_pinned_by_commit():
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        text = path.read_text("utf-8")
        assert not unpinned(text), f"{path.name}: name the commit after the @, 40 letters and digits: {unpinned(text)}"
        assert "\npermissions:\n  contents: read\n" in text, f"{path.name}: ask for read permission only"
        if "deploy-pages" in text:
            assert "needs: test" in text, f"{path.name}: publish nothing untested; write needs: test"


def test_unpinned_action_is_noticed():
    assert unpinned("- uses: a/b@v4") == ["a/b@v4"]
    assert not unpinned(f"- uses: a/b@{'0' * 40} # v4\n- uses: ./.github/workflows/test.yml")


def test_copied_links_lead_somewhere(site):
    page = (DOCS / "about/for-clinics.md").read_text("utf-8")
    copied = re.findall(r'href="https://example\.org/([^"?#]*)', page)
    gone = [address for address in copied if not (site / address / "index.html").is_file()]
    assert copied and not gone, f"docs/about/for-clinics.md: these links in the blocks to copy lead nowhere: {gone}"
