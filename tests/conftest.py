"""Build the site once, then hand each test the pages it asks for."""

import os
import re
import shutil
import subprocess
import sys
import threading
from functools import cache, cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import browser
import pytest
import qr
import yaml
from bs4 import BeautifulSoup
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
HEALTH = ("neuropathy", "acupuncture", "deciding", "handouts")


class Page:
    """One page: the Markdown its author wrote and the HTML its reader gets."""

    def __init__(self, source, site, docs=DOCS):
        folder = source.parent if source.stem == "index" else source.with_suffix("")
        self.source = source
        self.path = docs / source
        self.built = site / folder / "index.html"
        self.address = "" if folder == Path(".") else f"{folder.as_posix()}/"

    def __str__(self):
        return f"docs/{self.source.as_posix()}"

    @cached_property
    def text(self):
        return self.path.read_text("utf-8")

    @cached_property
    def meta(self):
        """The front matter as a dict; fails with a plain message where there is none."""
        parts = self.text.split("---\n", 2)
        if len(parts) < 3 or parts[0]:
            pytest.fail(f"{self}: it does not begin with front matter; copy the lines between --- and --- from another page")
        try:
            return yaml.safe_load(parts[1]) or {}
        except yaml.YAMLError as error:
            pytest.fail(f"{self}: the front matter cannot be read ({error}); compare it with another page's")

    @cached_property
    def html(self):
        return BeautifulSoup(self.built.read_bytes(), "html.parser")

    @cached_property
    def article(self):
        return self.html.select_one("article")


def sources(docs=DOCS):
    """Every Markdown file that becomes a page, as a path below `docs`; builders skip dot-folders."""
    paths = (path.relative_to(docs) for path in docs.rglob("*.md"))
    return sorted(path for path in paths if not any(part.startswith(".") for part in path.parts))


def health_sources():
    """The home page and the pages that inform about health: all but those about the site itself."""
    return [source for source in sources() if source.parts[0] in ("index.md", *HEALTH)]


def build(target, config=ROOT / "mkdocs.yml", builder="mkdocs", **settings):
    """Build the site of `config` into the folder `target` with `builder`; returns the finished process.

    Strict, and never quiet: a quiet MkDocs forgets its warnings.
    `settings` are environment variables for the build.
    """
    command = [sys.executable, "-m", builder, "build", "--strict", "-f", str(config)]
    if builder == "mkdocs":
        command += ["-d", str(target)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | settings
    done = subprocess.run(command, cwd=config.parent, capture_output=True, text=True, env=environment)
    if builder == "zensical" and not done.returncode:  # it builds nowhere but beside its settings
        shutil.copytree(config.parent / "site", target, dirs_exist_ok=True)
    return done


def explain(said, docs):
    """What to do about a build that stopped with the words `said`, for the pages below `docs`: sentences that name the file; empty where the builder's own words must do."""
    found = []
    for name in dict.fromkeys(re.findall(r"Snippet (?:section|at path) '([^']+)' could not be", said)):
        wanted = re.compile(rf'--8<--.*[":]{re.escape(name)}"')
        for path in sorted(docs.rglob("*.md")):
            lines = [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if wanted.search(line)]
            found += [f"docs/{path.relative_to(docs).as_posix()}, line {line}: nothing is called {name}; correct the name, or add it to docs/.snippets" for line in lines]
    for file, link in re.findall(r"Doc file '([^']+)' contains [^']*link '([^']+)'", said):
        unused = link.removeprefix("#fnref:")
        found.append(f"docs/{file}: " + (f"no sentence uses the source {unused}; take its line out or put its mark after a sentence" if unused != link else f"the link {link} leads nowhere; correct the name of the page or of its heading"))
    for file in re.findall(r"not included in the \"nav\" configuration:\s+((?:- \S+\s+)+)", said):
        found += [f"docs/{name}: it is in no menu; put it in the list at the end of mkdocs.yml" for name in re.findall(r"- (\S+)", file)]
    found += [f"mkdocs.yml: the menu names {name}, which is not in docs; correct it or take the line out" for name in re.findall(r"A reference to '([^']+)' is included in the 'nav'", said)]
    template = re.findall(r'File "[^"]*/(overrides/[^"]+)", line (\d+)', said)
    if template and (fault := re.search(r"^jinja2\.exceptions\.\w+: (.+)", said, re.M)):
        found.append(f"{template[-1][0]}, line {template[-1][1]}: {fault[1]}; compare the line with an older version of the file")
    return "".join(f"{line}\n" for line in found)


def unreadable(text):
    """What keeps the settings in `text` from being read, with its line and its remedy; empty where nothing does."""
    try:
        yaml_load(text)
    except ConfigurationError as wrapped:
        error = wrapped.__context__
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        return f"{where}: it cannot be read ({getattr(error, 'problem', error)}); look at this line and the one above: indent with spaces, never tabs, close each quote, and put a text with a colon in quotes"
    return ""


def copy(folder, settings=ROOT / "mkdocs.yml"):
    """Copy all that a build needs into `folder`, the file `settings` beside mkdocs.yml; returns the path of that copy."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Path(shutil.copy(settings, folder))


def pytest_addoption(parser):
    parser.addoption("--builder", default="mkdocs", choices=["mkdocs", "zensical"], help="what builds the site")
    parser.addoption("--settings", default="mkdocs.yml", help="the settings to build it with, such as tests/clinic.yml")
    parser.addoption("--site", help="judge the site in this folder, and build none")
    parser.addoption("--under", default="", help="serve it under this path, such as feet")
    parser.addoption("--write-qr", action="store_true", help="write docs/assets/qr anew, one QR code for each page")
    parser.addoption("--write-addresses", action="store_true", help="add new addresses to tests/addresses.txt")


@pytest.fixture(scope="session")
def config(tmp_path_factory, pytestconfig):
    """The path of the settings that the run builds with, in a copy of the project."""
    made = copy(tmp_path_factory.mktemp("copy"), ROOT / pytestconfig.getoption("settings"))
    unread = unreadable(made.read_text("utf-8"))
    if unread:
        pytest.exit(f"{pytestconfig.getoption('settings')}{unread}", returncode=1)
    if made.name == "mkdocs.yml":
        return made  # its codes are in docs, and test_qr.py sees to them
    docs = made.parent / "docs"
    qr.write(qr.codes(made, docs, [Page(source, docs).address for source in sources()]), docs)  # as about/for-clinics asks of a clinic
    return made


@pytest.fixture(scope="session")
def settings(config):
    """The settings that the run builds with, as a dict."""
    with config.open("rb") as file:
        return yaml_load(file)


@pytest.fixture(scope="session")
def clinic(settings):
    """What the clinic has set, as a dict; each value is empty where it has set nothing."""
    return settings["extra"]["clinic"]


@pytest.fixture(scope="session")
def built(config, tmp_path_factory, pytestconfig):
    """A function from a builder's name to the folder of the site it builds, made once; below another folder where the site lives under a path.

    A site that cannot be built ends the run with the builder's own words.
    """

    @cache
    def site_by(builder):
        if pytestconfig.getoption("site"):
            given = Path(pytestconfig.getoption("site"))
            if not (given / "index.html").is_file():
                pytest.exit(f"--site {given}: there is no built site; build one first, with mkdocs build, or leave --site out", returncode=1)
            return given
        target = tmp_path_factory.mktemp(builder) / pytestconfig.getoption("under")
        done = build(target, config, builder)
        if done.returncode:
            said = done.stdout + done.stderr
            pytest.exit(f"{builder} could not build the site.\n{explain(said, config.parent / 'docs')}It says:\n{said[-3000:]}", returncode=1)
        return target

    return site_by


@pytest.fixture(scope="session")
def site(built, pytestconfig):
    """The folder of the built site that the tests judge."""
    return built(pytestconfig.getoption("builder"))


@pytest.fixture(scope="session")
def root(site, pytestconfig):
    """The folder that the web server serves: the built site, or the folder above it where the site lives under a path."""
    return site.parents[len(Path(pytestconfig.getoption("under")).parts) - 1] if pytestconfig.getoption("under") else site


@pytest.fixture(scope="session")
def zensical_site(built):
    """The folder of the site as Zensical builds it."""
    return built("zensical")


@pytest.fixture(params=sources(), ids=lambda source: source.as_posix())
def page(request, site):
    """A page of the built site. A test that takes `page` runs once for each."""
    return Page(request.param, site)


@pytest.fixture(params=health_sources(), ids=lambda source: source.as_posix())
def health_page(request, site):
    """A page that informs about health. A new file in a health folder is covered the day it is made."""
    return Page(request.param, site)


def pytest_sessionstart(session):
    """Make sure of a browser before the first test, once, not in every worker."""
    option = session.config.option
    if not (hasattr(session.config, "workerinput") or option.collectonly or option.write_qr or option.write_addresses or browser.find()):
        browser.install()


class Quiet(SimpleHTTPRequestHandler):
    """A web server as plain as a clinic's: files from a folder, nothing logged."""

    def log_message(self, *args):
        pass


def serve(folder):
    """Serve `folder` on loopback; returns the server, whose address is `server.base`, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    server.base = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def base(root, site):
    """The address at which the built site is served, ending in a slash."""
    server = serve(root)
    yield f"{server.base}{site.relative_to(root).as_posix()}/".replace("/./", "/")
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for the whole run."""
    with sync_playwright() as playwright:
        opened = browser.launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def window(chromium):
    """A function that opens a browser window with the given settings, as `tab` does, but the same one again each time.

    A new window costs more than most checks; a test that only looks needs no fresh one.
    """
    opened = {}

    def open_window(**settings):
        key = repr(sorted(settings.items()))
        if key not in opened:
            opened[key] = chromium.new_context(**{"viewport": {"width": 390, "height": 844}} | settings).new_page()
        return opened[key]

    yield open_window
    for page in opened.values():
        page.context.close()


@pytest.fixture
def tab(chromium):
    """A function that opens a fresh, empty browser tab; its settings are those of Playwright's `new_context`."""
    contexts = []

    def open_tab(**settings):
        contexts.append(chromium.new_context(**{"viewport": {"width": 390, "height": 844}} | settings))
        return contexts[-1].new_page()

    yield open_tab
    for context in contexts:
        context.close()
