"""The pages that help a reader decide weigh each option alike, and the safety check answers for every box, however it is read."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import Page
from prose import plain
from prose import sentences as split
from test_claims import blocks_with_notes

OPTIONS, CHECK, QUESTIONS = (Path(f"deciding/{name}.md") for name in ("options", "safety-check", "questions"))

# The groups that need extra care, as the evidence lists them, each in the words a reader ticks.
GROUPS = {
    "numb-feet": "My feet are numb",
    "diabetes": "I have diabetes",
    "hypo-risk": "I take insulin, or tablets that can drop my sugar too low",
    "ulcer-circulation": "I have a foot sore, broken or infected skin, or poor blood flow in my feet",
    "blood-thinners": "I take a blood thinner, bleed easily or have low platelets",
    "pacemaker": "I have a pacemaker, defibrillator, nerve stimulator, pump or other electrical implant",
    "lymphoedema": "I have a swollen limb (lymphoedema), or had nodes taken out",
    "epilepsy": "I have epilepsy",
    "metal-allergy": "I am allergic to metal",
    "pregnancy": "I am or may be pregnant",
    "chemo-low-counts": "I am on chemo, or my white cells or platelets are low",
    "weak-immunity": "My immune system is weak, or I have a damaged or artificial heart valve",
    "needle-fear": "I fear needles or faint easily",
    "older-unsteady": "I am unsteady, or my tablets make me sleepy",
    "undiagnosed": "Nobody knows the cause yet, or it is getting worse fast",
}
NOTHING = "If you ticked nothing"

NUMBER = re.compile(r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|dozen|hundreds?|thousands?)\b", re.I)
# Numbers of the decision aid that no source can carry, each with its reason.
OWN_NUMBERS = {
    r"^(There are|All) five (paths|cards)\b": "counts what stands on the page",
    r"^.Out of 100. means\b": "says how to read the numbers that follow",
    r"^Slide each mark: far left is 0\b": "says how to mark the line",
    r"^Set a date to look again, such as in three months": "a date for the reader to choose",
    r"^We checked it on \d+ \w+ \d{4} and will check it again\b": "the dates of the page itself",
}


# The options


def uneven(article):
    """What makes the `.option` cards of `article` unequal, as a list of plain sentences."""
    cards = {plain(card.h2.get_text()): card for card in article.select(".option")}
    rows = {name: [plain(row.get_text()) for row in card.select("dt")] for name, card in cards.items()}
    if len(cards) < 2:
        return ["it needs two options or more, each a <section class=\"option\" markdown> with a ## heading"]
    first = next(iter(rows))
    found = [f"“{name}” has the rows {rows[name]}; give it those of “{first}”, in the same order: {rows[first]}" for name in rows if rows[name] != rows[first]]
    for name, card in cards.items():
        for row in card.select("dt"):
            cell = row.find_next_sibling()
            if cell is None or cell.name != "dd" or not plain(cell.get_text()):
                found.append(f"“{name}” says nothing under “{plain(row.get_text())}”; if nobody knows, say so")
    return found


def bare_numbers(article):
    """The sentences of `article` with a number and neither a footnote nor a place in OWN_NUMBERS."""
    copy = article.__copy__()
    for part in copy.select("form, .review"):
        part.decompose()
    return [text for text, noted in blocks_with_notes(copy) if not noted and NUMBER.search(text) and not any(re.search(own, text) for own in OWN_NUMBERS)]


def test_options_have_the_same_rows(site):
    page = Page(OPTIONS, site)
    found = uneven(page.article)
    assert not found, f"{page}: " + "\n  ".join(found)


def test_every_number_of_the_options_has_a_source(site):
    page = Page(OPTIONS, site)
    found = bare_numbers(page.article)
    assert not found, f"{page}: put a footnote such as [^ju2017] after the full stop of these, or take the number out:\n  " + "\n  ".join(found)


def test_each_exception_for_a_number_is_needed(site):
    page = Page(OPTIONS, site)
    said = [text for text, _ in blocks_with_notes(page.article)]
    idle = [own for own in OWN_NUMBERS if not any(re.search(own, text) for text in said)]
    assert not idle, f"tests/test_deciding.py: no sentence of {page} needs these exceptions; take them out of OWN_NUMBERS: {idle}"


CARD = '<section class="option"><h2>{}</h2><dl>{}</dl></section>'
ROWS = "<dt>For pain</dt><dd>A little.</dd><dt>Money</dt><dd>Nobody has measured this.</dd>"


@pytest.mark.parametrize(
    "second, fine",
    {
        ROWS: True,
        "<dt>Money</dt><dd>None.</dd><dt>For pain</dt><dd>A little.</dd>": False,
        "<dt>For pain</dt><dd>A little.</dd>": False,
        "<dt>For pain</dt><dd>A little.</dd><dt>Money</dt><dd> </dd>": False,
        "<dt>For pain</dt><dt>Money</dt><dd>None.</dd>": False,
    }.items(),
)
def test_unequal_option_is_noticed(second, fine):
    html = BeautifulSoup(CARD.format("Needles", ROWS) + CARD.format("Nothing", second), "html.parser")
    assert (uneven(html) == []) is fine


def test_single_option_is_noticed():
    assert uneven(BeautifulSoup(CARD.format("Needles", ROWS), "html.parser"))


NOTE = '<sup><a class="footnote-ref">1</a></sup>'


@pytest.mark.parametrize(
    "html, bare",
    {
        f"<dd>About 9 out of 100 bruise.{NOTE}</dd>": 0,
        "<dd>About 9 out of 100 bruise.</dd>": 1,
        f"<dd>About 9 out of 100 bruise.{NOTE} It costs $80.</dd>": 1,
        "<dd>Most feel better in six weeks.</dd>": 1,
        "<p>All five cards have the same rows.</p>": 0,
        "<p>All five trials were small.</p>": 1,
        "<form><p>0 1 2 3 4 5</p></form>": 0,
    }.items(),
)
def test_number_without_a_source_is_noticed(html, bare):
    assert len(bare_numbers(BeautifulSoup(html, "html.parser"))) == bare


# The safety check


def boxes(article):
    """The tick boxes of `article`: id to the words of its label."""
    return {label["for"]: plain(label.get_text()) for label in article.select(".check label[for]") if article.select_one(f"#{label['for']}[type=checkbox]")}


def advice(article):
    """The advice of `article`: the id of its box to (its own id, its heading, its words)."""
    found = {}
    for part in article.select(".advice[data-for]"):
        copy = part.__copy__()
        heading = plain(copy.h3.extract().get_text()) if copy.h3 else ""
        found[part["data-for"]] = (part.get("id", ""), heading, plain(copy.get_text(" ")))
    return found


def rules(css):
    """The pairs (box, advice) of ids that the style sheet `css` ties together with :has(), as a list."""
    return re.findall(r":has\(#([\w-]+):checked\)\s+#([\w-]+)", re.sub(r"/\*.*?\*/", "", css, flags=re.S))


def unanswered(article, css):
    """What keeps a tick box of `article` from its advice on screen or on paper, as a list of plain sentences."""
    ticks, told, tied = boxes(article), advice(article), Counter(rules(css))
    found = [f"the box “{label}” has no advice; add <section class=\"advice\" id=\"a-…\" data-for=\"{box}\" markdown>" for box, label in ticks.items() if box not in told]
    found += [f"the advice for {box} has no box; add one, or take the advice out" for box in told if box not in ticks]
    for box in ticks.keys() & told.keys():
        own, heading, words = told[box]
        if heading != ticks[box]:
            found.append(f"the box says “{ticks[box]}” and its advice “{heading}”; use the same words, since paper shows only the second")
        if len(words.split()) < 8:
            found.append(f"the advice under “{heading}” says too little: say what to do and whom to ask")
        if tied[box, own] != 2:
            found.append(f"the style sheets have {tied[box, own]} of 2 rules article:has(#{box}:checked) #{own}: one shows it on screen, one ticks it on paper")
    found += [f"the style sheets tie #{box} to #{own}, which the page does not; mend or remove the rule" for box, own in tied if box not in told or told[box][0] != own]
    return sorted(found)


def says_safe(text):
    """The sentences of `text` that call something safe and neither ask nor deny it."""
    return [s for s in split(text) if re.search(r"\bsafe\b", s, re.I) and not s.endswith("?") and not re.search(r"\b(no|not|never|nobody|cannot)\b|n't\b", s, re.I)]


def styles(site):
    """All of our own style sheets of the built `site`, one after another."""
    return "\n".join(path.read_text("utf-8") for path in sorted((site / "assets").glob("*.css")))


def test_every_group_has_its_box_in_plain_words(site):
    page = Page(CHECK, site)
    ticks = boxes(page.article)
    found = [f"add a box with the id c-{name} and the words “{words}”" for name, words in GROUPS.items() if ticks.get(f"c-{name}") != words]
    found += [f"the box “{label}” is in no list; add it to GROUPS in tests/test_deciding.py" for box, label in ticks.items() if box.startswith("c-") and box[2:] not in GROUPS]
    assert not found, f"{page}: " + "\n  ".join(found)


def test_every_box_is_answered_on_screen_and_on_paper(site):
    page = Page(CHECK, site)
    found = unanswered(page.article, styles(site))
    assert not found, f"{page}: " + "\n  ".join(found)


def test_urgent_boxes_and_their_advice_come_first(site):
    page = Page(CHECK, site)
    for kind, order in {"boxes": boxes(page.article), "advice": advice(page.article)}.items():
        urgent = [box.startswith("u-") for box in order]
        assert any(urgent) and urgent == sorted(urgent, reverse=True), f"{page}: put the {kind} of “Right now” before all the others"


def test_nothing_ticked_is_never_called_safe(site):
    page = Page(CHECK, site)
    blocks = [plain(tag.get_text(" ")) for tag in page.article.select("h1, h2, h3, p, li, legend") if not tag.find_parent(class_="footnote")]
    found = [s for block in blocks for s in says_safe(block)]
    assert not found, f"{page}: no page can tell readers that they are safe; say what to do and whom to ask: {found}"
    told = plain(page.article.select_one("#a-none").get_text(" "))
    assert re.search(r"\bask your doctor\b", told, re.I), f"{page}: under “{NOTHING}”, say whom to ask: “Ask your doctor …”"
    assert "not mean there is no risk" in told, f"{page}: under “{NOTHING}”, say that it does not mean there is no risk"


FORM = '<form class="check"><p><input type="checkbox" id="c-a"><label for="c-a">I am tired</label></p></form>'
TOLD = '<section class="advice" id="a-a" data-for="c-a"><h3>I am tired</h3><p>Rest first, and ask your doctor before you book.</p></section>'
TIED = "@media screen { article:has(#c-a:checked) #a-a { display: block } } @media print { article:has(#c-a:checked) #a-a h3::after { content: '' } }"


@pytest.mark.parametrize(
    "html, css, fine",
    [
        (FORM + TOLD, TIED, True),
        (FORM, TIED, False),
        (TOLD, TIED, False),
        (FORM + TOLD, "", False),
        (FORM + TOLD, TIED.split("@media print")[0], False),
        (FORM + TOLD, TIED + " article:has(#c-b:checked) #a-b { display: block }", False),
        (FORM + TOLD.replace("<h3>I am", "<h3>You are"), TIED, False),
        (FORM + TOLD.replace(", and ask your doctor before you book", ""), TIED, False),
    ],
)
def test_unanswered_box_is_noticed(html, css, fine):
    assert (unanswered(BeautifulSoup(html, "html.parser"), css) == []) is fine


@pytest.mark.parametrize("text, fine", {"You are safe.": False, "It is safe for you to book.": False, "Is it safe for me?": True, "No page can tell you that you are safe.": True}.items())
def test_answer_safe_is_noticed(text, fine):
    assert (says_safe(text) == []) is fine


# The safety check as it is read


def without_has(route):
    """Answer a request for a style sheet as a browser without :has() would read it: every rule with it is unknown."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(":has(", ":unheard-of("))


def open_page(tab, base, source, way):
    """A tab at `source`, read in one of the WAYS."""
    opened = tab(java_script_enabled=way != "no script", reduced_motion="reduce")
    if "no :has()" in way:
        opened.route("**/*.css", without_has)
    opened.goto(f"{base}{source.with_suffix('').as_posix()}/")
    if "paper" in way:
        opened.emulate_media(media="print")
    return opened


WAYS = ["screen", "no script", "no :has()", "paper", "paper, no :has()"]
SHOWN = "all => all.filter(one => one.checkVisibility() && one.innerText.trim()).map(one => one.id)"
DRAWN = """(all, mark) => all.filter(one => parseFloat(getComputedStyle(one.querySelector('h3'), mark).borderBottomWidth) > 0).map(one => one.id)"""


def tick(opened, ids):
    """Tick the boxes `ids` and no others, as the reader does before printing."""
    opened.locator(".check [type=checkbox]").evaluate_all("(all, ids) => all.forEach(one => { if (one.checked !== ids.includes(one.id)) one.click() })", list(ids))


def expected(way, told, ticked):
    """The ids of the advice that a reader should see, in order: all where nothing can be hidden, else what was ticked."""
    if "paper" in way or "no :has()" in way:
        return ["a-none", *(own for own, _, _ in told.values())]
    return [told[box][0] for box in told if box in ticked] or ["a-none"]


def states(told):
    """What may be ticked: nothing, each box alone, all."""
    return [(), *((box,) for box in told), tuple(told)]


@pytest.mark.parametrize("way", WAYS)
def test_check_shows_the_right_advice(site, base, tab, way):
    page = Page(CHECK, site)
    told = advice(page.article)
    opened = open_page(tab, base, CHECK, way)
    for ticked in states(told):
        tick(opened, ticked)
        seen = opened.locator(".advice").evaluate_all(SHOWN)
        assert seen == expected(way, told, ticked), f"{page}, {way}: with {list(ticked) or 'nothing'} ticked the reader sees {seen}, and should see {expected(way, told, ticked)}"


@pytest.mark.parametrize("way", ["screen", "no script", "no :has()"])
def test_ticking_by_keyboard_shows_the_advice(site, base, tab, way):
    told = advice(Page(CHECK, site).article)
    box = "c-pacemaker"
    opened = open_page(tab, base, CHECK, way)
    opened.locator(f"#{box}").focus()
    opened.keyboard.press("Space")
    assert opened.locator(f"#{box}").is_checked(), f"docs/{CHECK}: the space bar does not tick #{box}"
    assert opened.locator(f"#{told[box][0]}").is_visible(), f"docs/{CHECK}, {way}: the advice for #{box} stays hidden"


def listed(snapshot):
    """The third-level headings of an accessibility `snapshot`, and its ticked and unticked boxes."""
    heads = re.findall(r'- heading "(.+?)" \[level=3\]', snapshot)
    marks = re.findall(r'- checkbox "(.+?)"( \[checked\])?', snapshot)
    return heads, [name for name, on in marks if on], [name for name, on in marks if not on]


@pytest.mark.parametrize("way", ["screen", "no script", "no :has()"])
def test_check_reads_right_in_a_screen_reader(site, base, tab, way):
    page = Page(CHECK, site)
    ticks, told = boxes(page.article), advice(page.article)
    names = {"a-none": NOTHING} | {own: heading for own, heading, _ in told.values()}
    opened = open_page(tab, base, CHECK, way)
    for ticked in [(), ("u-weak",), ("c-numb-feet",), tuple(told)]:
        tick(opened, ticked)
        heads, on, off = listed(opened.locator("article").aria_snapshot())
        assert heads == [names[own] for own in expected(way, told, ticked)], f"{page}, {way}: with {list(ticked) or 'nothing'} ticked a screen reader meets the headings {heads}"
        assert on == [ticks[box] for box in ticks if box in ticked] and len(on) + len(off) == len(ticks), f"{page}, {way}: a screen reader hears these as ticked: {on}; every box needs a label of its own"


def test_tree_is_read_right():
    tree = '- heading "Is it safe?" [level=1]\n- checkbox "I have epilepsy" [checked]\n- checkbox "I am tired"\n- heading "I have epilepsy" [level=3]'
    assert listed(tree) == (["I have epilepsy"], ["I have epilepsy"], ["I am tired"])


def test_paper_is_the_readers_own_list(site, base, tab):
    page = Page(CHECK, site)
    told = advice(page.article)
    owns = [own for own, _, _ in told.values()]
    opened = open_page(tab, base, CHECK, "paper")
    for ticked in states(told):
        tick(opened, ticked)
        parts = opened.locator(".advice[data-for]")
        assert parts.evaluate_all(DRAWN, "::before") == owns, f"{page}: on paper each advice needs an empty box before its heading, to tick with a pen"
        marked = parts.evaluate_all(DRAWN, "::after")
        assert marked == [told[box][0] for box in told if box in ticked], f"{page}: on paper with {list(ticked) or 'nothing'} ticked these are ticked: {marked}"
    assert opened.get_by_label("Their answer").is_visible(), f"{page}: leave room on paper for the doctor's answer"


def test_old_browser_prints_the_boxes(site, base, tab):
    opened = open_page(tab, base, CHECK, "paper, no :has()")
    hidden = opened.locator(".check label").evaluate_all("all => all.filter(one => !one.checkVisibility()).map(one => one.htmlFor)")
    assert not hidden, f"docs/{CHECK}: without :has() paper must show the list of boxes too, but hides {hidden}"


def test_faulty_sheet_is_noticed(tab):
    opened = tab()
    opened.set_content(f"<style>.advice[data-for] {{ display: none }}</style><article>{FORM}{TOLD}</article>")
    tick(opened, ["c-a"])
    assert opened.locator("#c-a").is_checked() and opened.locator(".advice").evaluate_all(SHOWN) == []
    assert opened.locator(".advice").evaluate_all(DRAWN, "::before") == []
    opened.set_content(f"<style>{TIED} h3::before {{ content: ''; border: 1px solid }}</style><article>{FORM}{TOLD}</article>")
    assert opened.locator(".advice").evaluate_all(SHOWN) == ["a-a"] == opened.locator(".advice").evaluate_all(DRAWN, "::before")


# The questions


@pytest.mark.parametrize("way", ["screen", "paper", "paper, no :has()"])
def test_only_chosen_questions_are_printed(site, base, tab, way):
    page = Page(QUESTIONS, site)
    ids = list(boxes(page.article))
    opened = open_page(tab, base, QUESTIONS, way)
    for ticked in [(), ids[:1], [ids[0], ids[-1]], ids]:
        tick(opened, ticked)
        seen = opened.locator(".asks label").evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.htmlFor)")
        should = list(ticked) if way == "paper" and ticked else ids
        assert seen == should, f"{page}, {way}: with {list(ticked) or 'nothing'} ticked these come out: {seen}"
        if "paper" in way:
            lines = opened.locator(".asks .rule").evaluate_all("all => all.filter(one => one.checkVisibility()).length")
            assert lines == len(should), f"{page}, {way}: {len(should)} questions have {lines} lines to write on; put <span class=\"rule\"></span> after each"
