"""The reader's own words lead to the right page: slips, everyday words and emergencies too, in both builders' sites."""

import json
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
    server = serve(request.getfixturevalue("site" if request.param == "mkdocs" else "zensical_site"))
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

    put.tab, put.base, put.builder = tab, server.base, request.param
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
