"""The reader's own words lead to the right page: slips, everyday words and emergencies too, in both builders' sites."""

import random
import re
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS, serve, sources
from test_access import SMALL, TARGET, WIDE, faults, violations, walk
from test_weight import weigh

QUERIES = Path(__file__).parent / "search-queries.txt"
FIRST_SEARCH = 45 * 1024  # bytes gzipped: script, words and index
INDEX = "search-index.txt"
KINDS, GRAVE = {"plain", "phrase", "slip", "variant"}, {"", "safety", "urgent", "calm?"}


def read(text):
    """The queries of `text`, as in search-queries.txt: a list of dicts; raises ValueError where a line is not as told there."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 5 or parts[0] not in KINDS or parts[4] not in GRAVE or not parts[1] or not parts[2]:
            raise ValueError(f"tests/search-queries.txt, line {number}: write kind | what is typed | must come first | also right | how grave")
        places = [[place.removeprefix(".") for place in part.split()] for part in parts[2:4]]
        rows.append({"kind": parts[0], "query": parts[1], "first": places[0], "also": places[1], "grave": parts[4]})
    return rows


ASK = """query => {
  const box = document.querySelector('#q');
  box.value = query;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const root = new URL('..', document.baseURI).href;
  return {
    urgent: !!document.querySelector('#answers .care--now'),
    places: [...document.querySelectorAll('#answers ol > li > p:first-child > a')].map(one => one.href.slice(root.length)),
    text: document.querySelector('#answers').innerText,
  };
}"""


def fits(place, wanted):
    """Whether the address `place` is one of the `wanted` pages or page#sections."""
    return any(place == one if "#" in one else place.split("#")[0] == one for one in wanted)


@pytest.fixture(scope="session", params=["mkdocs", "zensical"])
def ask(request, chromium):
    """A function from a query to what the search page answers (`urgent`, `places`, `text`), in one tab, for each builder's site."""
    site = request.getfixturevalue("site" if request.param == "mkdocs" else "zensical_site")
    server = serve(site)
    tab = chromium.new_page()
    said = []
    tab.on("pageerror", lambda error: said.append(str(error)))
    with tab.expect_response(re.compile(r"search-index\.txt$")):
        tab.goto(server.base + "search/?q=feet")
    tab.wait_for_selector("#answers ol mark")

    def put(query):
        found = tab.evaluate(ASK, query)
        assert not said, f"the search page fails at “{query[:60]}”: {said}"
        return found

    put.tab, put.base, put.builder, put.site = tab, server.base, request.param, site
    yield put
    tab.close()
    server.shutdown()


def judge(rows, ask):
    """How the `rows` fare: (share with the right page first, one line for each that is not, one for each grave fault)."""
    missed, grave = [], []
    for row in rows:
        found = ask(row["query"])
        line = f"“{row['query']}” leads to {found['places'][:3]}, not {row['first']}"
        if not (found["places"] and fits(found["places"][0], row["first"])):
            missed.append(line)
            if row["grave"] in ("safety", "urgent"):
                grave.append(line)
        if not any(fits(place, row["first"] + row["also"]) for place in found["places"][:3]):
            grave.append("not in the first three: " + line)
        if row["grave"] != "calm?" and found["urgent"] != (row["grave"] == "urgent"):
            grave.append(f"“{row['query']}” {'wakes' if found['urgent'] else 'does not wake'} the urgent box")
    return 1 - len(missed) / len(rows), missed, grave


def test_readers_words_lead_to_the_right_page(ask):
    rows = read(QUERIES.read_text("utf-8"))
    share, missed, grave = judge(rows, ask)
    print(f"\n{ask.builder}: right page first for {share:.1%} of {len(rows)} queries")
    assert not grave, f"search ({ask.builder}): mend docs/assets/search-words.js or the questions in docs/search.md:\n  " + "\n  ".join(grave)
    assert share >= 0.95, f"search ({ask.builder}): only {share:.1%} come first:\n  " + "\n  ".join(missed)


# The engine alone, without drawing its answers: the three best pages for each of many queries.
PAGES = "queries => queries.map(query => rank(read(query)).slice(0, 3).map(page => page[0].doc.page))"
KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]


def slips(word):
    """Four typing slips of `word`, always the same ones: a letter dropped, doubled, swapped with the next, and hit one key beside."""
    chance = random.Random(word)
    drop, double, swap, beside = (chance.randrange(1, len(word) - 1) for _ in range(4))
    row = next((row for row in KEYS if word[beside] in row), word[beside])
    near = row[row.index(word[beside]) - 1] if row.index(word[beside]) else row[min(1, len(row) - 1)]
    made = [
        word[:drop] + word[drop + 1 :],
        word[:double] + word[double] + word[double:],
        word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :],
        word[:beside] + near + word[beside + 1 :],
    ]
    return [slip for slip in made if slip != word]


def entries(index):
    """The lines of the text of a search index, as dicts with `at` (page or page#section), `title` and `text`."""
    page, found = "", []
    for line in index.splitlines():
        at, title, first, more = line.split("\t")
        if at.startswith("/"):
            page, at = at[1:], ""
        elif not at:
            at = "#" + re.sub("[’?,:.]", "", title.lower()).replace(" ", "-")
        found.append({"at": page + at, "title": title, "text": f"{first} {more}"})
    return found


def vocabulary(index):
    """From the text of a search index, the words of its headings with five letters or more, and every word of it."""
    letters = lambda texts: set(re.findall(r"[a-z]+", " ".join(texts).lower()))  # noqa: E731
    return sorted(word for word in letters(entry["title"] for entry in entries(index)) if len(word) >= 5), letters([index])


def test_one_slip_of_the_finger_is_forgiven(ask):
    """A slip that makes another word of the guide is left out: that word is then what was asked."""
    important, all_words = vocabulary((ask.site / INDEX).read_text("utf-8"))
    first = dict(zip(important, ask.tab.evaluate(PAGES, important)))
    tried = [(slip, word) for word in important if first[word] for slip in slips(word) if slip not in all_words]
    found = ask.tab.evaluate(PAGES, [slip for slip, _ in tried])
    lost = [f"{slip} ({word})" for (slip, word), pages in zip(tried, found) if first[word][0] not in pages]
    share = 1 - len(lost) / len(tried)
    print(f"\n{ask.builder}: {share:.1%} of {len(tried)} slips in {len(important)} words found")
    assert len(tried) > 500, "too few words to judge by; does the index hold headings?"
    assert share >= 0.97, f"search ({ask.builder}): only {share:.1%} of slips are forgiven: {', '.join(lost[:40])}"


HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script><b>feet</b>",
    "5,000 letters": "numb " * 1000,
    "one word of 5,000 letters": "x" * 5000,
    "only spaces": "     ",
    "emoji": "🦶🔥😭",
    "signs of regular expressions": "(.*)+[a-z]{2,}$^|\\b?(?=feet)\\",
    "names that JavaScript knows": "__proto__ constructor toString hasOwnProperty",
    "Chinese": "针灸 神经",
    "Arabic": "وخز الإبر",
    "Hebrew and marks of direction": "\u202eכאב\u202c",
    "letters with many accents": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "a lone surrogate": "feet \\ud83d",
    "quotes and entities": "\"'`&lt;b&gt;&amp;",
    "an address": "javascript:alert(1)",
}
# What no query may bring onto the page.
FOREIGN = "() => [...document.querySelectorAll('#answers :is(img, script, iframe, b b, [onerror], a[href^=\"javascript\"])')].map(one => one.outerHTML)"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_do_no_harm(ask, name):
    alerts = []
    ask.tab.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    found = ask(HOSTILE[name])
    ask.tab.goto(f"{ask.base}search/?q={quote(HOSTILE[name], errors='ignore')}")
    ask.tab.wait_for_selector(".searching, .lead:visible")
    assert not alerts and not ask.tab.evaluate(FOREIGN), f"search: {name} is taken as HTML"
    if HOSTILE[name].strip():
        assert found["text"].strip(), f"search: {name} leaves an empty box"
    assert ask("blood thinners")["places"], f"search: after {name} nothing more is found"


def test_hostile_index_is_shown_as_text(tab, site, tmp_path):
    folder = shutil.copytree(site, tmp_path / "site")
    evil = "Evil &lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)> Evil <script>alert(2)</script>", "<b>words</b>"
    (folder / INDEX).write_text("\t".join(("/words/", *evil)), "utf-8")
    server, opened, alerts = serve(folder), tab(), []
    opened.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    opened.goto(server.base + "search/?q=evil")
    opened.wait_for_selector("#answers mark")
    assert not alerts and not opened.evaluate(FOREIGN)
    server.shutdown()


def test_questions_answer_where_the_index_cannot_be_had(tab, base):
    opened = tab()
    opened.route("**/" + INDEX, lambda route: route.abort())
    opened.goto(base + "search/?q=blood+thiners")
    assert fits(opened.evaluate(ASK, "blood thiners")["places"][0], ["acupuncture/extra-care/#if-you-take-blood-thinners"])


def test_page_without_script_lists_the_questions(tab, base):
    opened = tab(java_script_enabled=False)
    opened.goto(base)
    opened.fill("#q", "numb feet")
    opened.press("#q", "Enter")
    assert "/search/" in opened.url and opened.locator(".questions a").count() > 150


def test_spelling_has_a_way_back(ask):
    found = ask("warfrin")
    assert "Showing results for warfarin" in found["text"], "a misspelled word is put right without a word about it"
    ask.tab.goto(ask.base + "search/?q=warfrin&exact=1")
    ask.tab.wait_for_selector("#answers p")
    assert "Showing results for" not in ask.tab.inner_text("#answers")
    assert "nothing" in ask.tab.inner_text("#answers")


def test_nothing_found_is_said_kindly(ask):
    text = ask("qwxzvk")["text"]
    assert "Sorry" in text and "ask your doctor" in text and "questions below" in text, "say what to do when nothing is found"
    assert "Did you mean" in ask("neurxpxthx")["text"], "offer the nearest words"


def test_count_is_told_to_screen_readers(ask):
    ask("blood thinners")
    ask.tab.wait_for_selector("output#found:has-text('Pages found')")  # output is read out when it changes
    assert ask.tab.locator("#answers > ol > li").count() <= 10


def test_enter_moves_to_the_answers_and_keeps_the_address(ask):
    ask.tab.goto(ask.base + "search/")
    ask.tab.fill("#q", "numb feet")
    ask.tab.press("#q", "Enter")
    assert ask.tab.evaluate("document.activeElement.id") == "answers"
    assert ask.tab.url.endswith("search/?q=numb%20feet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["blood thiners", "cannot walk", "qwxzvk"])
def test_answers_are_open_to_everyone(tab, base, query, scheme):
    opened = tab(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 320, "height": 640})
    opened.goto(f"{base}search/?q={quote(query)}")
    opened.wait_for_load_state("networkidle")
    opened.wait_for_selector("output#found:has-text('Pages found')")
    found = violations(opened) + opened.evaluate(WIDE) + opened.evaluate(SMALL, TARGET) + faults(walk(opened, 30))
    assert not found, f"search for “{query}”, {scheme}: " + "\n  ".join(map(str, found))


def questions(name):
    """The links of a list of questions, as (text, file, anchor), from the Markdown file `name`."""
    return re.findall(r"\[([^\]]+)\]\(([\w/-]+\.md)(?:#([\w-]+))?\)", re.sub("<[^>]+>", "", (DOCS / name).read_text("utf-8")))


@cache
def sections(path):
    """The text of each section of the built page `path`, heading and all: a dict from id to text, the top of the page under an empty id."""
    parts = re.split(r'<h[1-3] id="([^"]+)"', re.search("<article.*?</article>", path.read_text("utf-8"), re.S)[0])[1:]
    found = {id: BeautifulSoup(f"<p{text}", "html.parser").get_text(" ") for id, text in zip(parts[::2], parts[1::2])}
    return found | {"": found[parts[0]]}


@pytest.mark.parametrize("name", ["search.md", "questions.md"])
def test_question_lands_on_its_answer(name, site):
    """A question and the section it leads to share a word that tells; if they do not, the link is probably wrong."""
    wrong = []
    for text, file, anchor in questions(name):
        place = re.sub(r"(^|/)index\.md$|\.md$", r"\1", file).removesuffix("/") + "/"
        place = place.removeprefix("/") + (f"#{anchor}" if anchor else "")
        asked = {word[:4] for word in re.findall(r"[a-z0-9]{3,}", text.lower()) if word not in SMALL_WORDS}
        said = {word[:4] for word in re.findall(r"[a-z0-9]{3,}", (place + sections(site / place.split("#")[0] / "index.html").get(anchor, text)).lower())}
        if asked and not asked & said:
            wrong.append(f"“{text}” leads to {place}, which uses none of its words")
    assert not wrong, f"docs/{name}: " + "\n  ".join(wrong)


SMALL_WORDS = {"the", "can", "does", "what", "how", "and", "for", "are", "who", "have", "will", "need", "with", "from", "about", "all"}


def test_lists_lead_to_every_page(site):
    every = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if ".snippets" not in path.parts and path.parent != DOCS / "about/sources"}
    reached = {file for _, file, _ in questions("search.md")} | {"search.md", "about/sources/index.md"}
    assert not every - reached, f"docs/search.md: no question leads to {', '.join(sorted(every - reached))}; add one"


def test_letters_are_in_order():
    letters = re.split(r"^## ([A-Z])(?: \{[^}]*\})?$", re.sub("<[^>]+>", "", (DOCS / "questions.md").read_text("utf-8")), flags=re.M)[1:]
    assert letters[::2] == sorted(set(letters[::2])), "docs/questions.md: put the letters in order, each once"
    wrong = [text for letter, part in zip(letters[::2], letters[1::2]) for text in re.findall(r"^- \[([^\]]+)", part, re.M) if text[0].upper() != letter]
    assert not wrong, f"docs/questions.md: these stand under the wrong letter: {wrong}"


def test_alarms_lead_to_the_urgent_page(ask):
    lost = ask.tab.evaluate("alarms.map(one => one.part).filter(part => !spot(part))")
    assert not lost, f"docs/assets/search-words.js: no part of neuropathy/get-help has the address {lost}"


def test_script_and_words_are_small():
    weights = {name: weigh(DOCS / "assets" / name) for name in ("search.js", "search-words.js")}
    assert sum(weights.values()) <= 8 * 1024, f"docs/assets: at most 8 KB gzipped together, not {weights}; take out words that no reader types"


def test_sources_are_not_searched(ask):
    """They are 28,000 words that no reader looks for; with the sheets, which repeat the pages, they would double the weight."""
    found = [entry["at"] for entry in entries((ask.site / INDEX).read_text("utf-8")) if re.search(r"#sources$|^about/sources/|^handouts/\w", entry["at"])]
    assert not found, f"call the heading Sources, and write in docs/about/sources/*.md and docs/handouts/*.md search: {{ exclude: true }}: {found[:5]}"


def test_every_section_can_be_found(ask):
    """Each heading of a page that may be searched is in the index with its first sentence, but for boxes of urgent signs, and leads to where it stands."""
    found = {entry["at"]: entry for entry in entries((ask.site / INDEX).read_text("utf-8"))}
    missing = []
    for source in sources():
        head = (DOCS / source).read_text("utf-8").split("---")[1]
        page = source.as_posix().removesuffix(".md").removesuffix("index").rstrip("/")
        place = f"{page}/" if page else ""
        if re.search(r"^search:.*exclude: true", head, re.M):
            continue
        html = BeautifulSoup((ask.site / place / "index.html").read_text("utf-8"), "html.parser").article
        for heading in html.select("h1, h2[id], h3[id]"):
            at = place + (f"#{heading['id']}" if heading.name != "h1" else "")
            if heading["id"] == "sources" or heading.find_parent(class_="care") and "get-help" not in place and heading.name == "h2":
                continue
            if squeeze(found.pop(at, {}).get("title", "")) != squeeze(heading.get_text()):
                missing.append(at)
    assert not missing, f"docs/search-index.txt ({ask.builder}): these sections cannot be found: {missing[:5]}"
    assert not found, f"docs/search-index.txt ({ask.builder}): nothing stands at {list(found)[:5]}"


def squeeze(text):
    return re.sub(r"\W", "", text)


def test_first_sentence_is_shown_as_it_stands(ask):
    """No sentence of the index may say other than its page: a word lost there could turn its sense."""
    wrong = []
    for line in (ask.site / INDEX).read_text("utf-8").splitlines():
        at, _, first, _ = line.split("\t")
        if at.startswith("/"):
            page = BeautifulSoup(re.sub(r"<sup.*?</sup>|<svg.*?</svg>|<thead.*?</thead>", "", (ask.site / at[1:] / "index.html").read_text("utf-8"), flags=re.S), "html.parser")
            text = squeeze(page.article.get_text())
        if squeeze(first) not in text:
            wrong.append(f"{at} {first}")
    assert not wrong, f"docs/search-index.txt ({ask.builder}): no page says “{wrong[0]}”"


def test_word_beyond_the_first_sentences_is_named(ask):
    ask("zinc")
    first = ask.tab.locator("#answers > ol > li").first
    assert "Also here: zinc" in first.inner_text() and first.locator("mark").inner_text() == "zinc"


@pytest.mark.parametrize("reply", ["", "<!doctype html><p>Not found", "/words/\tWords\n", "\t\t\t\n\n"])
def test_questions_answer_where_the_index_is_damaged(tab, base, reply):
    opened, said = tab(), []
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.route("**/" + INDEX, lambda route: route.fulfill(body=reply))
    opened.goto(base + "search/?q=blood+thiners")
    opened.wait_for_load_state("networkidle")
    assert fits(opened.evaluate(ASK, "blood thiners")["places"][0], ["acupuncture/extra-care/#if-you-take-blood-thinners"]) and not said


def test_first_search_is_light(ask):
    weight = weigh(ask.site / INDEX) + sum(weigh(DOCS / "assets" / name) for name in ("search.js", "search-words.js"))
    assert weight <= FIRST_SEARCH, f"search ({ask.builder}): a first search costs {weight} bytes gzipped, at most {FIRST_SEARCH}; let docs/search-index.txt keep shorter sentences, or longer words only"


@pytest.mark.parametrize("line", ["plain | feet", "odd | feet | words/ | |", "plain | | words/ | |", "plain | feet | | |", "plain | feet | words/ | | grave"])
def test_bad_line_of_the_table_is_named(line):
    with pytest.raises(ValueError, match="line 2"):
        read(f"# comment\n{line}")


@pytest.mark.parametrize(
    "places, urgent, grave, wrong",
    [
        (["a/#b"], False, "", 0),
        (["c/", "a/#b"], False, "", 0),
        (["c/", "a/#b"], False, "safety", 1),
        (["c/", "d/", "e/", "a/#b"], False, "", 1),
        ([], False, "", 1),
        (["a/#b"], True, "", 1),
        (["a/#b"], False, "urgent", 1),
        (["a/#b"], True, "urgent", 0),
    ],
)
def test_wrong_answer_is_noticed(places, urgent, grave, wrong):
    rows = [{"query": "q", "first": ["a/"], "also": [], "grave": grave}]
    share, missed, grave_ones = judge(rows, lambda query: {"places": places, "urgent": urgent})
    assert len(grave_ones) == wrong and (share == 1) is (not missed) is (places[:1] == ["a/#b"])


def test_slips_differ_from_the_word():
    assert len(slips("needle")) >= 3 and "needle" not in slips("needle")
