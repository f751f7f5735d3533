"""Urgent signs come first, say how fast, and get the same order on every page."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import Page, sources
from prose import own_text, plain

# What the heading of each kind of box says.
HEADINGS = {"care--now": r"\bnow\b|\bfirst\b", "care--today": r"\btoday\b", "care--soon": r"\bsoon\b"}
# The pages about symptoms or safety, and the sheets: each must show an urgent box.
MUST = re.compile(
    r"^index\.md$|^neuropathy/(?!index)|^deciding/(safety-check|fair-trial)\.md$|^handouts/(?!index|questions)|"
    r"^acupuncture/(safety|extra-care|extra-care-people|after-a-visit|what-to-expect|diabetes|chemotherapy|other-causes|other-kinds)\.md$"
)
LONGEST_LIST = 7
# Signs that cannot wait for a visit "today" or "soon", wherever they stand.
AT_ONCE = {
    "a drooping face": r"\bface (drops|droops)|drooping face",
    "hard breathing": r"\b(hard|trouble|difficult\w*) (to breathe|breathing)",
    "numb between the legs": r"\bnumb\w* (in |around )?between (the|your) legs|\bcannot pass (any )?(urine|water)",
    "a cold or blue foot": r"\b(turns?|goes|gone|turned|is) (suddenly )?(very )?cold\b[^.]*\b(pale|blue|black)",
    "redness that spreads, with a wound": r"\bspreading redness|\bredness (that )?(spreads|is spreading)",
    "someone very sleepy on nerve pain medicine": r"\bvery sleepy\b",
    "chest pain": r"\bsudden chest pain|\bchest pain\b",
}
# What the page of urgent signs and the sheet for the fridge must name.
KEPT = {
    "neuropathy/get-help.md": [
        "face droops", "speech", "breathe", "swallow", "chest pain", "acupuncture", "hard to wake|very sleepy|drowsy", "lips", "sugar", "between (the|your) legs", "pass (any )?urine|pass water",
        "cold", "blue", "black", "spread", "fever", r"37\.5 C", "cancer", "burn", "blister|sore", "swollen", "weak", "calf", "bleeding", "needle", "blood thinner", "ending your life|suicid|wish to die|kill yourself|end your life",
        # Numbers to ring, doses and orders, word for word.
        "116 123", "13 11 14", "1737", "US and Canada 988", "about 15 g of fast sugar", "after 10 to 15 minutes", "nothing by mouth", "Do not drive yourself", "No ice, cream or butter", r"Under 4 mmol/L \(about 70 mg/dL\)", "for 20 minutes",
    ],
    "handouts/urgent-signs.md": [r"Still low\? Drink more", "face", "speech|slur", "breathe|breath", "chest pain", "weak", "between (the|your) legs", "cold", "blue|black", "fever", "spread", "burn", "sore|blister", "swollen"],
}  # fmt: skip
# How each urgent sign is told in a box; tests/urgent-signs.txt says which page tells which.
SIGNS = {
    "a face that droops": r"\bface\b[^.]{0,20}(droop|drop|low)|drooping face",
    "hard breathing": r"breath",
    "chest pain": r"chest pain",
    "weakness that climbs or spreads": r"\b(climb|spread)\w*\b[^.]{0,40}(leg|hours|days|weeks|drag)|(weak|numb)\w* (climb|spread)|weak or numb over|hours or days",
    "legs that give way": r"give way|hard(er)? to walk|walking (is|turns|has)|legs (are|feel) (newly )?(weak|heavy)|weak legs",
    "numb between the legs": r"between (the|your) legs",
    "urine that will not pass": r"urine",
    "a cold or blue foot": r"\b(foot|feet)\b[^.]{0,60}\b(cold|pale|blue)",
    "black or dark skin": r"\b(black|dark)\b",
    "fever": r"fever",
    "redness that spreads": r"redness",
    "a swelling or a hot foot": r"swell|swollen",
    "a sore or wound": r"\b(sore|blister|wound|broken skin|cut)",
    "a burn": r"\bburn(ed|s)?\b",
    "bleeding that goes on": r"bleed",
    "a needle left inside": r"piece of (a )?needle|needle, or a piece|whole needle|needle breaks",
    "a painful calf": r"calf",
    "low sugar": r"sugar",
    "someone hard to wake": r"sleepy|drowsy|hard to wake|passed out|passes out",
    "confusion": r"confus",
    "the cancer team's line": r"cancer team|24-hour line",
    "back pain": r"\bback (or neck )?pain|\bback\b[^.]{0,20}\bpain",
    "a knock on the head": r"\bhead\b",
    "a wish to die": r"wish to die|ending your life|harm(ing)? yourself",
    "a fit": r"seizure",
    "a rash": r"rash",
    "yellow skin": r"yellow",
}  # fmt: skip
# Three-digit numbers that a reader is told to call, and where they hold.
NUMBERS = {"911": "US and Canada", "999": "UK", "112": "Ireland and the EU", "000": "Australia", "111": "New Zealand, and NHS 111 in the UK", "988": "US and Canada, when life feels too hard", "101": "UK police", "811": "health line, Canada"}


def kind(box):
    return next((name for name in HEADINGS if name in box.get("class", [])), "")


def faults(article):
    """What is wrong with the urgent boxes of `article`, as a list of plain sentences."""
    found, boxes = [], article.select(".care")
    found += ["a box of urgent signs is folded away in <details>; take it out"] * any(box.find_parent("details") for box in boxes)
    for box in boxes:
        heading = box.find(["h2", "h3"])
        name = plain(heading.get_text()) if heading else ""
        if not kind(box):
            found.append(f"the box “{name}” is of no kind: write care--now, care--today or care--soon")
        elif not re.search(HEADINGS[kind(box)], name, re.I):
            found.append(f"the heading “{name}” of a box of the kind {kind(box)} does not say how fast: use now, today or soon")
        if not box.get_text(strip=True).replace(name, ""):
            found.append(f"the box “{name}” is empty")
        found += [f"a list in the box “{name}” has more than {LONGEST_LIST} signs; split it" for one in box.select("ul, ol") if len(one.find_all("li", recursive=False)) > LONGEST_LIST]
        if kind(box) in ("care--today", "care--soon"):
            said = plain(box.get_text(" "))
            found += [f"“{name}” holds {sign}, which cannot wait: move it to a box that says now" for sign, pattern in AT_ONCE.items() if late(pattern, said)]
    order = [list(HEADINGS).index(kind(box)) for box in boxes if kind(box)]
    if order != sorted(order):
        found.append("put the boxes in order: now, then today, then soon")
    first = boxes[0] if boxes else None
    # The numbers to call, and a list of ways to go on such as the home page's, delay nobody.
    before = [tag for tag in first.find_all_previous("h2") if article in tag.parents and tag.get("id") != "numbers"] if first else []
    before = [plain(tag.get_text()) for tag in before if "cards" not in (tag.find_next_sibling() or tag).get("class", [])]
    if before and kind(first) == "care--now":
        found.append(f"“{before[-1]}” stands before the urgent signs; put the signs first")
    return found


def late(pattern, said):
    """Whether `said` has a sign of `pattern` in a sentence that does not send the reader for help at once."""
    return any(re.search(pattern, part, re.I) and not re.search(r"\b(now|at once|ambulance|emergency|hospital|999|911|112)\b", part, re.I) for part in re.split(r"(?<=[.!?])\s", said))


def wrong_numbers(text):
    """The numbers that `text` tells a reader to call and that are no emergency number we know."""
    return sorted({number for number in re.findall(r"\b(?:call|dial|ring|text|phone)(?: or \w+)? (\d{3})\b(?![\d ]*\d)", text, re.I) if number not in NUMBERS})


# Longer numbers that a reader may ring: help lines, each with who answers.
LINES = {"116 123": "Samaritans, UK and Ireland", "0808 808 8000": "Lifeline, Northern Ireland", "13 11 14": "Lifeline, Australia", "1800 422 737": "Carer Gateway, Australia", "0800 888 6678": "Dementia UK"}


def unknown_lines(article):
    """The long telephone numbers in the paragraphs and lists of `article` that nobody has vouched for."""
    said = [own_text(tag) for tag in article.select("p, li, dd") if not tag.find_parent(class_="footnote")]
    found = {number for text in said for number in re.findall(r"(?<![\w.,:/(-])\+?\d{2,5}(?: \d{2,4}){1,4}(?! ?\d)(?![\w:/-])", text)}
    found |= {link["href"].removeprefix("tel:") for link in article.select("a[href^='tel:']")}
    return sorted(number for number in found if len(re.sub(r"\D", "", number)) > 5 and re.sub(r"\D", "", number) not in {re.sub(r"\D", "", known) for known in LINES})


def test_lines_to_ring_are_known(page):
    found = unknown_lines(page.article)
    assert not found or page.source.name == "for-clinics.md", f"{page}: nobody has vouched for {', '.join(found)}; a wrong number costs time when it counts: take it out, or add it to LINES in tests/test_urgent.py with who answers and a source on the page"


# Whom the heading of an urgent box sends for, by kind.
SENDS_FOR = {
    "care--now": r"ambulance|emergency department|cancer team|\b(act|do this) now",
    "care--today": r"get help today|seen today|hospital today",
    "care--soon": r"your doctor",
}
# What hides a box from eyes, paper or ears when it is on it or lies round it.
OUT_OF_SIGHT = "[hidden], [inert], [aria-hidden=true], [role=presentation], .paper, .hidden, .advice, details"
# Words that turn a sign or an order round.
TURNED = re.compile(r"\b(?:(?<!not )drive yourself|(something|sugar|juice|food|water) by mouth|nothing by mouth but|give something|(ice[- ]cold|iced|icy|hot|warm) (running )?water|over (weeks or )?months|(if )?all (of )?(these|them)( are| is)|office line)\b", re.I)


def weakened(article):
    """The urgent boxes of `article` that send for nobody, are hidden from some readers, or turn an order round, as plain sentences."""
    for box in article.select(".care"):
        heading = box.find(["h2", "h3"])
        name = plain(heading.get_text()) if heading else ""
        if kind(box) and not re.search(SENDS_FOR[kind(box)], name, re.I):
            yield f"the heading “{name}” does not say whom to send for; copy one from neuropathy/get-help.md"
        if set(box["class"]) - {"care", kind(box)} or {id(one) for one in article.select(OUT_OF_SIGHT)} & {id(one) for one in (box, *box.parents)}:
            yield f"the box “{name}” is hidden from some readers; take hidden, aria-hidden, inert and other classes off it and what lies round it"
        if kind(box) == "care--now" and re.search(r"\b(with|and|has|have) (no|little) fever", box.get_text(" ")):
            yield f"the box “{name}” sends only those without fever; write “with a fever”"
        for said in TURNED.finditer(plain(box.get_text(" "))):
            yield f"“{said[0]}” turns a sign or an order of the box “{name}” round; compare it with neuropathy/get-help.md"


def test_urgent_boxes_are_open_and_plain(page):
    found = list(weakened(page.article))
    assert not found, f"{page}: " + "; ".join(found)


@pytest.mark.parametrize(
    "box, fine",
    {
        '<section class="care care--now"><h2>Call an ambulance now if</h2><p>Give nothing by mouth.</p></section>': True,
        '<section class="care care--now"><h2>Ring your acupuncturist now if</h2><p>a</p></section>': False,
        '<section class="care care--now" hidden><h2>Call an ambulance now if</h2><p>a</p></section>': False,
        '<div aria-hidden="true"><section class="care care--now"><h2>Call an ambulance now if</h2><p>a</p></section></div>': False,
        '<section class="care care--now paper"><h2>Call an ambulance now if</h2><p>a</p></section>': False,
        '<section class="care care--now"><h2>Call an ambulance now if</h2><p>Give sugar by mouth.</p></section>': False,
        '<section class="care care--now"><h2>Call an ambulance now if all of these are true</h2><p>a</p></section>': False,
    }.items(),
)
def test_weakened_box_is_noticed(box, fine):
    assert (not list(weakened(BeautifulSoup(f"<article>{box}</article>", "html.parser").article))) is fine


def test_urgent_signs_come_first(page):
    found = faults(page.article)
    if MUST.search(page.source.as_posix()) and not page.article.select(".care"):
        found.append("it has no box of urgent signs; copy one from neuropathy/get-help.md and put it under the first lines")
    assert not found, f"{page}: " + "; ".join(found)


def test_every_page_leads_to_the_urgent_signs(page):
    links = [link["href"] for link in page.html.select(".head a[href]:not(.menu a)")]
    assert any("get-help" in link or page.source.as_posix() == "neuropathy/get-help.md" for link in links), f"{page}: the header has no link to the urgent signs; restore overrides/partials/header.html"


def test_header_and_menu_name_the_urgent_signs(page):
    assert plain(page.html.select_one(".head__help").get_text()) == "Urgent signs", f"{page}: the link in the header must read “Urgent signs”; restore overrides/partials/header.html"
    assert page.source.name == "get-help.md" or page.html.select(".menu a[href*='get-help']"), f"{page}: the menu lacks the urgent signs; put neuropathy/get-help.md back into nav in mkdocs.yml"


@pytest.mark.parametrize("name", KEPT)
def test_no_urgent_sign_is_lost(name, site):
    said = plain(Page(Path(name), site).article.get_text(" "))
    lost = [sign.split("|")[0].replace("\\", "") for sign in KEPT[name] if not re.search(sign, said, re.I)]
    assert not lost, f"docs/{name}: an urgent sign is gone, put it back: {', '.join(lost)}"


def told(article):
    """The names of SIGNS that the urgent boxes of `article` tell of, as a list."""
    said = plain(" ".join(box.get_text(" ") for box in article.select(".care")))
    return [name for name, pattern in SIGNS.items() if re.search(pattern, said, re.I)]


def kept_signs():
    """The signs that each page must tell of, from tests/urgent-signs.txt, as a dict from the page's file to a list."""
    lines = (Path(__file__).parent / "urgent-signs.txt").read_text("utf-8").splitlines()
    return {name: signs.split(", ") for name, signs in (line.split(": ") for line in lines if line and not line.startswith("#"))}


def test_page_keeps_its_urgent_signs(page):
    gone = [sign for sign in kept_signs().get(page.source.as_posix(), []) if sign not in told(page.article)]
    assert not gone, f"{page}: its urgent boxes told of {', '.join(gone)} and do so no more; put it back, or take it out of tests/urgent-signs.txt once the evidence has changed"


def test_every_sign_is_kept_on_a_page():
    kept = kept_signs()
    assert set(SIGNS) == set().union(*kept.values()), "tests/urgent-signs.txt and SIGNS in tests/test_urgent.py name different signs"
    assert not kept.keys() - {source.as_posix() for source in sources()}, f"tests/urgent-signs.txt: no such page: {kept.keys() - {source.as_posix() for source in sources()}}"


def test_lost_sign_is_noticed():
    whole = BeautifulSoup('<section class="care"><li>You get chest pain.</li><li>A fever.</li></section><p>Redness.</p>', "html.parser")
    assert told(whole) == ["chest pain", "fever"]


def test_numbers_to_call_are_right(page):
    found = wrong_numbers(plain(page.article.get_text(" ")))
    pairs = re.findall(r"(?<![\d,.])\b(\d{3}) \(?(US and Canada|UK|Ireland and the EU|Australia|New Zealand)", plain(page.article.get_text(" ")))
    found += [f"{number} {place}" for number, place in pairs if not NUMBERS.get(number, "").startswith(place)]
    assert not found, f"{page}: these are not emergency numbers: {', '.join(found)}; the right ones are {NUMBERS}"


def astray(html, own=False):
    """The links of `html` whose words promise urgent signs and that lead elsewhere; `own`: the page is that of the urgent signs."""
    return [link["href"] for link in html.select("a[href]") if re.search("urgent signs", link.get_text(), re.I) and not re.search(r"get-help|urgent-signs|look-alikes|^#", link["href"]) and not (own and not link["href"].strip("./"))]


def test_urgent_signs_are_where_links_say(page, site):
    error = BeautifulSoup((site / "404.html").read_bytes(), "html.parser")
    found = astray(page.html, own=page.source.name == "get-help.md")
    assert not found, f"{page}: “urgent signs” leads to {found}; let it lead to neuropathy/get-help.md"
    assert not astray(error), f"overrides/404.html: “urgent signs” leads to {astray(error)}; let it lead to neuropathy/get-help"


BOX = '<section class="care care--{}"><h2>{}</h2><ul>{}</ul></section>'


@pytest.mark.parametrize(
    "html, fine",
    {
        BOX.format("now", "Call an ambulance now if", "<li>Your face droops.</li>") + "<h2>Why</h2>": True,
        "<h2>Why</h2>" + BOX.format("now", "Call an ambulance now if", "<li>Your face droops.</li>"): False,
        BOX.format("now", "Be careful", "<li>Your face droops.</li>"): False,
        BOX.format("red", "Call an ambulance now if", "<li>Your face droops.</li>"): False,
        BOX.format("now", "Call an ambulance now if", ""): False,
        BOX.format("today", "Get help today if", "<li>Your face droops.</li>"): False,
        BOX.format("today", "Get help today if", "<li>A sore. With spreading redness, go to hospital now.</li>"): True,
        BOX.format("now", "Call now if", "<li>a</li>" * 8): False,
        BOX.format("today", "Get help today if", "<li>a</li>") + BOX.format("now", "Call now if", "<li>b</li>"): False,
    }.items(),
)
def test_fault_in_urgent_boxes_is_noticed(html, fine):
    assert (faults(BeautifulSoup(f"<article><h1>A</h1>{html}</article>", "html.parser").article) == []) is fine


@pytest.mark.parametrize("link, fine", {'<a href="../get-help/">All urgent signs</a>': True, '<a href="../foot-care/">All urgent signs</a>': False}.items())
def test_link_gone_astray_is_noticed(link, fine):
    assert (not astray(BeautifulSoup(link, "html.parser"))) is fine


@pytest.mark.parametrize("text, fine", {"Ring 0800 123 4567 to book.": False, "UK and Ireland: 116 123, free.": True, "From 10 to 15 minutes.": True, '<a href="tel:08001234567">Ring us</a>': False}.items())
def test_unknown_line_is_noticed(text, fine):
    assert (not unknown_lines(BeautifulSoup(f"<article><p>{text}</p></article>", "html.parser").article)) is fine


@pytest.mark.parametrize("text, fine", {"Call 911.": True, "Call 912.": False, "Ring 0117 322 6400.": True, "Call or text 988.": True}.items())
def test_wrong_number_is_noticed(text, fine):
    assert (wrong_numbers(text) == []) is fine
