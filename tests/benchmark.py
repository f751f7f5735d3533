"""What our page shell costs beside stock Material and beside bare HTML, as ratios.

Run by hand: `.venv/bin/python tests/benchmark.py`. It prints figures and judges nothing: times differ from machine to
machine, so no test depends on them. Bytes are response bodies as sent, gzipped. Paint times are Chromium's own, in
milliseconds, the median of five visits with an empty cache under one slow profile.
"""

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from browser import launch
from bs4 import BeautifulSoup
from conftest import ROOT
from playwright.sync_api import sync_playwright

PAGE = "acupuncture/does-it-help/"
VISITS = 5
# Lighthouse's "slow 4G" phone: 150 ms there and back, 1.6 Mbit/s down, 0.75 up, a processor four times slower.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4
SCALES = (300, 1200)
BARE_CSS = "body{max-width:40em;margin:auto;padding:1em;font:1.25em/1.5 sans-serif}table{border-collapse:collapse}td,th{border:1px solid;padding:.3em}"

WATCH = """() => { window.seen = { lcp: 0, blocked: 0 };
  new PerformanceObserver(list => list.getEntries().forEach(one => { seen.lcp = one.startTime })).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => list.getEntries().forEach(one => { seen.blocked += Math.max(0, one.duration - 50) })).observe({ type: 'longtask', buffered: true });
}"""


class Gzipped(SimpleHTTPRequestHandler):
    """A web server that sends text gzipped, as a clinic's host does."""

    packed = {}

    def log_message(self, *args):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        if path not in self.packed:
            self.packed[path] = gzip.compress(path.read_bytes(), 9) if path.suffix in (".html", ".css", ".js", ".svg", ".json") else path.read_bytes()
        body = self.packed[path]
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in (".html", ".css", ".js", ".svg", ".json"):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


def configure(folder, stock, copies=0):
    """Write a project into `folder`: our pages, with our shell or, if `stock`, Material's own, and `copies` more pages."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    if stock:
        text = text.replace("  custom_dir: overrides\n", "").replace("plugins: []", "plugins: [search]")
    pages = [path for path in (folder / "docs").rglob("*.md") if "/." not in path.as_posix() and path.name != "index.md" and path.parent.name in ("acupuncture", "neuropathy")]
    for number in range(copies):
        original = pages[number % len(pages)]
        shutil.copy(original, original.with_name(f"{original.stem}-copy-{number}.md"))
    text = text.replace("strict: true", "strict: false").split("not_in_nav:")[0] + "not_in_nav: '*'\n"
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return folder


def build(folder):
    """Build the project in `folder`; returns seconds of processor time, which a busy machine does not stretch, and peak memory in MB."""
    code = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,capture_output=True);u=resource.getrusage(resource.RUSAGE_CHILDREN);print(u.ru_utime+u.ru_stime,u.ru_maxrss/1024)"
    done = subprocess.run(
        [sys.executable, "-c", code, sys.executable, "-m", "mkdocs", "build", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")],
        capture_output=True, text=True, check=True, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    return tuple(map(float, done.stdout.split()))


def bare(site, folder):
    """Write the pages of `site` into `folder` with nothing around the text but a menu and one rule of style."""
    for built in site.rglob("index.html"):
        html = BeautifulSoup(built.read_bytes(), "html.parser")
        target = folder / built.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        depth = "../" * (len(target.relative_to(folder).parts) - 1)
        menu = html.select_one(".menu nav")
        target.write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.title.string}</title><meta name="viewport" content="width=device-width">'
            f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{depth}bare.css">{menu}{html.article}{html.select_one(".statements")}', "utf-8"
        )  # fmt: skip
    (folder / "bare.css").write_text(BARE_CSS)
    return folder


def serve(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def visit(browser, address):
    """One visit to `address` with an empty cache; returns bytes, requests, fcp, lcp and blocked (milliseconds)."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    tab = context.new_page()
    wire = context.new_cdp_session(tab)
    got = []
    wire.on("Network.loadingFinished", lambda event: got.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", NETWORK)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.add_init_script(f"({WATCH})()")
    tab.goto(address, wait_until="load")
    tab.wait_for_timeout(2500)
    seen = tab.evaluate("({ ...seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })")
    context.close()
    return {"bytes": sum(got), "requests": len(got), "fcp": seen["fcp"], "lcp": seen["lcp"], "blocked": seen["blocked"]}


def row(name, figures, unit=""):
    """One line of the report: the figures of ours, stock and bare, and ours as a ratio to each of the others."""
    ours, *others = figures
    ratios = "  ".join(f"{ours / other:5.2f}" if other else "    -" for other in others)
    print(f"{name:28}" + "".join(f"{figure:12,.0f}" for figure in figures) + f"   {ratios} {unit}")


def pages():
    """Print the cost of a first visit to one page for our shell, stock Material and bare HTML."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        place = Path(place)
        ours, stock = configure(place / "ours", stock=False), configure(place / "stock", stock=True)
        build(ours), build(stock)
        sites = [ours / "site", stock / "site", bare(ours / "site", place / "bare")]
        browser = launch(playwright)
        found = [[visit(browser, serve(site) + PAGE) for _ in range(VISITS)] for site in sites]
        browser.close()
    print(f"A first visit to {PAGE}, median of {VISITS}\n{'':28}{'ours':>12}{'Material':>12}{'bare':>12}   ours/Material, ours/bare")
    for name in ("bytes", "requests", "fcp", "lcp", "blocked"):
        row(name, [statistics.median(one[name] for one in visits) for visits in found])


def scale():
    """Print how long a build takes and what memory it needs for many pages, beside stock Material."""
    print(f"\nBuilding many pages\n{'':28}{'ours':>12}{'Material':>12}   ours/Material")
    for count in SCALES:
        found = []
        for stock in (False, True):
            with tempfile.TemporaryDirectory() as place:
                folder = configure(Path(place) / "project", stock, copies=count)
                found.append(build(folder))
        row(f"{count} pages, ms", [seconds * 1000 for seconds, _ in found])
        row(f"{count} pages, MB", [memory for _, memory in found])


TYPED = ["accupuncture", "can i have it with a pacemaker", "blood thiners", "feet burning at nite", "does medicare pay", "numness spreading up my legs"]
# Milliseconds of script from each letter of the queries to the answers on the page, typed as fast as a good typist types: ten letters a second.
PRESS = """async queries => {
  const box = document.querySelector('#q'), times = [];
  for (const query of queries) for (let end = 1; end <= query.length; end++) {
    await new Promise(done => setTimeout(done, 100));
    box.value = query.slice(0, end);
    const start = performance.now();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    times.push(performance.now() - start);
  }
  return times;
}"""


def search():
    """Print how long the search works on each letter typed, on a processor four times slower: at once, and after the two seconds in which a reader finds the box."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        ours = configure(Path(place) / "ours", stock=False)
        build(ours)
        browser, address = launch(playwright), serve(ours / "site") + "search/?q=feet"
        print()
        for seconds in (0, 2):
            tries = []
            for _ in range(VISITS):  # each on a fresh page, as a reader's is: what the script remembers of an earlier try must not help it
                tab = browser.new_context().new_page()
                tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                tab.goto(address)
                tab.wait_for_selector("#answers mark")
                tab.wait_for_timeout(1000 * seconds)
                tries.append(tab.evaluate(PRESS, TYPED))
                tab.context.close()
            times = sorted(map(statistics.median, zip(*tries)))
            print(f"Search, script for one letter, {seconds} s after the page is there: median {statistics.median(times):.1f} ms, 95 of 100 under {times[len(times) * 95 // 100]:.1f} ms, worst {times[-1]:.1f} ms")
        browser.close()


if __name__ == "__main__":
    search()
    pages()
    scale()
