"""The project stays one that its editors can keep: nothing dead, nothing half merged, nothing that only one builder understands."""

import re
import tomllib

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import DOCS, ROOT
from mkdocs.utils.yaml import yaml_load

TEXT = {".md", ".html", ".css", ".js", ".py", ".yml", ".yaml", ".toml", ".txt", ".svg", ".webmanifest", ""}
OVERRIDES = ROOT / "overrides"


def files():
    """Every file of the project that people write, as paths; what builders and tools make is left out."""
    skip = {".git", ".venv", "site", "__pycache__", ".pytest_cache", ".cache", "qr", "offline", "build"}
    return [path for path in sorted(ROOT.rglob("*")) if path.is_file() and not skip & set(path.relative_to(ROOT).parts) and not path.parent.name.endswith(".egg-info") and path.suffix in TEXT]


# What a careless merge or an odd editor leaves behind, with what to do.
LEFTOVERS = {
    r"^(<{7} |={7}$|>{7} )": "holds marks of an unfinished merge; choose one of the two versions and take the lines with <<<<<<<, ======= and >>>>>>> out",
    r"\r": "has Windows line ends; save it with line ends LF",
    r"\A\ufeff": "begins with a hidden mark (BOM); save it as UTF-8 without BOM",
    r"[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]": "holds a hidden character; type that line again",
    r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]": "holds a Greek or Cyrillic letter inside a word; type that word again",
    r"<!–|<!—": "holds a comment that does not begin with <!--; write it with two plain hyphens",
    r"(?i)\b(lorem ipsum|TODO|FIXME|TBD|TKTK|XXX+)\b": "holds a note to yourself; finish it or take it out",
}


def leftovers(text):
    """What a merge or an editor left in `text`: a list of (line number, remedy)."""
    return [(text[: match.start()].count("\n") + 1, remedy) for pattern, remedy in LEFTOVERS.items() for match in list(re.finditer(pattern, text, re.M))[:1]]


def test_files_are_whole():
    found = []
    for path in files():
        name = path.relative_to(ROOT)
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            found.append(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8")
            continue
        if path.name not in ("test_upkeep.py", "test_faults.py"):  # they speak of such leftovers
            found += [f"{name}, line {line}: {remedy}" for line, remedy in leftovers(text)]
    assert not found, "\n  ".join(found)


@pytest.mark.parametrize("text, fine", {"A\n=======\nB": False, "<<<<<<< HEAD\nA": False, "a\r\nb": False, "TODO: more": False, "A\n===\nall fine, to do it": True}.items())
def test_leftover_is_noticed(text, fine):
    assert (leftovers(text) == []) is fine


# Settings that a promise hangs on: what must stand in mkdocs.yml, and why.
SETTINGS = {
    "strict": (True, "or a broken link is published"),
    "plugins": ([], "Zensical skips plugins it does not know without a word; search needs none"),
    "extra_templates": (["search-index.txt"], "or search has only the questions to look in"),
    "hooks": (None, "Zensical skips hooks without a word"),
    "extra_css": (None, "the page loads site.css and print.css alone"),
    "extra_javascript": (None, "the policy and the weight allow no other script"),
    "theme.name": ("material", "Zensical reads this theme's settings"),
    "theme.custom_dir": ("overrides", "the page shell is our own"),
    "theme.language": ("en", "the words are English; a screen reader must know it"),
    "theme.font": (False, "or the page asks another host for type"),
    "validation": (dict.fromkeys(("omitted_files", "not_found", "anchors", "absolute_links", "unrecognized_links"), "warn"), "or a broken link is published"),
}


def off_course(settings):
    """The `settings`, a dict, that break a promise, as plain sentences."""
    for key, (right, why) in SETTINGS.items():
        value = settings
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value != right:
            yield f"{key}: must be {right!r}, not {value!r}: {why}"
    snippets = next((one["pymdownx.snippets"] for one in settings.get("markdown_extensions", []) if isinstance(one, dict) and "pymdownx.snippets" in one), {})
    if not snippets.get("check_paths"):
        yield "pymdownx.snippets: check_paths must be true: or a missing source vanishes without a word"
    if not str(settings.get("site_url", "")).startswith("https://") or not str(settings["site_url"]).endswith("/"):
        yield f"site_url: {settings.get('site_url')!r} must begin with https:// and end with a slash"


def test_settings_keep_their_promises(settings):
    found = list(off_course(settings))
    assert not found, "mkdocs.yml: " + "\n  ".join(found)


@pytest.mark.parametrize("change", [{"hooks": ["a.py"]}, {"plugins": ["search", "social"]}, {"strict": False}, {"extra_javascript": ["a.js"]}, {"theme": {"name": "material"}}, {"site_url": "http://a.example/"}, {"validation": {}}], ids=str)
def test_broken_setting_is_noticed(change):
    with (ROOT / "mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)
    assert not list(off_course(settings)) and list(off_course(settings | change))


# What MiniJinja, Zensical's engine, does not know or does otherwise.
FOREIGN = re.compile(r"\.(split|strip|startswith|endswith|format|strftime|items\(|get\(|upper\(|lower\(|rstrip|lstrip)|page\.(file|is_homepage|parent|ancestors)|\bin nav *%|\|\s*safe\b|{% *extends")


def test_templates_are_ones_both_builders_know():
    found = [f"{path.relative_to(ROOT)}, line {number}: {match[0]}" for path in sorted(OVERRIDES.rglob("*.html")) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if (match := FOREIGN.search(line)) and path.name != "404.html" and "is defined" not in line]
    assert not found, f"Zensical does not know these; write it with filters and slices: {'; '.join(found)}"


def test_shell_is_small():
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in OVERRIDES.rglob("*.html"))
    assert lines <= 220, f"overrides/: {lines} lines; it should stay small enough to read at one sitting"


def test_every_partial_is_used():
    text = "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.html"))
    unused = [path.name for path in OVERRIDES.glob("partials/*") if f"partials/{path.name}" not in text]
    assert not unused, f"overrides/partials: no template includes {', '.join(unused)}; take it out"


SHEETS = {name: (DOCS / "assets" / name).read_text("utf-8") for name in ("site.css", "print.css")}


def classes(css):
    """The class names that the style sheet `css` gives a look."""
    css = re.sub(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", css, flags=re.S)
    selectors = " ".join(part.split("}")[-1] for part in css.split("{")[:-1])
    return set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", selectors))


def test_every_class_is_used(site):
    asked = {name for built in site.rglob("*.html") for tag in BeautifulSoup(built.read_bytes(), "html.parser").select("[class]") for name in tag["class"]}
    asked |= set(re.findall(r"[\w-]+", (DOCS / "assets/search.js").read_text("utf-8") + "".join(path.read_text("utf-8") for path in OVERRIDES.rglob("*.html"))))
    unused = {name: sorted(classes(css) - asked) for name, css in SHEETS.items()}
    assert not any(unused.values()), f"docs/assets: no page uses these classes; take their rules out: {unused}"


def test_class_of_a_style_sheet_is_found():
    assert classes(".a b, .c:not(.d) { color: red } /* .e */ @media print { .f--g { margin: .5em } }") == {"a", "c", "d", "f--g"}


# What a style sheet may not do, with the reason.
STYLE = {
    r"@import|url\(\s*[\"']?(https?:)?//": "asks another file or host for style; the policy forbids it",
    r"outline(-style|-width)?:\s*(none|0)\s*[;}!]": "takes away the ring that shows the focus",
    r"forced-color-adjust:\s*none": "takes away the colours that a reader chose",
    r"user-select:\s*none": "keeps the reader from copying or having it read out",
    r"text-align:\s*justify": "makes lines hard to follow",
    r"text-transform:\s*uppercase": "makes words hard to read",
    r"[\s;{]order\s*:|-reverse\b": "shows parts in another order than they are read out; move them in the page instead",
    r"font-style:\s*italic": "makes words hard to read for some",
}
# Urgent signs and required sentences, which no rule may hide at any width; words that no test reads; a page that cannot be moved.
STYLE |= {
    r"\.(care(--\w+)?|statements|review)\b(?!\s*>\s*a\b|[\w-])[^{},]*(,[^{}]*)?\{[^}]*(display:\s*none|visibility:\s*(hidden|collapse)|opacity:\s*0?\.?\d|clip-path|position:\s*(absolute|fixed))": "hides urgent signs or required sentences",
    r"(^|[\s},])(html|body)\b[^{}]*\{[^}]*overflow(-y)?:\s*(hidden|clip)": "keeps the page from scrolling",
    r"pointer-events:\s*none": "makes links dead to the finger",
    r"touch-action:\s*none": "keeps the reader from zooming",
}
# On screen a style sheet adds no words; on paper it labels the boxes.
SAYS = re.compile(r"content:\s*[\"'][^\"'\\]*[A-Za-z]{3}")
MOTION = re.compile(r"\b(animation|transition|scroll-behavior)\s*:")


def style_faults(css):
    """What the style sheet `css` does that harms a reader, as plain sentences."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    found = [f"“{match[0]}” {why}" for pattern, why in STYLE.items() if (match := re.search(pattern, css, re.I))]
    calm = re.sub(r"@media[^{]*prefers-reduced-motion:\s*no-preference[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)
    if MOTION.search(calm):
        found.append(f"“{MOTION.search(calm)[0]}” moves for every reader; put it in @media (prefers-reduced-motion: no-preference)")
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_style_harms_no_reader(name):
    found = style_faults(SHEETS[name])
    found += [f"“{match[0]}” puts words on the page that no test reads; write them in the page" for match in SAYS.finditer(SHEETS[name]) if name == "site.css"]
    assert not found, f"docs/assets/{name}: " + "; ".join(found)


@pytest.mark.parametrize(
    "css, fine",
    {
        "a { outline: none }": False,
        "a { transition: all 1s }": False,
        "@media (prefers-reduced-motion: no-preference) { a { transition: all 1s } }": True,
        "@import 'x.css';": False,
        ".care { order: 9 }": False,
        "ul { flex-direction: column-reverse }": False,
        "@media (max-width: 30rem) { .care { display: none } }": False,
        "body { overflow: hidden }": False,
        "a { pointer-events: none }": False,
        ".care { margin: 1rem }": True,
        "a { background: url(//evil.example/a.png) }": False,
        "a { background: url(icon.svg) }": True,
    }.items(),
)
def test_harmful_style_is_noticed(css, fine):
    assert (style_faults(css) == []) is fine


def test_versions_are_pinned():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    wrong = [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+", line)]
    assert not wrong, f"constraints.txt: write name==version and nothing else: {wrong}"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [one for part in (project["dependencies"], *project["optional-dependencies"].values()) for one in part]
    plain_name = lambda name: re.match(r"[\w.-]+", name)[0].lower().replace("_", "-")  # noqa: E731
    lost = {plain_name(one) for one in asked} - {plain_name(line) for line in lines}
    assert not lost, f"constraints.txt: pin the version of {', '.join(sorted(lost))}"


def test_readme_has_its_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    for part, last in {"Preview": "mkdocs serve", "Test": "pytest -n auto"}.items():
        block = re.search(rf"^## {part}\n\n```\n(.*?)\n```", text, re.S | re.M)
        assert block and "\n" not in block[1] and block[1].endswith(last) and "-c constraints.txt" in block[1], f"README.md: under ## {part}, keep one command in one line that ends with {last}"
    assert "## Test" in (ROOT / ".ci/run").read_text("utf-8") and (ROOT / ".ci/run").stat().st_mode & 0o111, ".ci/run: it must read the test command from README.md, and be allowed to run"


# Clinics may copy, print and adapt because these words say so.
TERMS = {"LICENSE": ["Attribution 4.0 International (CC BY 4.0)", "MIT License", "Permission is hereby granted, free of charge"], "README.md": ["CC BY 4.0", "MIT"]}


def test_guide_stays_free_to_share(page, settings):
    lost = [f"{name} lacks “{words}”" for name, all_words in TERMS.items() for words in all_words if words not in (ROOT / name).read_text("utf-8")]
    lost += [f"copyright in mkdocs.yml lacks “{words}”" for words in TERMS["README.md"] if words not in settings["copyright"]]
    foot = page.html.select_one(".foot").get_text(" ")
    lost += [f"the foot of {page} lacks “{words}”; see overrides/partials/footer.html" for words in (settings["copyright"], "No adverts. No tracking.") if words not in foot]
    assert not lost, "; ".join(lost)


def test_workflows_can_be_read():
    names = {path.name for path in (ROOT / ".github/workflows").glob("*.yml") if yaml.safe_load(path.read_text("utf-8"))["jobs"]}
    assert {"test.yml", "publish.yml", "weekly.yml"} <= names, f".github/workflows: a workflow is gone: {names}"


# The four forms in which the workflow judges the site.
FORMS = ("", "--builder zensical", "--settings tests/clinic.yml --under feet", "--settings tests/clinic.yml --under feet --builder zensical")


def asleep(test, weekly, run):
    """What is missing from the texts of the workflows `test` and `weekly` and of the script `run`, so that a failure would pass unseen; as plain sentences."""
    found = [".ci/run: it must begin with set -euo pipefail, or a failure passes"] * ("set -euo pipefail" not in run)
    found += ["test.yml: run: .ci/run must stand alone"] * (not re.search(r"run: \.ci/run\n", test) or "continue-on-error" in test or "||" in test)
    found += [f"test.yml: the options lack “{form}”" for form in FORMS if form not in yaml.safe_load(test)["jobs"]["test"]["strategy"]["matrix"]["options"]]
    found += ["weekly.yml: it needs schedule: with a cron line, and pytest -m scheduled"] * (not re.search(r"schedule:\n\s+- cron:", weekly) or "pytest -m scheduled" not in weekly)
    return found


def test_workflows_still_test():
    texts = [(ROOT / name).read_text("utf-8") for name in (".github/workflows/test.yml", ".github/workflows/weekly.yml", ".ci/run")]
    assert not asleep(*texts), "; ".join(asleep(*texts))
    assert asleep(texts[0].replace("run: .ci/run", "run: .ci/run || true"), *texts[1:]) and asleep(texts[0], texts[1].replace("cron", "no"), texts[2]) and asleep(*texts[:2], texts[2].replace("-euo", "-u"))


def test_readme_owns_up():
    assert "no clinician has reviewed it yet" in (ROOT / "README.md").read_text("utf-8"), "README.md: say under Status that no clinician has reviewed it yet"
