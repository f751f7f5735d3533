"""What the guide says about health can be traced to a source and never promises too much."""

import re

import pytest
from bs4 import BeautifulSoup
from prose import own_text, plain, sentences

# Words that make a sentence a claim: a reader could ask "who says so?"
CLAIM = re.compile(
    r"\b(\d+ (in|of|out of) (every )?\d[\d,]*|\d+(\.\d+)?%|study|studies|trials?|research|researchers|reviews?|guidelines?|survey)\b", re.I
)
# Sentences that speak of research or numbers without claiming a fact, each with its reason.
EXCEPTIONS = {
    r"\?$": "a question claims nothing",
    r"\b(0 to 10|10 is|out of 10 when)\b": "explains how to give a score",
    r"^(ask|write|say|tell|note|count|bring|call|keep|look|check|use|give|choose)\b": "tells the reader what to do",
    r"\bfair (trial|test)\b": "a trial of the reader's own",
    r"\b(this guide|this page|see|read more|we (found|looked|say|use|mean|could not))\b": "speaks of this guide",
}
# Words that promise too much, unless the same sentence denies them.
PROMISES = re.compile(
    r"\b(cures?|cured|curing|heals?|healed|proven|guarantee[sd]?|miracles?|risk-free|risk free|completely safe|totally safe|"
    r"100% safe|perfectly safe|safe for (everyone|all)|no side effects|side-effect free|breakthrough|works for everyone|reverses?|reversed|"
    r"clinically proven|wonder (drug|treatment))\b",
    re.I,
)
DENIALS = re.compile(
    r"\b(no|not|never|nobody|none|nothing|cannot|can't|n't|isn't|don't|doesn't|without|false|wrong|too strong|beware|be wary|"
    r"careful|walk away|promises?|promised|claims?|claimed|advert\w*|un(proven|shown))\b|n't\b",
    re.I,
)
# An order to stop, skip, lower or swap a medicine.
STOPPING = re.compile(
    r"\b(stop|skip|quit|halve|lower|reduce|cut (down|back)?( on)?|drop|replace|swap|come off|miss|leave out)\b"
    r"( taking| using| having)?( all| any| some| the| your| these| those| this| that)?( \w+){0,3}? "
    r"(medicines?|medication|tablets?|pills?|doses?|drugs?|insulin|steroids?|blood thinners?|gabapentin|pregabalin|duloxetine|"
    r"amitriptyline|warfarin|statins?|metformin)\b",
    re.I,
)
FORBIDDING = re.compile(r"\b(not|never|nor|no|without|before you|if you|unless|anyone who|someone who|told to|tells? you to)\b|n't\b", re.I)


def blocks_with_notes(article):
    """Each block of prose as (text, has_footnote) pairs, one a sentence; a mark after the full stop counts for it."""
    for tag in article.select("p, li, dd, td"):
        if tag.find_parent(class_=["footnote", "cards"]) or tag.find_parent("nav") or "review" in tag.get("class", []):
            continue
        copy = tag.__copy__()
        for inner in copy.select("ul, ol, p, dl, table, svg, script"):
            inner.decompose()
        for mark in copy.select("sup"):
            mark.replace_with("\u2021" if mark.select_one("a.footnote-ref") else "")
        text = re.sub(r"([.!?][\"')]*)\s*(\u2021(?:\s*\u2021)*)", r"\2\1", plain(copy.get_text(" ")))
        for sentence in sentences(text):
            yield sentence.replace("\u2021", "").strip(), "\u2021" in sentence


def without_source(article):
    """The sentences of `article` that sound like a claim and carry no footnote."""
    return [
        text
        for text, noted in blocks_with_notes(article)
        if not noted and CLAIM.search(text) and not any(re.search(reason, text, re.I) for reason in EXCEPTIONS)
    ]


def promises(text):
    """The sentences of `text` that promise too much and do not deny it."""
    return [s for s in sentences(text) if PROMISES.search(s) and not DENIALS.search(s)]


def orders_to_stop(text):
    """The sentences of `text` that tell a reader to stop or lower a medicine."""
    return [s for s in sentences(text) if STOPPING.search(s) and not FORBIDDING.search(s) and not s.endswith("?")]


def prose_of(page):
    return [own_text(tag) for tag in page.article.select("p, li, dd, td, th, h1, h2, h3") if not tag.find_parent(class_="footnote")]


def test_claims_have_a_source(health_page):
    found = without_source(health_page.article)
    assert not found, f"{health_page}: say who found this, with a footnote such as [^ju2017] after the full stop:\n  " + "\n  ".join(found)


def test_nothing_is_promised(page):
    found = [s for text in prose_of(page) for s in promises(text)]
    assert not found, f"{page}: these promise too much; say what is known and how sure it is:\n  " + "\n  ".join(found)


def test_nobody_is_told_to_stop_a_medicine(page):
    found = [s for text in prose_of(page) for s in orders_to_stop(text)]
    assert not found, f"{page}: never tell a reader to stop or lower a medicine; send them to their doctor:\n  " + "\n  ".join(found)


@pytest.mark.parametrize(
    "html, missing",
    {
        "<p>About 9 in 100 people bruise.</p>": 1,
        '<p>About 9 in 100 people bruise.<sup><a class="footnote-ref">1</a></sup></p>': 0,
        '<p>Trials differ.<sup><a class="footnote-ref">1</a></sup> One trial found nothing.</p>': 1,
        "<ul><li>A study of 40 people found no gain.</li></ul>": 1,
        "<p>Give your pain a score from 0 to 10.</p>": 0,
        "<p>Your feet may feel numb.</p>": 0,
    }.items(),
)
def test_claim_without_a_source_is_noticed(html, missing):
    assert len(without_source(BeautifulSoup(html, "html.parser"))) == missing


@pytest.mark.parametrize("text", ["It cures neuropathy.", "Needles heal nerves.", "This is a proven treatment.", "Results are guaranteed.", "It is safe for everyone."])
def test_promise_is_noticed(text):
    assert promises(text)


@pytest.mark.parametrize("text", ["This is not a cure.", "Nobody has proven that it heals nerves.", "Walk away if you are promised a cure."])
def test_denied_promise_passes(text):
    assert not promises(text)


@pytest.mark.parametrize("text", ["Stop your tablets.", "Cut down your dose of gabapentin.", "Skip your insulin before a visit.", "You can replace your medicine with needles.", "Stop your tablets or halve them.", "Ask for needles and stop your tablets."])
def test_order_to_stop_a_medicine_is_noticed(text):
    assert orders_to_stop(text)


@pytest.mark.parametrize("text", ["Do not stop your medicine.", "Never skip a dose.", "Walk away if you are told to stop your tablets.", "Don't stop your tablets suddenly.", "Can I stop my tablets?"])
def test_warning_against_stopping_passes(text):
    assert not orders_to_stop(text)
