"""Everyone can use every page: by eye at any size, by keyboard, by screen reader, without script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from prose import plain

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rules that axe-core leaves off unless asked by name.
ALSO = ["color-contrast-enhanced", "target-size", "identical-links-same-purpose", "meta-refresh-no-exceptions"]
# WCAG 1.4.12: what a reader may force on the text.
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
# The size of a target in CSS pixels (WCAG 2.5.5, AAA); links inside a sentence are exempt there.
TARGET = 44


def unfold(tab):
    """Open every folded part of the page in `tab`, so that what it hides is judged too."""
    tab.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")


def violations(tab):
    """What axe-core finds wrong on the page in `tab`, one line a rule."""
    # resultTypes: without it most of the time goes into the list of what is right.
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {name: {"enabled": True} for name in ALSO}, "resultTypes": ["violations"]}
    found = Axe().run(tab, options=options).response["violations"]
    return [f"{rule['id']} ({rule['help']}): {'; '.join(node['html'][:120] for node in rule['nodes'][:3])}" for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(page, base, window, size, scheme):
    opened = window(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    opened.goto(base + page.address)
    unfold(opened)
    found = violations(opened)
    assert not found, f"{page}, {scheme}: " + "\n  ".join(found)


def test_axe_finds_a_planted_fault(tab):
    opened = tab()
    opened.set_content('<html lang="en"><title>t</title><main><h1>A</h1><p style="color:#666;background:#fff">grey</p><img src="x.png"></main></html>')
    assert {"color-contrast-enhanced", "image-alt"} <= {line.split()[0] for line in violations(opened)}


@pytest.mark.parametrize("spacing", [False, True], ids=["plain", "spaced"])
def test_narrow_page_needs_no_sideways_scroll(page, base, window, spacing):
    opened = window(viewport={"width": 320, "height": 640})
    opened.goto(base + page.address)
    unfold(opened)
    if spacing:
        opened.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }", SPACING)
    wide = opened.evaluate(WIDE)
    assert not wide, f"{page}: at 320 px these stick out to the side; shorten or wrap them: {wide}"


# Elements that reach past the right edge and are not inside a box that scrolls.
WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')]
    .filter(one => !one.closest('.scroll, .hidden, .skip, svg *') && one.getBoundingClientRect().right > edge + 1)
    .map(one => one.outerHTML.slice(0, 80)).slice(0, 3);
}"""


def test_sideways_scroll_is_noticed(tab):
    opened = tab(viewport={"width": 320, "height": 640})
    opened.set_content("<p>fine</p>")
    assert not opened.evaluate(WIDE)
    opened.set_content('<p style="width:400px">wide</p>')
    assert opened.evaluate(WIDE)


# Notes each stop of the focus, and whether a reader can see it: inside the window and not behind anything.
NOTE_FOCUS = """() => {
  window.stops = [];
  const places = new Map([...document.querySelectorAll('*')].map((one, place) => [one, place]));
  window.noteFocus = () => {
    const one = document.activeElement;
    if (!one || one === document.body) return stops.push(null);
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect(), look = getComputedStyle(one); // a link may wrap: its first line
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 0), innerHeight - 1);
    const at = document.elementFromPoint(x, y);
    stops.push({
      html: one.outerHTML.slice(0, 100),
      seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && !!at && (at === one || one.contains(at) || at.contains(one)),
      ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
      place: places.get(one),
    });
  };
}"""
NOTE = "() => { noteFocus(); const last = stops.at(-1); return !last || stops.length > 1 && last.place === stops[0].place }"


def walk(opened, limit=400):
    """The stops of the Tab key on the page in `opened`, from the first to the last, at most `limit`."""
    opened.evaluate(NOTE_FOCUS)
    for _ in range(limit):
        opened.keyboard.press("Tab")
        if opened.evaluate(NOTE):
            return opened.evaluate("stops.slice(0, -1)")
    return opened.evaluate("stops")


def faults(stops):
    """What is wrong with the Tab `stops`: unseen, without a ring, or out of order."""
    found = [f"the focus cannot be seen on {stop['html']}" for stop in stops if not stop["seen"]]
    found += [f"no ring shows the focus on {stop['html']}" for stop in stops if not stop["ring"]]
    found += [f"the focus jumps back to {b['html']}" for a, b in zip(stops, stops[1:]) if b["place"] < a["place"]]
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_keyboard_reaches_everything_in_order(page, base, window, size):
    opened = window(viewport=size, reduced_motion="reduce")
    opened.goto(base + page.address)
    stops = walk(opened)
    controls = opened.locator("a[href], button, input, summary, textarea, select, [tabindex='0']").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.type !== 'radio').length"
    )
    radios = opened.locator("input[type=radio]").evaluate_all("all => new Set(all.map(one => [...document.forms].indexOf(one.form) + one.name)).size")
    found = faults(stops)
    if len(stops) != controls + radios:
        found.append(f"Tab stops at {len(stops)} of {controls + radios} links and controls")
    assert not found, f"{page}: " + "\n  ".join(found[:5])


def test_menu_opens_and_closes_by_keyboard(base, tab):
    opened = tab(java_script_enabled=True)
    opened.goto(base)
    opened.locator(".menu summary").focus()
    opened.keyboard.press("Enter")
    assert opened.locator(".menu nav").is_visible(), "Enter on the menu's button does not open it"
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.menu nav') !== null"), "after the menu opens, Tab does not go into it"
    opened.locator(".menu summary").focus()
    opened.keyboard.press("Enter")
    assert not opened.locator(".menu nav").is_visible(), "Enter on the menu's button does not close it"
    assert opened.evaluate("document.activeElement.matches('.menu summary')"), "the focus is lost when the menu closes"


def test_single_letters_do_nothing(base, tab):
    opened = tab()
    opened.goto(base)
    opened.keyboard.type("npsf/,.?bhj")
    assert opened.url == base and opened.evaluate("document.activeElement === document.body"), "a single letter moves the reader"


def test_unseen_focus_is_noticed(tab):
    opened = tab()
    opened.set_content('<a href="#" style="outline:none">a</a><a href="#" style="position:absolute;left:-999px">b</a><a href="#">c</a>')
    found = faults(walk(opened))
    assert any("ring" in line for line in found) and any("cannot be seen" in line for line in found)


# Links in a sentence, notes and their way back are exempt (WCAG 2.5.5: inline); the rest is as big as a fingertip.
SMALL = """target => [...document.querySelectorAll('a[href], button, input, summary, textarea, select')]
  .filter(one => one.checkVisibility() && !one.closest('.skip, .hidden, sup, .footnote, .review, figcaption, dd, td, td *') && !(one.matches('a') && one.closest('p, li')?.textContent.trim().length > one.textContent.trim().length && getComputedStyle(one).display === 'inline'))
  .filter(one => {
    const box = (one.labels && one.labels[0] || one).getBoundingClientRect(), own = one.getBoundingClientRect();
    return Math.max(box.height, own.height) < target - 0.5 || Math.max(box.width, own.width) < target - 0.5;
  })
  .map(one => one.outerHTML.slice(0, 90)).slice(0, 4)"""


def test_targets_are_as_big_as_a_fingertip(page, base, window):
    opened = window()
    opened.goto(base + page.address)
    unfold(opened)
    small = opened.evaluate(SMALL, TARGET)
    assert not small, f"{page}: make these at least {TARGET} px wide and high, or part of a sentence: {small}"


def test_small_target_is_noticed(tab):
    opened = tab()
    opened.set_content('<button style="width:20px;height:20px;padding:0">x</button>')
    assert opened.evaluate(SMALL, TARGET)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_text_is_large_and_lines_are_short(page, base, window, size):
    opened = window(viewport=size)
    opened.goto(base + page.address)
    found = opened.locator("article p:not(.footnote p, .review, figcaption p), article li:not(.footnote li, .contents li)").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.textContent.trim()).map(one => {
          const look = getComputedStyle(one), size = parseFloat(look.fontSize);
          return { text: one.textContent.trim().slice(0, 40), size, lead: parseFloat(look.lineHeight) / size, measure: one.getBoundingClientRect().width / size };
        }).filter(one => one.size < 20 || one.lead < 1.5 && one.size < 24 || one.measure > 36)"""
    )
    assert not found, f"{page}: body text is at least 20 px, 1.5 lines apart, at most 70 letters (36 em) wide: {found[:3]}"


def test_page_is_whole_without_script(page, base, window):
    shown = {}
    for script in (True, False):
        opened = window(java_script_enabled=script)
        opened.goto(base + page.address)
        shown[script] = {plain(line) for line in opened.inner_text("article").splitlines() if line.strip()}
        assert opened.locator(".menu summary").is_visible(), f"{page}: no menu without script"
    lost = shown[True] - shown[False]
    if page.source.name != "search.md":  # its answers need the script, its list of questions does not
        assert not lost, f"{page}: these words show only with script: {sorted(lost)[:3]}"


# Small words of Spanish, French, German and Portuguese that English does not have.
ELSEWHERE = set("el la los las del que en un una por para con su sus es como más le les des du une et est pour avec dans sur vous votre der und ist nicht mit ein eine für auf sie ihre ihr não uma dos das em seu sua você".split())


def other_tongue(article):
    """The paragraphs and the like of `article` that are in another language and do not say so, as their first words."""
    copy = article.__copy__()
    for named in copy.select("[lang]"):
        named.decompose()
    for tag in copy.select("p, li, td, th, dd, dt, h1, h2, h3"):
        said = re.findall(r"[^\W\d_]+", tag.get_text(" ").lower())
        if len(said) > 4 and sum(word in ELSEWHERE for word in said) > len(said) / 5:
            yield " ".join(tag.get_text(" ").split()[:8])


def test_other_languages_are_named(page):
    found = list(other_tongue(page.article))
    assert not found, f"{page}: say which language this is, so that a screen reader says it right: put {{ lang=es }} (es for Spanish, fr, de …) right after the link, or in the line below the paragraph: {found}"


@pytest.mark.parametrize(
    "html, fine",
    {
        "<p>Your feet may feel numb at night, and that is la vie.</p>": True,
        "<p>La acupuntura no es una cura para los nervios de los pies.</p>": False,
        "<p lang=es>La acupuntura no es una cura para los nervios de los pies.</p>": True,
        "<ul><li>L'acupuncture n'est pas une cure pour les nerfs des pieds.</li></ul>": False,
    }.items(),
)
def test_unnamed_language_is_noticed(html, fine):
    assert (not list(other_tongue(BeautifulSoup(f"<html lang=en><article>{html}</article>", "html.parser").article))) is fine


def test_foreign_words_say_their_language(page):
    text = BeautifulSoup(str(page.article), "html.parser")
    for marked in text.select("[lang], .footnote"):
        marked.decompose()
    found = re.findall(r"(?<![\w-])(?:de )?qi(?![\w-])", plain(text.get_text(" ")), re.I)
    assert not found, f"{page}: write <i lang=\"zh-Latn\">{found[0] if found else ''}</i>, so that a screen reader says it right"
