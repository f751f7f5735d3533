"""Nothing leaves the reader's device: no outside request, no cookie, no storage, no broken rule."""

import pytest
from conftest import Page, sources

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
