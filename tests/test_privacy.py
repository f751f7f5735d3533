"""Nothing leaves the reader's device: no outside request, no cookie, no storage, no broken rule."""

import re

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS, Page, sources

WATCH = "document.addEventListener('securitypolicyviolation', event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def watch(opened, *addresses):
    """Open the `addresses` of one site in the tab `opened`, scroll through each and unfold it; returns what a private page may not do."""
    asked, said = [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.add_init_script(WATCH)
    for address in addresses:
        opened.goto(address)
        opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        opened.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")  # a smooth one is waited for
    opened.wait_for_load_state("networkidle")
    origin = "/".join(addresses[0].split("/")[:3]) + "/"
    kept = opened.evaluate("async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]")
    found = [f"asks {url}" for url in asked if not url.startswith((origin, "data:"))]
    found += [f"says on the console: {text}" for text in said]
    found += [f"keeps something: {kept}"] if any(kept) or opened.context.cookies() else []
    return found


def test_page_keeps_to_itself(page, base, tab):
    found = watch(tab(), base + page.address)
    assert not found, f"{page}: the page {'; '.join(found)}"


# What each page's head must hold, so that it is private, reads in its own language and fits a phone.
HEAD = ("html[lang=en]", "meta[charset=utf-8]", 'meta[name=viewport][content="width=device-width"]', "meta[name=referrer][content=no-referrer]", 'link[href$="print.css"][media=print]', 'a.skip[href="#main"]')


def test_head_is_whole(page):
    lacking = [part for part in HEAD if not page.html.select_one(part)]
    assert not lacking, f"{page}: the page lacks {', '.join(lacking)}; restore it in overrides/base.html"
    assert not page.html.select("meta[name=robots]"), f"{page}: it hides from search engines; take meta robots out of overrides/base.html"


def test_page_states_the_policy(page):
    stated = page.html.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert stated and stated["content"] == POLICY, f"{page}: restore the content security policy in overrides/base.html"
    inline = page.html.select("[style], style, script:not([src]):not([type='application/ld+json']), [onclick], [onload], [onchange], [oninput]")
    assert not inline, f"{page}: take out inline style or script, the policy forbids it: {str(inline[0])[:100]}"


@pytest.mark.parametrize(
    "fault",
    [
        "<script>document.cookie = 'a=1'</script>",
        "<script>localStorage.a = 1</script>",
        "<script>console.log('hello')</script>",
        '<img src="http://127.0.0.2:9/x.png">',
        """<meta http-equiv="Content-Security-Policy" content="img-src 'none'"><img src="x.png">""",
    ],
)
def test_leak_is_noticed(fault, tmp_path, tab):
    from conftest import serve

    (tmp_path / "index.html").write_text(f'<!doctype html><link rel="icon" href="data:,"><h1>A</h1>{fault}')
    server = serve(tmp_path)
    assert watch(tab(), server.base)
    (tmp_path / "index.html").write_text('<!doctype html><link rel="icon" href="data:,"><h1>A</h1>')
    assert not watch(tab(), server.base)
    server.shutdown()


def test_every_page_was_watched(site):
    assert all(Page(source, site).built.is_file() for source in sources())


# What a script may not do, on loading or later; search alone fetches, its own index.
SENDS = re.compile(r"localStorage|sessionStorage|indexedDB|caches\b|document\.cookie|sendBeacon|XMLHttpRequest|WebSocket|EventSource|import\(|fetch\((?!root \+ \"search-index\.txt\"\))")


def test_scripts_keep_and_send_nothing():
    found = [f"docs/assets/{path.name}, line {number}: {match[0]}" for path in sorted(DOCS.glob("assets/*.js")) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if (match := SENDS.search(line))]
    assert not found, f"the privacy page says that nothing is kept and nothing but a search is sent; take this out: {'; '.join(found)}"


def tells(html):
    """The forms, boxes and links of `html` that would tell somebody what a reader chose, or choose for them, as plain sentences."""
    found = [f'the form {str(form)[:60]}: write method="dialog" autocomplete="off"' for form in html.select("form:not(.head__search)") if (form.get("method"), form.get("autocomplete"), form.get("action")) != ("dialog", "off", None)]
    found += [f'{str(tag)[:60]}: put it in a form with method="dialog"' for tag in html.select("input[name], textarea[name], select[name]") if not tag.find_parent("form")]
    found += [f"{str(tag)[:80]}: take the attribute out" for tag in html.select("[ping], a[target], [contenteditable], input[checked], input[disabled]")]
    found += [f"{tag['href']}: readers would send health details; take it out" for tag in html.select("article a[href^='mailto:'], article a[href^='sms:']")]
    found += [f"“{tag.get_text(strip=True)}” is filled in for the reader; leave it empty" for tag in html.select("textarea") if tag.get_text(strip=True)]
    found += [f"{str(tag)[:60]}: it keeps a reader from translating the page" for tag in html.select("[translate=no]:not(code, bdi), meta[content=notranslate], .notranslate")]
    return found


def test_forms_and_links_tell_nobody(page):
    found = tells(page.html)
    assert not found or page.source.name == "for-clinics.md", f"{page}: " + "; ".join(found)


@pytest.mark.parametrize(
    "html, fine",
    {
        '<form method="dialog" autocomplete="off"><input name="a"></form>': True,
        '<form><input name="a"></form>': False,
        '<input name="a">': False,
        '<a ping="/x" href="y">z</a>': False,
        '<input type="checkbox" checked>': False,
        "<textarea>My doctor said yes</textarea>": False,
        '<article><a href="mailto:a@b.example">Write to us</a></article>': False,
        '<p translate="no">a</p>': False,
    }.items(),
)
def test_talkative_form_is_noticed(html, fine):
    assert (not tells(BeautifulSoup(html, "html.parser"))) is fine


@pytest.mark.parametrize("line, fine", {'fetch(root + "search-index.txt")': True, "navigator.sendBeacon('/x', a)": False, "localStorage.a = 1": False, "fetch('/x')": False}.items())
def test_sending_script_is_noticed(line, fine):
    assert (not SENDS.search(line)) is fine
