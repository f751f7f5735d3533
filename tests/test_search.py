"""The reader's own words lead to the right page: slips, everyday words and emergencies too, in both builders' sites."""

import json
import random
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import DOCS, serve
from test_weight import weigh

QUERIES = Path(__file__).parent / "search-queries.txt"
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
    with tab.expect_response(re.compile(r"search(_index)?\.json$")):
        tab.goto(server.base + "search/?q=feet")
    tab.wait_for_selector("#answers ol mark")

    def put(query):
        found = tab.evaluate(ASK, query)
        assert not said, f"the search page fails at “{query[:60]}”: {said}"
        return found

    put.tab, put.base, put.builder, put.site = tab, server.base, request.param, site
    put.index = "search/search_index.json" if request.param == "mkdocs" else "search.json"
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


def vocabulary(index):
    """From a search index, the words of its headings with five letters or more, and every word of it."""
    entries = index.get("docs") or index["items"]
    letters = lambda texts: set(re.findall(r"[a-z]+", " ".join(texts).lower()))  # noqa: E731
    return sorted(word for word in letters(entry["title"] for entry in entries) if len(word) >= 5), letters(f"{entry['title']} {entry['text']}" for entry in entries)


def test_one_slip_of_the_finger_is_forgiven(ask):
    """A slip that makes another word of the guide is left out: that word is then what was asked."""
    important, all_words = vocabulary(json.loads((ask.site / ask.index).read_bytes()))
    first = dict(zip(important, ask.tab.evaluate(PAGES, important)))
    tried = [(slip, word) for word in important if first[word] for slip in slips(word) if slip not in all_words]
    found = ask.tab.evaluate(PAGES, [slip for slip, _ in tried])
    lost = [f"{slip} ({word})" for (slip, word), pages in zip(tried, found) if first[word][0] not in pages]
    share = 1 - len(lost) / len(tried)
    print(f"\n{ask.builder}: {share:.1%} of {len(tried)} slips in {len(important)} words found")
    assert len(tried) > 500, "too few words to judge by; does the index hold headings?"
    assert share >= 0.97, f"search ({ask.builder}): only {share:.1%} of slips are forgiven: {', '.join(lost[:40])}"
