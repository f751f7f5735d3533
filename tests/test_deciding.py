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
    "lymphoedema": "I have a swollen limb (lymphoedema), or had nodes (small glands) taken out",
    "epilepsy": "I have epilepsy",
    "metal-allergy": "I am allergic to metal",
    "pregnancy": "I am or may be pregnant",
    "chemo-low-counts": "I am on chemo, or my white cells (which fight germs) or platelets are low",
    "weak-immunity": "My immune system is weak, or I have a new joint, or a damaged or artificial heart valve",
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
    r"^Choose a number for each line: 0\b": "says how to mark the line",
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
    """The advice of `article`: the id of its box to (its own id, its words); it stands right after the line of the box."""
    found = {}
    for box in article.select(".check .tick [type=checkbox]"):
        part = box.find_parent(class_="tick").find_next_sibling()
        if part and "advice" in part.get("class", []):
            found[box["id"]] = (part.get("id", ""), plain(part.get_text(" ")))
    return found


def unanswered(article):
    """What keeps a tick box of `article` from its advice, as a list of plain sentences."""
    told = advice(article)
    found = [f"the box “{label}” has no advice; add <div class=\"advice\" id=\"a-…\" markdown> right below it" for box, label in boxes(article).items() if box not in told]
    answers = {own for own, _ in told.values()}
    found += [f"the advice {part.get('id')} stands below no box; put it right below its own" for part in article.select(".check .advice") if part.get("id") not in answers]
    found += [f"the advice {own} says too little: say what to do and whom to ask" for own, words in told.values() if len(words.split()) < 8]
    found += [f"the urgent advice {part.get('id')} hides its order; make it bold: **go to an emergency department now**" for part in article.select("#right-now .advice") if not part.strong]
    return found


def says_safe(text):
    """The sentences of `text` that call something safe and neither ask nor deny it."""
    return [s for s in split(text) if re.search(r"\bsafe\b", s, re.I) and not s.endswith("?") and not re.search(r"\b(no|not|never|nobody|cannot)\b|n't\b", s, re.I)]


def test_every_group_has_its_box_in_plain_words(site):
    page = Page(CHECK, site)
    ticks = boxes(page.article)
    found = [f"add a box with the id c-{name} and the words “{words}”" for name, words in GROUPS.items() if ticks.get(f"c-{name}") != words]
    found += [f"the box “{label}” is in no list; add it to GROUPS in tests/test_deciding.py" for box, label in ticks.items() if box.startswith("c-") and box[2:] not in GROUPS]
    assert not found, f"{page}: " + "\n  ".join(found)


def test_every_box_is_answered_on_screen_and_on_paper(site):
    page = Page(CHECK, site)
    found = unanswered(page.article)
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


TICK = '<p class="tick"><input type="checkbox" id="c-a"><label for="c-a">I am tired</label></p>'
TOLD = '<div class="advice" id="a-a"><p><strong>Rest first</strong>, and ask your doctor before you book.</p></div>'
FORM = '<form class="check"><fieldset id="right-now">{}</fieldset></form>'


@pytest.mark.parametrize(
    "inner, fine",
    {
        TICK + TOLD: True,
        TICK: False,
        TOLD: False,
        TOLD + TICK: False,
        TICK + "<p>Or:</p>" + TOLD: False,
        TICK + TOLD + TOLD.replace("a-a", "a-b"): False,
        TICK + TOLD.replace(", and ask your doctor before you book", ""): False,
        TICK + TOLD.replace("strong", "i"): False,
    }.items(),
)
def test_unanswered_box_is_noticed(inner, fine):
    assert (unanswered(BeautifulSoup(FORM.format(inner), "html.parser")) == []) is fine


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
DRAWN = "(all, mark) => all.filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one, mark).borderBottomWidth) > 0).map(one => one.id)"


def tick(opened, ids):
    """Tick the boxes `ids` and no others, as the reader does before printing."""
    opened.locator(".check [type=checkbox]").evaluate_all("(all, ids) => all.forEach(one => { if (one.checked !== ids.includes(one.id)) one.click() })", list(ids))


def expected(way, told, ticked):
    """The ids of the advice that a reader should see, in order: all where nothing can be hidden, else what was ticked."""
    if "paper" in way or "no :has()" in way:
        return [*(own for own, _ in told.values()), "a-none"]
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
        seen = opened.locator(".advice[id]").evaluate_all(SHOWN)
        assert seen == expected(way, told, ticked), f"{page}, {way}: with {list(ticked) or 'nothing'} ticked the reader sees {seen}, and should see {expected(way, told, ticked)}"


# How far below the line of its box an advice begins, in CSS pixels.
BELOW = "box => { const line = box.closest('.tick'); return line.nextElementSibling.getBoundingClientRect().top - line.getBoundingClientRect().bottom }"


@pytest.mark.parametrize("way", ["screen", "no script", "no :has()"])
def test_ticking_by_keyboard_shows_the_advice_under_the_box(site, base, tab, way):
    told = advice(Page(CHECK, site).article)
    opened = open_page(tab, base, CHECK, way)
    for box, (own, _) in told.items():
        opened.locator(f"#{box}").focus()
        opened.keyboard.press("Space")
        assert opened.locator(f"#{box}").is_checked(), f"docs/{CHECK}: the space bar does not tick #{box}"
        assert opened.locator(f"#{own}").is_visible(), f"docs/{CHECK}, {way}: the advice for #{box} stays hidden"
        assert 0 <= opened.locator(f"#{box}").evaluate(BELOW) < 44, f"docs/{CHECK}, {way}: the advice for #{box} is not right below it"
        opened.keyboard.press("Space")
        assert opened.locator(f"#{own}").is_visible() is (way == "no :has()"), f"docs/{CHECK}, {way}: the advice for #{box} does not go when its tick goes"


def test_a_screen_reader_is_told_of_the_advice(site):
    form = Page(CHECK, site).article.select_one(".check")
    assert form.get("aria-live") == "polite", f"docs/{CHECK}: put aria-live=\"polite\" on the form, so that a screen reader says the advice that appears"


def test_link_to_an_advice_or_its_box_shows_it(site, base, tab):
    opened = open_page(tab, base, CHECK, "screen")
    for anchor in ("#a-pacemaker", "#h-pacemaker"):
        opened.goto(f"{base}deciding/safety-check/{anchor}")
        assert opened.locator(".advice[id]").evaluate_all(SHOWN) == ["a-pacemaker", "a-none"], f"docs/{CHECK}: a link to {anchor} does not show that advice"


# Whether the two lines of the summary show: what comes first, and how many lines are ticked.
SUMMARY = "() => ['.advice--now', '.advice--some'].map(one => document.querySelector(one).checkVisibility())"


def heard(opened):
    """All that a screen reader meets on the page in `opened`, drawn counters too, as one string."""
    nodes = opened.context.new_cdp_session(opened).send("Accessibility.getFullAXTree")["nodes"]
    return "".join(node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "StaticText")


@pytest.mark.parametrize("way", WAYS)
def test_summary_puts_the_urgent_first(base, tab, way):
    opened = open_page(tab, base, CHECK, way)
    whole = "paper" in way or "no :has()" in way
    for ticked in [(), ("u-weak",), ("c-epilepsy",), ("u-weak", "c-epilepsy")]:
        tick(opened, ticked)
        now, some = opened.evaluate(SUMMARY)
        assert now is (whole or "u-weak" in ticked), f"docs/{CHECK}, {way}: with {ticked} ticked, the line on what comes first shows: {now}"
        assert some is ("paper" not in way and (whole or bool(ticked))), f"docs/{CHECK}, {way}: with {ticked} ticked, the count shows: {some}"
        counted = re.search(r"Lines you ticked: (\d+)", heard(opened))
        assert not some or int(counted[1]) == len(ticked), f"docs/{CHECK}, {way}: with {ticked} ticked, the count says {counted}"


def listed(snapshot):
    """The third-level headings of an accessibility `snapshot`, and its ticked and unticked boxes."""
    heads = re.findall(r'- heading "(.+?)" \[level=3\]', snapshot)
    marks = re.findall(r'- checkbox "(.+?)"( \[checked\])?', snapshot)
    return heads, [name for name, on in marks if on], [name for name, on in marks if not on]


@pytest.mark.parametrize("way", ["screen", "no script", "no :has()"])
def test_check_reads_right_in_a_screen_reader(site, base, tab, way):
    page = Page(CHECK, site)
    ticks, told = boxes(page.article), advice(page.article)
    opened = open_page(tab, base, CHECK, way)
    for ticked in [(), ("u-weak",), ("c-numb-feet",), tuple(told)]:
        tick(opened, ticked)
        snapshot = opened.locator("article").aria_snapshot()
        heads, on, off = listed(snapshot)
        assert heads == [NOTHING] * (not ticked or way == "no :has()"), f"{page}, {way}: with {list(ticked) or 'nothing'} ticked a screen reader meets the headings {heads}"
        assert on == [ticks[box] for box in ticks if box in ticked] and len(on) + len(off) == len(ticks), f"{page}, {way}: a screen reader hears these as ticked: {on}; every box needs a label of its own"
        assert all(f'- group "{legend.get_text()}"' in snapshot for legend in page.article.select(".check legend")), f"{page}, {way}: a screen reader does not hear the names of the groups"


def test_tree_is_read_right():
    tree = '- heading "Is it safe?" [level=1]\n- checkbox "I have epilepsy" [checked]\n- checkbox "I am tired"\n- heading "I have epilepsy" [level=3]'
    assert listed(tree) == (["I have epilepsy"], ["I have epilepsy"], ["I am tired"])


@pytest.mark.parametrize("way", ["paper", "paper, no :has()"])
def test_paper_is_the_readers_own_list(site, base, tab, way):
    page = Page(CHECK, site)
    told = advice(page.article)
    opened = open_page(tab, base, CHECK, way)
    for ticked in states(told):
        tick(opened, ticked)
        drawn = opened.locator(".check input")
        assert drawn.evaluate_all(DRAWN, None) == list(told), f"{page}: on paper each line needs its box, to tick with a pen"
        marked = drawn.evaluate_all(DRAWN, "::after")
        assert marked == [box for box in told if box in ticked], f"{page}: on paper with {list(ticked) or 'nothing'} ticked these are ticked: {marked}"
    hidden = opened.locator(".check :is(label, legend)").evaluate_all("all => all.filter(one => !one.checkVisibility()).map(one => one.innerText)")
    assert not hidden, f"{page}, {way}: paper must show every line of the list, but hides {hidden}"
    assert opened.get_by_label("Their answer").is_visible(), f"{page}: leave room on paper for the doctor's answer"


def test_faulty_sheet_is_noticed(tab):
    opened = tab()
    whole = f"<article>{FORM.format(TICK + TOLD)}</article>"
    opened.set_content(f"<style>.advice, input {{ display: none }}</style>{whole}")
    tick(opened, ["c-a"])
    assert opened.locator(".advice").evaluate_all(SHOWN) == [] == opened.locator("input").evaluate_all(DRAWN, None)
    opened.set_content(f"<style>.advice {{ margin-top: 99px }} input {{ appearance: none; border: 1px solid }} :checked::after {{ content: ''; border: 1px solid }}</style>{whole}")
    assert opened.locator("input").evaluate(BELOW) > 44
    assert opened.locator("input").evaluate_all(DRAWN, None) == ["c-a"] and opened.locator("input").evaluate_all(DRAWN, "::after") == []
    tick(opened, ["c-a"])
    assert opened.locator(".advice").evaluate_all(SHOWN) == ["a-a"] and opened.locator("input").evaluate_all(DRAWN, "::after") == ["c-a"]


# The scores


# Of each row of numbers: those shown, and those with a ring that can be seen; at the start, and as the reader leaves it.
RINGS = """rows => rows.map(row => {
  const all = [...row.querySelectorAll('input')], wide = one => parseFloat(getComputedStyle(one).borderTopWidth);
  const seen = one => one.checkVisibility() && getComputedStyle(one).borderTopColor !== 'rgba(0, 0, 0, 0)';
  return {
    numbers: all.filter(one => one.labels[0].checkVisibility()).map(one => one.labels[0].innerText.trim()).join(' '),
    rings: all.filter(one => seen(one) && wide(one) >= Math.max(...all.map(wide)) && (wide(one) > Math.min(...all.map(wide)) || !all.every(seen))).map(one => one.labels[0].innerText.trim()),
    side: Math.min(...all.map(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height))),
  };
})"""
SCORES = [OPTIONS, Path("deciding/fair-trial.md")]


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("source", SCORES, ids=lambda source: source.stem)
def test_score_shows_and_prints_as_a_ring_round_its_number(base, tab, source, colours):
    opened = tab(viewport={"width": 320, "height": 640}, forced_colors=colours)
    opened.goto(f"{base}{source.with_suffix('').as_posix()}/")
    rows = opened.locator(".scale")
    for media in ("screen", "print"):
        opened.emulate_media(media=media)
        for row in rows.evaluate_all(RINGS):
            assert row["numbers"] == "0 1 2 3 4 5 6 7 8 9 10" and row["rings"] == [], f"docs/{source}, {media}: before a choice each row shows 0 to 10 and no ring, to mark with a pen: {row}"
            assert media == "print" or row["side"] >= 44, f"docs/{source}: the numbers are {row['side']} px wide; 44 at least"
    opened.emulate_media(media="screen")
    rows.first.locator("label", has_text="7").click()
    for media in ("screen", "print"):
        opened.emulate_media(media=media)
        rings = [row["rings"] for row in rows.evaluate_all(RINGS)]
        assert rings == [["7"], *([] for _ in rings[1:])], f"docs/{source}, {media}: with 7 chosen in the first row the rings are {rings}"


@pytest.mark.parametrize("source", SCORES, ids=lambda source: source.stem)
def test_score_is_one_stop_of_the_tab_key_and_is_not_kept(site, base, tab, source):
    page = Page(source, site)
    forms = page.article.select("form.scale")
    assert forms and all(form.get("autocomplete") == "off" and form.legend.get_text(strip=True) for form in forms), f"{page}: each row of numbers needs autocomplete=\"off\" and a <legend>"
    assert not page.article.select("input[type=range]"), f"{page}: a slider shows no number and prints none; use the row of numbers, docs/.snippets/scale.md"
    opened = tab()
    opened.goto(base + page.address)
    opened.locator(".scale input").first.focus()
    for _ in range(3):
        opened.keyboard.press("ArrowRight")
    assert opened.locator(".scale :checked").evaluate_all("all => all.map(one => one.labels[0].innerText.trim())") == ["3"], f"{page}: the arrow keys do not choose a number"
    opened.keyboard.press("Tab")
    assert not opened.locator(".scale").first.evaluate("row => row.contains(document.activeElement)"), f"{page}: a row of numbers takes more than one Tab"
    opened.reload()
    assert opened.locator(".scale :checked").count() == 0, f"{page}: a number is kept when the page is loaded again"


def test_row_without_a_ring_is_noticed(tab):
    opened = tab()
    row = "<form class=scale><label><input type=radio name=n> 0</label><label><input type=radio name=n checked> 1</label></form>"
    for style, rings in {"": [], "input { appearance: none; border: 2px solid } :checked { border-width: 6px }": ["1"], "input { appearance: none; border: 2px solid transparent } :checked { border-color: black }": ["1"]}.items():
        opened.set_content(f"<style>{style}</style>{row}")
        assert opened.locator(".scale").evaluate_all(RINGS)[0]["rings"] == rings


# The way to print, and the picture


@pytest.mark.parametrize("source", [OPTIONS, CHECK, QUESTIONS], ids=lambda source: source.stem)
def test_print_control_is_one_link_away(site, base, tab, source):
    page = Page(source, site)
    opened = tab(java_script_enabled=True, reduced_motion="reduce")
    opened.goto(base + page.address)
    links = opened.locator("article a[href='#print']")
    assert links.count(), f"{page}: after the list, add <p class=\"jump\"><a href=\"&#35;print\">Print …</a></p>"
    links.last.focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.matches('.print button')"), f"{page}: after that link the next Tab does not reach the print button"
    opened.emulate_media(media="print")
    assert not links.last.is_visible(), f"{page}: on paper the link “{links.last.inner_text()}” leads nowhere; give its line class=\"jump\""


def test_options_have_a_picture(site):
    # What a picture has to say in words, test_drawings.py sees to.
    page = Page(OPTIONS, site)
    assert page.article.select("figure svg[role=img]"), f"{page}: a picture helps to weigh the options; add one of docs/.snippets/drawings"


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


# A word that the advice of each box must hold.
ABOUT = {
    "pacemaker": "current|electric", "metal-allergy": "allerg|nickel|metal|steel", "pregnancy": "pregnan|midwife", "blood-thinners": "bleed|blood", "epilepsy": "epilep|seizure|fit|current",
    "lymphoedema": "limb|swollen|lymph", "hypo-risk": "sugar|eat|meal", "needle-fear": "faint|lie", "older-unsteady": "lift|slowly", "undiagnosed": "cause", "chemo-low-counts": "cancer|chemo|team",
    "weak-immunity": "infect|immun|valve", "u-cold-foot": "emergency department now", "u-fever": "line of your cancer team", "u-sore-foot": "today", "u-weak": "emergency department now",
}  # fmt: skip


def under_another_box(article):
    """The ids of the advice in `article` that speaks of something else than its box."""
    advice = {name: article.select_one(f"#a-{name}") for name in ABOUT}
    return [f"a-{name}" for name, words in ABOUT.items() if advice[name] and not re.search(words, advice[name].get_text(" "), re.I)]


def test_advice_is_about_its_box(site):
    wrong = under_another_box(BeautifulSoup((site / "deciding/safety-check/index.html").read_bytes(), "html.parser").article)
    assert not wrong, f"docs/deciding/safety-check.md: the advice {', '.join(wrong)} speaks of something else than its box; put each under its own"


def test_advice_under_another_box_is_noticed():
    assert under_another_box(BeautifulSoup('<article><div id="a-pacemaker">Needles are steel.</div><div id="a-epilepsy">A seizure may come.</div></article>', "html.parser")) == ["a-pacemaker"]
