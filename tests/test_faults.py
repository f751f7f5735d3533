"""Proof that the checks can fail: one fault at a time in a copy of the project, and the message an editor then reads.

Each fault is (what to do, which tests must catch it, words that the message must hold: the file, the fault, the remedy).
A fault on A_PAGE shares its copy with others, each on a page of its own, since most of the time goes into building.
"""

import os
import re
import shutil
import subprocess
import sys
from functools import cache

import pytest
from conftest import ROOT, build, health_sources

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", ".pytest_cache", ".cache", "*.egg-info", "build", "offline", "*.zip")
A_PAGE, SAFETY, HELP = "docs/A_PAGE", "docs/acupuncture/safety.md", "docs/neuropathy/get-help.md"


class Put:
    """Put `text` on the page `name`, before its sources or at its end."""

    def __init__(self, name, text):
        self.name, self.text = name, text

    def __call__(self, root):
        path = root / self.name
        before, mark, after = path.read_text("utf-8").partition("\n## Sources")
        path.write_text(f"{before}\n{self.text}\n{mark}{after}", "utf-8")


class Swap:
    """Write `new` where the pattern `old` first stands in the file `name`; the pattern must be there, or the fault cannot be made."""

    def __init__(self, name, old, new, count=1):
        self.name, self.old, self.new, self.count = name, old, new, count

    def __call__(self, root):
        path = root / self.name
        text, done = re.subn(self.old, self.new, path.read_text("utf-8"), count=self.count, flags=re.M | re.S)
        assert done, f"tests/test_faults.py: {self.name} holds nothing like {self.old} any more; choose another place for this fault"
        path.write_text(text, "utf-8")


class Write:
    """Write the file `name` anew, text or bytes; or, with None, delete it."""

    def __init__(self, name, text):
        self.name, self.text = name, text

    def __call__(self, root):
        path = root / self.name
        if self.text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.text if isinstance(self.text, bytes) else self.text.encode())


class All:
    """Several changes, one after the other."""

    def __init__(self, *changes):
        self.changes = changes

    def __call__(self, root):
        for change in self.changes:
            change(root)


def end(name, text):
    """Add `text` at the end of the file `name`."""
    return Swap(name, r"\Z", lambda _: text)


def add_page(name, text="Some words."):
    """A new page `name`, whole but for what the fault is about."""
    return Write(name, f"---\ndescription: {'A page that tells you one more thing about feet, needles and nerves, in plain words.'}\nreviewed: 2026-11-22\nnext_review: 2027-11-22\n---\n\n# One more page\n\n{text}\n")


def on(*parts, page=SAFETY):
    """The tests in the files `parts` that judge `page`."""
    return [*(f"tests/test_{part}.py" for part in parts), "-k", page.removeprefix("docs/")]


def foreign(root):
    """The name of a source that the page SAFETY does not cite."""
    names = re.findall(r"\[start:(\S+)\]", (root / "docs/.snippets/sources.md").read_text("utf-8"))
    return next(name for name in names if name not in (root / SAFETY).read_text("utf-8"))


def exchange(one, other):
    """Let the sources `one` and `other` change places under their names."""

    def change(root):
        path = root / "docs/.snippets/sources.md"
        text = path.read_text("utf-8")
        first, second = (re.search(rf"^\[\^{name}\]: (.*?)$", text, re.M)[1] for name in (one, other))
        path.write_text(text.replace(first, "\0").replace(second, first).replace("\0", second), "utf-8")

    return change


FAULTS = {
    # An editor: claims and promises
    "a number without a source": (Put(A_PAGE, "About 30 out of 100 people feel better."), {"claims"}, [A_PAGE, "About 30 out of 100", "footnote"]),
    "a study without a source": (Put(A_PAGE, "A study found that needles help."), {"claims"}, [A_PAGE, "A study found", "footnote"]),
    "a number in words without a source": (Put(A_PAGE, "Nine in ten people feel better."), {"claims"}, [A_PAGE, "Nine in ten", "footnote"]),
    "a promise of a cure": (Put(A_PAGE, "Acupuncture cures neuropathy."), {"claims"}, [A_PAGE, "cures", "how sure"]),
    "a promise in a heading": (Put(A_PAGE, "## Heal your nerves\n\nRead on."), {"claims"}, [A_PAGE, "Heal your nerves", "how sure"]),
    "a promise behind a that": (Put(A_PAGE, "Studies show that acupuncture cures neuropathy."), {"claims"}, [A_PAGE, "cures", "how sure"]),
    "harm called rare": (Put(A_PAGE, "Side effects are rare."), {"claims"}, [A_PAGE, "Side effects are rare", "how sure"]),
    "a doctor called needless": (Put(A_PAGE, "You do not need to see your doctor first."), {"claims"}, [A_PAGE, "keeps a reader from a doctor", "ask first"]),
    "a dose without a source": (Put(A_PAGE, "Some take 600 mg each morning."), {"claims"}, [A_PAGE, "600 mg", "footnote"]),
    "heat on numb feet": (Put(A_PAGE, "Soak your feet in hot water each night."), {"claims"}, [A_PAGE, "Soak your feet", "warn of it"]),
    "a danger called small": (Put(A_PAGE, "Needles are fine with a pacemaker."), {"claims"}, [A_PAGE, "Needles are fine", "calls a danger small"]),
    "a fever to wait with": (Put(A_PAGE, "Wait a few days to see if a fever passes."), {"claims"}, [A_PAGE, "Wait a few days", "whom to ring"]),
    "one person's praise": (Put(A_PAGE, "It changed my life, says Mary, 62."), {"claims"}, [A_PAGE, "says Mary", "praise"]),
    "an advert": (Put(A_PAGE, "Book your first visit this week."), {"claims"}, [A_PAGE, "Book your first", "advert"]),
    "a plain promise of relief": (Put(A_PAGE, "Acupuncture eases nerve pain."), {"claims"}, [A_PAGE, "eases nerve pain", "say “may”"]),
    "a promise of no harm": (Put(A_PAGE, "It has no side effects."), {"claims"}, [A_PAGE, "no side effects", "how sure"]),
    "an order to stop a medicine": (Put(A_PAGE, "If you feel well, stop your tablets."), {"claims"}, [A_PAGE, "stop your tablets", "doctor"]),
    "leave to take less": (Put(A_PAGE, "You can take fewer tablets then."), {"claims"}, [A_PAGE, "fewer tablets", "doctor"]),
    "needles in place of a medicine": (Put(A_PAGE, "Use needles instead of your insulin."), {"claims"}, [A_PAGE, "instead of your insulin", "doctor"]),
    "an invented review": (Put(A_PAGE, "This page was reviewed by a team of doctors."), {"claims"}, [A_PAGE, "reviewed by a team", "take this out"]),
    "a changed figure": (Put(A_PAGE, "About 90 out of 100 people had some unwanted effect.[^baumler2021]"), {"figures"}, [A_PAGE, "90", "elsewhere 9"]),
    "a fever that waits": (Put(A_PAGE, "Ring if it is 38.5 C or more."), {"figures"}, [A_PAGE, "38.5", "elsewhere"]),
    "units swapped": (Put(A_PAGE, "Under 70 mmol/L (about 4 mg/dL) is low."), {"figures"}, [A_PAGE, "70 mmol/L", "should be about"]),
    "a mark of sureness that says something else": (Put(A_PAGE, "**How sure? Quite sure.**{ .sure .sure-3 }"), {"how_sure"}, [A_PAGE, "Quite sure", "about/how-sure.md"]),
    "an answer surer than the evidence": (Swap("docs/acupuncture/does-it-help.md", r"How sure\? Not sure\.\*\*\{ \.sure \.sure-2 \}", "How sure? Sure.**{ .sure .sure-4 }"), ["tests/test_how_sure.py", "-k", "main_answers"], ["docs/acupuncture/does-it-help.md", "evidence"]),
    "the answer turned round": (Swap("docs/acupuncture/does-it-help.md", r"not shown\*\*|\*\*not shown|not shown", "shown", 0), ["tests/test_statements.py", "-k", "honest and does-it-help"], ["docs/acupuncture/does-it-help.md", "the answer lost", "put it back"]),
    "a page that no longer says how sure": (Swap(A_PAGE, r"\*\*How sure\?[^\n]*", "", 0), {"how_sure"}, [A_PAGE, "how sure", "write it like"]),
    # An editor: words
    "hard words": (Put(A_PAGE, "Electroacupuncture demonstrates statistically significant amelioration of peripheral neuropathic symptomatology.\n" * 40), {"reading_level"}, [A_PAGE, "reading grade", "shorter words"]),
    "a sentence that will not end": (Put(A_PAGE, "You may " + "walk and sit and " * 12 + "rest."), {"reading_level"}, [A_PAGE, "split these", "30 words"]),
    "a foreign word without its language": (Put(A_PAGE, "The needles wake your qi."), {"access.py::test_foreign_words_say_their_language"}, [A_PAGE, 'lang="zh-Latn"']),
    "a paragraph in another language": (Put(A_PAGE, "La acupuntura no es una cura para los nervios de los pies."), {"access.py::test_other_languages_are_named"}, [A_PAGE, "La acupuntura", "lang=es"]),
    "a link that says nothing": (Put(A_PAGE, "To read more, [click here](#sources)."), {"links"}, [A_PAGE, "click here", "where it leads"]),
    "markup left on the page": (Put(A_PAGE, "Read [the other page][nowhere] first."), {"sources"}, [A_PAGE, "raw markup", "nowhere"]),
    # An editor: front matter and headings
    "no front matter": (Swap(A_PAGE, r"\A---.*?---\n", ""), {"front_matter"}, [A_PAGE, "front matter", "copy the lines"]),
    "no description": (Swap(A_PAGE, r"^description:[^\n]*\n", ""), {"front_matter"}, [A_PAGE, "add description:"]),
    "a description too short": (Swap(A_PAGE, r"^description:[^\n]*", "description: Short."), {"front_matter"}, [A_PAGE, "6 characters", "70 to 155"]),
    "a date that is none": (Swap(A_PAGE, r"^reviewed:[^\n]*", "reviewed: last week"), {"front_matter"}, [A_PAGE, "last week", "year-month-day"]),
    "a date to come": (Swap(A_PAGE, r"^reviewed:[^\n]*", "reviewed: 2099-01-01"), {"front_matter"}, [A_PAGE, "2099-01-01", "future"]),
    "a next review before the last": (Swap(A_PAGE, r"^next_review:[^\n]*", "next_review: 2020-01-01"), {"front_matter"}, [A_PAGE, "2020-01-01", "not after"]),
    "a key that a translator translated": (Swap(A_PAGE, r"^next_review:", "proxima_revision:"), {"front_matter"}, [A_PAGE, "proxima_revision", "add next_review:"]),
    "two pages with one description": (Swap(SAFETY, r"^description:[^\n]*", "description: Urgent signs with numb feet or after acupuncture, what to do, and how fast."), ["tests/test_front_matter.py", "-k", "share"], ["acupuncture/safety.md", "same description", "its own"]),
    "no main heading": (Swap(A_PAGE, r"^# [^\n]*\n", ""), {"headings"}, [A_PAGE, "exactly one main heading", "single #"]),
    "two main headings": (Put(A_PAGE, "# Another start"), {"headings"}, [A_PAGE, "exactly one main heading"]),
    "a heading too deep": (Put(A_PAGE, "##### Deep"), {"headings"}, [A_PAGE, "Deep", "too deep"]),
    "a heading twice": (Put(A_PAGE, "## The same again\n\nOne.\n\n## The same again\n\nTwo."), {"headings"}, [A_PAGE, "The same again", "twice"]),
    "a heading with nothing below": (Put(A_PAGE, "## Nothing here\n\n## Something here\n\nWords."), {"headings"}, [A_PAGE, "Nothing here", "no words"]),
    "a table that names no columns": (Put(A_PAGE, "<table><tr><td>One</td><td>Two</td></tr></table>"), {"headings"}, [A_PAGE, "One Two", "first row"]),
    "a sentence pushed in by four spaces": (Put(A_PAGE, "\n    You cannot breathe."), {"sources"}, [A_PAGE, "You cannot breathe", "four spaces"]),
    "a list run into its paragraph": (Put(A_PAGE, "Look for these signs.\n- One.\n- Two."), {"sources"}, [A_PAGE, "Look for these signs", "empty line before the list"]),
    "an answer filled in for the reader": (Put(A_PAGE, "<textarea>My doctor said yes.</textarea>"), {"privacy.py::test_forms_and_links_tell_nobody"}, [A_PAGE, "My doctor said yes", "leave it empty"]),
    # An editor: links and sources
    "a link to no page": (Put(SAFETY, "[Foot care](nowhere.md)"), on("links"), [SAFETY, "nowhere.md", "correct"]),
    "a link to no heading": (Put(SAFETY, "[Foot care](what-it-is.md#nowhere)"), on("links"), [SAFETY, "#nowhere", "correct"]),
    "a raw link to nowhere": (Put(A_PAGE, '<a href="../nowhere/">Foot care</a>'), {"links"}, [A_PAGE, "../nowhere/", "correct"]),
    "a raw picture that is not there": (Put(A_PAGE, '<img src="../../assets/none.png" alt="">'), {"links"}, [A_PAGE, "none.png", "correct"]),
    "an unsafe outside link": (Put(A_PAGE, "[Feet](http://www.nhs.uk/feet)"), {"links"}, [A_PAGE, "http://www.nhs.uk/feet", "https://"]),
    "a shortened link": (Put(A_PAGE, "[Feet](https://bit.ly/feet)"), {"links"}, [A_PAGE, "bit.ly", "full one"]),
    "a link that tracks": (Put(A_PAGE, "[Feet](https://www.nhs.uk/feet?utm_source=x)"), {"links"}, [A_PAGE, "utm_source", "cut it off"]),
    "a link to a shop": (Put(A_PAGE, "[Feet](https://needles.example/)"), {"links"}, [A_PAGE, "needles.example", "tests/hosts.txt"]),
    "a note without its source": (Put(A_PAGE, "It may help.[^nobody2099]"), {"sources"}, [A_PAGE, "nobody2099", "add at the end"]),
    "a source that no sentence uses": (lambda root: Put(SAFETY, f'--8<-- "sources.md:{foreign(root)}"')(root), on("sources"), [SAFETY, "no sentence uses the source", "take its line out"]),
    "a source that is not there": (Put(SAFETY, 'It may help.[^nobody2099]\n\n--8<-- "sources.md:nobody2099"'), on("links"), [SAFETY, "line", "nobody2099", "correct the name"]),
    "a source without year or address": (Swap("docs/.snippets/sources.md", r"^\[\^baumler2021\]:[^\n]*", "[^baumler2021]: Bäumler P. Acupuncture-related adverse events."), ["tests/test_sources.py", "-k", "complete"], ["docs/.snippets/sources.md", "baumler2021", "say its year"]),
    "a dead source": (end("docs/.snippets/sources.md", "\n<!-- --8<-- [start:zzz2099] -->\n[^zzz2099]: Smith J. [A study of feet](https://doi.org/10.1/x). A Journal, 2020.\n<!-- --8<-- [end:zzz2099] -->\n"), ["tests/test_sources.py", "-k", "every_source_is_used"], ["docs/.snippets/sources.md", "zzz2099", "take it out"]),
    "two sources exchanged": (exchange("baumler2021", "ju2017"), ["tests/test_sources.py", "-k", "complete"], ["docs/.snippets/sources.md", "baumler2021", "another author"]),
    "a page without sources": (Swap("docs/acupuncture/what-it-is.md", r"## Sources.*", "", 1), on("sources", page="docs/acupuncture/what-it-is.md"), ["docs/acupuncture/what-it-is.md", "add"]),
    # An editor: urgent signs
    "urgent signs further down": (Swap(A_PAGE, r'<section class="care care--now', '## First something else\n\nWords.\n\n<section class="care care--now'), {"urgent"}, [A_PAGE, "First something else", "stands before the urgent signs", "put the signs first"]),
    "urgent signs gone": (Swap(A_PAGE, r'class="care care--\w+"', 'class="box"', 0), {"urgent"}, [A_PAGE, "no box of urgent signs", "get-help.md"]),
    "a wrong crisis line": (Swap(HELP, "116 123", "116 132"), ["tests/test_urgent.py", "-k", "lost"], [HELP, "116 123", "put it back"]),
    "a box that sends for the seller": (Swap(A_PAGE, r"^## (Call an ambulance|Go to the emergency department) now if", "## Ring your acupuncturist now if"), {"urgent"}, [A_PAGE, "Ring your acupuncturist", "whom to send for"]),
    "urgent signs kept from those who listen": (Swap(A_PAGE, r'<section class="care care--now"', '<section aria-hidden="true" class="care care--now"'), {"urgent"}, [A_PAGE, "hidden from some readers", "take hidden"]),
    "sugar for someone who cannot swallow": (Swap(A_PAGE, r"(care--now(?:(?!</section>).)*?\b)[Nn]othing by mouth", r"\1sugar by mouth"), {"urgent"}, [A_PAGE, "sugar by mouth", "compare it"]),
    "a seller's number": (Put(A_PAGE, "Ring 0800 123 4567 to book."), {"urgent"}, [A_PAGE, "0800 123 4567", "vouched"]),
    "an urgent sign taken off one page": (Swap(A_PAGE, r"\b[Cc]hest pain", "an ache", 0), {"urgent"}, [A_PAGE, "chest pain", "put it back"]),
    "urgent signs folded away": (Swap(A_PAGE, r'(<section class="care.*?</section>)', r"<details markdown><summary>More</summary>\n\n\1\n\n</details>"), {"urgent"}, [A_PAGE, "folded away", "take it out"]),
    "a link to urgent signs gone astray": (Put(A_PAGE, "[All urgent signs](../about/privacy.md)"), {"urgent"}, [A_PAGE, "leads to", "get-help.md"]),
    "an urgent sign gone": (Swap(HELP, r"^[^\n]*\bdroops\b[^\n]*\n", ""), ["tests/test_urgent.py", "-k", "lost"], [HELP, "face droops", "put it back"]),
    "an urgent sign that waits": (Put(A_PAGE, '<section class="care care--today" markdown>\n\n## Get help today if you can\n\n- You have sudden chest pain.\n\n</section>'), {"urgent"}, [A_PAGE, "chest pain", "cannot wait"]),
    "a wrong number to call": (Put(A_PAGE, "Call 912."), {"urgent"}, [A_PAGE, "912", "the right ones are"]),
    # An editor: pages
    "a page in no menu": (add_page("docs/neuropathy/one-more.md"), ["tests/test_links.py", "-k", "safety"], ["docs/neuropathy/one-more.md", "no menu", "mkdocs.yml"]),
    "a page that no question leads to": (All(add_page("docs/neuropathy/one-more.md"), end("mkdocs.yml", "  /neuropathy/one-more.md\n")), ["tests/test_search.py", "-k", "every_page"], ["one-more.md", "docs/search.md", "add one"]),
    "a page without its code": (All(add_page("docs/about/one-more.md")), ["tests/test_qr.py", "-k", "codes_are"], ["one-more.svg is missing", "--write-qr"]),
    "a page taken away": (All(Write("docs/about/what-this-is-not.md", None), Write("docs/assets/qr/about/what-this-is-not.svg", None), Swap("docs/about/index.md", r"what-this-is-not\.md", "privacy.md"), Swap("docs/search.md", r"about/what-this-is-not\.md", "about/privacy.md")), ["tests/test_addresses.py", "-k", "kept_addresses"], ["about/what-this-is-not/ answers no more", "moved_to:"]),
    "a heading that lost its address": (Swap("docs/about/privacy.md", r"^## [^\n]*", "## Quite another heading"), ["tests/test_addresses.py", "-k", "kept_addresses"], ["about/privacy/#", "answers no more", "after the heading"]),
    "an empty docs": (lambda root: [shutil.rmtree(root / "docs"), (root / "docs").mkdir()], ["tests/test_front_matter.py"], []),
    "a page too heavy": (Put(A_PAGE, " ".join(f"word{number * 7919 % 10007}" for number in range(4000))), {"weight"}, [A_PAGE, "bytes gzipped", "take out a sentence"]),
    "a handout too long": (Put("docs/handouts/diary.md", "Some more words to read.\n\n" * 80), ["tests/test_paper.py", "-k", "diary and Letter and standard"], ["docs/handouts/diary.md", "sides, at most 2", "begins in", "shorten"]),
    # A theme upgrade, a template, a style sheet
    "a required sentence gone": (Swap("overrides/partials/statements.html", "Results vary. It may not help you.", "Enjoy."), on("statements"), [SAFETY, "Results vary", "statements.html"]),
    "a sentence that takes them back": (Swap("overrides/partials/statements.html", "Results vary. It may not help you.", "Results vary. It may not help you. Most readers just go."), on("statements"), [SAFETY, "Most readers just go", "statements.html"]),
    "writers who are no clinicians called clinicians": (Swap("overrides/partials/review.html", "none of them a clinician", "all of them clinicians"), on("statements"), [SAFETY, "none of them a clinician", "review.html"]),
    "all required sentences gone": (Swap("overrides/base.html", r"\{%- include \"partials/statements.html\" %\}", ""), on("statements"), [SAFETY, "the page lacks", "statements.html"]),
    "a wrong number in the required sentence": (Swap("overrides/partials/statements.html", "999 in the UK", "998 in the UK"), on("statements"), [SAFETY, "emergency numbers"]),
    "a review that did not happen": (Swap("overrides/partials/review.html", "No clinician has checked this page yet.", "Checked by our doctors."), on("statements"), [SAFETY, "No clinician has checked this page yet."]),
    "required sentences hidden on screen": (end("docs/assets/site.css", "\n.statements { opacity: 0 }\n"), ["tests/test_statements.py", "-k", "seen and screen-light and diabetes"], ["cannot be seen", "docs/assets/site.css", "Talk with your doctor"]),
    "required sentences hidden on paper": (end("docs/assets/print.css", "\n.statements { display: none }\n"), ["tests/test_paper.py", "-k", "privacy and Letter and standard"], ["docs/about/privacy.md", "is not on paper", "Talk with your doctor"]),
    "required sentences white on paper": (end("docs/assets/print.css", "\n.statements li { color: #fff }\n"), ["tests/test_statements.py", "-k", "seen and print and diabetes"], ["cannot be seen", "docs/assets/print.css"]),
    "urgent signs hidden": (end("docs/assets/site.css", "\n.care--now li { text-indent: -9999px; overflow: hidden }\n"), ["tests/test_statements.py", "-k", "seen and screen-dark and diabetes"], ["cannot be seen", "docs/assets/site.css"]),
    "required sentences too small to read": (end("docs/assets/site.css", "\n@media screen { .statements li { font-size: 9px } }\n"), ["tests/test_statements.py", "-k", "seen and screen-light and diabetes"], ["cannot be seen", "docs/assets/site.css"]),
    "urgent signs hidden on phones": (end("docs/assets/site.css", "\n@media (max-width: 30rem) { .care { display: none } }\n"), ["tests/test_upkeep.py", "-k", "harms"], ["docs/assets/site.css", "hides urgent signs"]),
    "signs moved down by style": (end("docs/assets/site.css", "\n.care { order: 9 }\n"), ["tests/test_upkeep.py", "-k", "harms"], ["docs/assets/site.css", "order", "move them in the page"]),
    "dots that are surer than their words": (Swap("docs/assets/site.css", r"(\.sure-1::before \{ content: \")\\25cf\\25cb", r"\1\\25cf\\25cf"), ["tests/test_how_sure.py", "-k", "dots"], ["docs/assets/site.css", "sure-1", "not as many"]),
    "grey words": (end("docs/assets/site.css", "\np { color: #888 !important }\n"), ["tests/test_access.py", "-k", "axe and privacy and phone-light"], ["docs/about/privacy.md", "color-contrast"]),
    "small words": (end("docs/assets/site.css", "\np { font-size: 14px }\n"), ["tests/test_access.py", "-k", "text_is_large and privacy and phone"], ["docs/about/privacy.md", "20 px"]),
    "a wide part": (end("docs/assets/site.css", "\n.statements { width: 600px }\n"), ["tests/test_access.py", "-k", "sideways and privacy and plain"], ["docs/about/privacy.md", "320 px", "shorten or wrap"]),
    "a small button": (end("docs/assets/site.css", "\nbutton { min-height: 20px !important; padding: 0 !important; line-height: 1 !important }\n"), ["tests/test_access.py", "-k", "fingertip and privacy"], ["docs/about/privacy.md", "44 px"]),
    "no ring round the focus": (end("docs/assets/site.css", "\n:focus-visible { outline: none }\n"), ["tests/test_upkeep.py", "-k", "harms"], ["docs/assets/site.css", "outline: none", "ring"]),
    "things that move": (end("docs/assets/site.css", "\na { transition: all 1s }\n"), ["tests/test_upkeep.py", "-k", "harms"], ["docs/assets/site.css", "transition", "prefers-reduced-motion"]),
    "type from another host": (end("docs/assets/site.css", "\n@import url(https://fonts.example/a.css);\n"), ["tests/test_upkeep.py", "-k", "harms"], ["docs/assets/site.css", "forbids"]),
    "a dead rule": (end("docs/assets/site.css", "\n.zebra { color: red }\n"), ["tests/test_upkeep.py", "-k", "class_is_used"], ["docs/assets", "zebra", "take their rules out"]),
    "colour on paper": (end("docs/assets/print.css", "\nh2 { color: #c00 }\n"), ["tests/test_paper.py", "-k", "privacy and Letter and standard"], ["docs/about/privacy.md", "colour", "print.css"]),
    "small type on paper": (end("docs/assets/print.css", "\n.review { font-size: 7pt }\n"), ["tests/test_paper.py", "-k", "privacy and A4 and standard"], ["docs/about/privacy.md", "7.0 pt"]),
    "no page numbers": (Swap("docs/assets/print.css", r'"Page " counter\(page\)', '""'), ["tests/test_paper.py", "-k", "privacy and A4 and standard"], ["docs/about/privacy.md", "Page 1 of", "foot"]),
    "a menu that needs a mouse": (Swap("overrides/partials/header.html", r"<summary>Menu</summary>", "<summary tabindex=-1>Menu</summary>"), ["tests/test_access.py", "-k", "keyboard and privacy and phone"], ["docs/about/privacy.md", "Tab stops"]),
    "a header that names something else": (Swap("overrides/partials/header.html", r">Urgent signs<", ">Offers<"), ["tests/test_urgent.py", "-k", "header_and_menu and safety"], ["the link in the header", "header.html"]),
    "two names in the menu exchanged": (Swap("mkdocs.yml", r"Urgent signs: neuropathy/get-help.md(.*?)Daily foot care: ", r"Daily foot care: neuropathy/get-help.md\1Urgent signs: "), ["tests/test_links.py", "-k", "menu_names"], ["mkdocs.yml", "Daily foot care", "docs/neuropathy/get-help.md"]),
    "a slip in a template": (Swap("overrides/partials/statements.html", r"\{%-? ?else", "{% esle"), on("statements"), ["overrides/partials/statements.html, line", "esle"]),
    "no link to the urgent signs": (Swap("overrides/partials/header.html", r'<p class="head__help">.*?</p>', ""), on("urgent"), [SAFETY, "header", "header.html"]),
    "a page hidden from search engines": (Swap("overrides/base.html", r'  <meta name="referrer"', '  <meta name="robots" content="noindex">\n  <meta name="referrer"'), on("privacy") + ["-k", "head_is_whole and safety"], [SAFETY, "search engines", "overrides/base.html"]),
    "a head without its language": (Swap("overrides/base.html", r'<html lang="[^"]*"', '<html lang="de"'), on("privacy") + ["-k", "head_is_whole and safety"], [SAFETY, "html[lang=en]", "overrides/base.html"]),
    "an inline style": (Put(A_PAGE, '<p style="color:red">Red.</p>'), {"privacy.py::test_page_states_the_policy"}, [A_PAGE, "inline style", "take out"]),
    "a table with colons": (Put(A_PAGE, "| A | B |\n|:-:|--:|\n| a | b |"), {"privacy.py::test_page_states_the_policy"}, [A_PAGE, "inline style"]),
    "a script in a page": (Put(A_PAGE, "<script>alert(1)</script>"), {"privacy.py::test_page_states_the_policy"}, [A_PAGE, "script", "take out"]),
    "a weaker policy": (Swap("overrides/base.html", "script-src 'self'", "script-src 'self' 'unsafe-inline'"), on("privacy") + ["-k", "policy and safety"], [SAFETY, "restore", "overrides/base.html"]),
    "a picture from elsewhere": (Put(A_PAGE, '<img src="https://tracker.example/a.gif" alt="">'), {"links"}, [A_PAGE, "tracker.example", "tests/hosts.txt"]),
    "something kept": (end("docs/assets/print.js", "\nlocalStorage.seen = 1\n"), ["tests/test_privacy.py", "-k", "itself and about/privacy"], ["docs/about/privacy.md", "keeps something"]),
    "ticks that are sent away": (end("docs/assets/print.js", "\nonchange = () => navigator.sendBeacon('/x')\n"), ["tests/test_privacy.py", "-k", "keep_and_send"], ["docs/assets/print.js, line", "sendBeacon", "take this out"]),
    "too much script": (end("docs/assets/print.js", "\n// " + " ".join(str(number * 7919) for number in range(900))), on("weight"), [SAFETY, "scripts of", "at most"]),
    "a template that only MkDocs knows": (Swap("overrides/partials/footer.html", "<footer", "{% if page and page.file %}{% endif %}<footer"), ["tests/test_upkeep.py", "-k", "templates"], ["overrides/partials/footer.html, line", "page.file", "Zensical"]),
    "a page that Zensical makes otherwise": (Swap("overrides/partials/footer.html", "<footer", "{% if mkdocs_version %}<p>Hello.</p>{% endif %}<footer"), on("builders"), [SAFETY, "Zensical", "Hello.", "both understand"]),
    "a picture without words": (Swap("docs/.snippets/drawings/foot-map.md", r"<desc[^>]*>.*?</desc>", ""), on("drawings", page="docs/handouts/urgent-signs.md"), ["docs/handouts/urgent-signs.md", "<desc>"]),
    "a person too few in the picture": (Swap("docs/.snippets/drawings/hundred-people.md", r'href="#hundred-people-yes"', 'href="#hundred-people-no"'), ["tests/test_drawings.py", "-k", "hundred"], ["hundred-people.md", "8 people are filled in", "the words say 9"]),
    "an image without a text": (Put(A_PAGE, '<img src="../../assets/preview.png">'), {"drawings"}, [A_PAGE, "alt="]),
    # Settings and the clinic
    "a hook": (end("mkdocs.yml", "\nhooks:\n  - hooks.py\n"), ["tests/test_upkeep.py", "-k", "promises"], ["mkdocs.yml", "hooks", "Zensical"]),
    "another plugin": (Swap("mkdocs.yml", r"^plugins: \[\]", "plugins:\n  - tags"), ["tests/test_upkeep.py", "-k", "promises"], ["mkdocs.yml", "plugins", "Zensical"]),
    "a build that forgives": (Swap("mkdocs.yml", r"^strict: true", "strict: false"), ["tests/test_upkeep.py", "-k", "promises"], ["mkdocs.yml", "strict", "True"]),
    "a tab in the settings": (Swap("mkdocs.yml", r"^  clinic:", "\tclinic:"), ["tests/test_upkeep.py", "-k", "promises"], ["mkdocs.yml, line", "spaces, never tabs"]),
    "rights taken back": (Swap("LICENSE", r"Attribution 4.0 International", "All rights reserved"), ["tests/test_upkeep.py", "-k", "free_to_share and privacy"], ["LICENSE lacks", "CC BY 4.0"]),
    "a file that the server needs": (Write("docs/robots.txt", None), ["tests/test_hosting.py", "-k", "is_there"], ["docs/robots.txt is gone", "git checkout"]),
    "another language": (Swap("mkdocs.yml", r"language: en", "language: es"), ["tests/test_upkeep.py", "-k", "promises"], ["mkdocs.yml", "theme.language", "screen reader"]),
    "a new address without new codes": (Swap("mkdocs.yml", r"^site_url: \S+", "site_url: https://feet.example/"), ["tests/test_qr.py", "-k", "codes_are"], ["docs/assets/qr", "leads elsewhere", "--write-qr"]),
    "a clinic's address that runs code": (Swap("mkdocs.yml", r'    url: ""', '    url: "javascript:alert(1)"'), ["tests/test_clinic.py", "-k", "settings_are_right"], ["mkdocs.yml", "extra.clinic.url", "https://"]),
    "a reviewer without a date": (Swap("mkdocs.yml", r'      name: ""', '      name: "Dr Example"'), ["tests/test_clinic.py", "-k", "settings_are_right"], ["mkdocs.yml", "extra.clinic.reviewer", "give name, role and date"]),
    "a logo that is not there": (Swap("mkdocs.yml", r'    logo: ""', '    logo: "logo.png"'), ["tests/test_clinic.py", "-k", "settings_are_right"], ["mkdocs.yml", "logo.png", "docs/assets"]),
    "a clinic's name that is not escaped": (Swap("overrides/partials/header.html", r"clinic\.name \| e ", "clinic.name "), ["tests/test_clinic.py", "-k", "no_harm and mkdocs"], ["print it with | e"]),
    "a weaker header": (Swap("docs/_headers", "nosniff", "off"), ["tests/test_hosting.py", "-k", "published"], ["docs/_headers", "X-Content-Type-Options"]),
    "a tag that claims a reviewer": (Swap("overrides/partials/preview.html", r"\{%- if reviewer.name %\}", '{%- if true %},"reviewedBy":{"@type":"Person","name":"Dr A"}{%- endif %}{%- if reviewer.name %}'), on("previews"), [SAFETY, "reviewedBy", "preview.html"]),
    # A careless merge
    "a letter of another alphabet": (Put(SAFETY, "Your f\u0435et."), ["tests/test_upkeep.py", "-k", "whole"], ["acupuncture/safety.md, line", "Cyrillic", "type that word again"]),
    "a key twice": (Swap(A_PAGE, r"^(reviewed:[^\n]*\n)", r"\1\1"), {"front_matter"}, [A_PAGE, "reviewed", "twice"]),
    "a page that sends its readers away": (Swap(SAFETY, r"^(reviewed:)", r"moved_to: acupuncture/index.md\n\1"), on("front_matter"), [SAFETY, "moved_to", "take the line out"]),
    "a failure that passes unseen": (Swap(".github/workflows/test.yml", r"run: \.ci/run", "run: .ci/run || true"), ["tests/test_upkeep.py", "-k", "still_test"], ["test.yml", "must stand alone"]),
    "marks of a merge": (Put(SAFETY, "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other"), ["tests/test_upkeep.py", "-k", "whole"], ["acupuncture/safety.md, line", "merge", "choose one"]),
    "Windows line ends": (lambda root: (root / SAFETY).write_bytes((root / SAFETY).read_bytes().replace(b"\n", b"\r\n")), ["tests/test_upkeep.py", "-k", "whole"], ["acupuncture/safety.md", "Windows line ends", "LF"]),
    "letters that are not UTF-8": (lambda root: (root / SAFETY).write_bytes((root / SAFETY).read_bytes() + "\nDiarrhée.\n".encode("latin-1")), ["tests/test_upkeep.py", "-k", "whole"], ["acupuncture/safety.md", "not UTF-8", "save"]),
    "a note left behind": (Put(SAFETY, "TODO: ask about this."), ["tests/test_upkeep.py", "-k", "whole"], ["acupuncture/safety.md, line", "note to yourself"]),
    "a lost run of the article": (Write("tests/article-runs.txt", "0" * 16 + "\n"), ["tests/test_own_words.py"], ["tests/article-runs.txt", "restore"]),
    "an action by a name that can change": (Swap(".github/workflows/test.yml", r"@[0-9a-f]{40}[^\n]*", "@v4"), ["tests/test_hosting.py", "-k", "pinned"], ["test.yml", "name the commit", "@v4"]),
    "a version that floats": (Swap("constraints.txt", r"^mkdocs==\S+", "mkdocs>=1"), ["tests/test_upkeep.py", "-k", "pinned"], ["constraints.txt", "mkdocs>=1", "name==version"]),
    "a command broken in two": (Swap("README.md", r" && \.venv/bin/pytest -n auto", "\n.venv/bin/pytest -n auto"), ["tests/test_upkeep.py", "-k", "readme"], ["README.md", "## Test", "one line"]),
    "a readme that hides what is missing": (Swap("README.md", "no clinician has reviewed it yet", "it is ready"), ["tests/test_upkeep.py", "-k", "owns_up"], ["README.md", "no clinician has reviewed it yet"]),
    # Deciding and search
    "an option without a row": (Swap("docs/deciding/options.md", r"^For numbness\n.*?(?=^For )", ""), ["tests/test_deciding.py", "-k", "option"], ["docs/deciding/options.md"]),
    "a tick without its advice": (Swap("docs/deciding/safety-check.md", r'(type="checkbox" )id="([\w-]+)"', r'\1id="\2-lost"'), ["tests/test_deciding.py", "-k", "check or group"], ["docs/deciding/safety-check.md"]),
    "an emergency that search forgets": (Swap("docs/assets/search-words.js", r"urgent: `.*?`", "urgent: ``"), ["tests/test_search.py", "-k", "readers_words and mkdocs"], ["search-words.js"]),
    "a search that runs what is typed": (Swap("docs/assets/search.js", r"made\.append\(\.\.\.\[content\]\.flat\(\)\);", 'made.innerHTML = [content].flat().map(one => one.outerHTML ?? one).join("");'), ["tests/test_search.py", "-k", "hostile_index"], ["test_hostile_index_is_shown_as_text"]),
}


def judge(root, selection):
    """What an editor sees of the tests in `selection` on the copy at `root`: (exit code, words)."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")} | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", *selection], cwd=root, capture_output=True, text=True, env=environment)
    return done.returncode, done.stdout + done.stderr


def copy_whole(folder):
    """A whole copy of the project below `folder`; returns its path."""
    return shutil.copytree(ROOT, folder / "project", ignore=LEFT_OUT)


def lost(named, said):
    """The words of `named` that the message `said` does not hold."""
    return [words for words in named if words not in said]


SHARED = [name for name, fault in FAULTS.items() if isinstance(fault[1], set)]


def fits(change, path):
    """Whether the fault `change` can be made on the page `path`."""
    return not isinstance(change, Swap) or re.search(change.old, path.read_text("utf-8"), re.M | re.S)


@cache
def batches():
    """The SHARED faults, each with a page of its own on which it can be made: a list of dicts, one for each copy of the project."""
    pages = [f"docs/{source.as_posix()}" for source in health_sources() if source.stem != "index" and source.parts[0] != "handouts" and f"docs/{source.as_posix()}" != HELP]
    made = []
    for name in sorted(SHARED, key=lambda name: not isinstance(FAULTS[name][0], Swap)):  # the choosy first
        free = ((one, page) for one in [*made, {}] for page in pages if page not in one.values() and fits(FAULTS[name][0], ROOT / page))
        one, page = next(free, (None, None))
        assert page, f"tests/test_faults.py: no page holds {FAULTS[name][0].old}; choose another place for “{name}”"
        made += [one] if one not in made else []
        one[name] = page
    return made


def by_test(said):
    """What an editor reads, cut at the name of each failing test: a list of (test, words)."""
    parts = re.split(r"^_+ (\S*test_\S+) _+$", said, flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


@pytest.mark.parametrize("number", range(len(batches())))
def test_faults_of_pages_are_caught(number, tmp_path, subtests):
    root, made = copy_whole(tmp_path), batches()[number]
    for fault, page in made.items():
        FAULTS[fault][0].name = page
        FAULTS[fault][0](root)
    parts = sorted({f"tests/test_{part}" + ".py" * (".py" not in part) for fault in made for part in FAULTS[fault][1]})
    _, said = judge(root, [*parts, "-k", " or ".join(page.removeprefix("docs/") for page in made.values())])
    for fault, page in made.items():
        with subtests.test(fault):
            words = "".join(words for test, words in by_test(said) if page.removeprefix("docs/") in test)
            assert words, f"{fault} on {page}: nothing fails:\n{said[-1500:]}"
            named = [page if one == A_PAGE else one for one in FAULTS[fault][2]]
            assert not lost(named, words), f"{fault}: the message does not name {lost(named, words)}:\n{words[-2500:]}"


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """The folder of the site without a fault. What lies in docs/assets is published as it is, so a fault there needs no build of its own."""
    target = tmp_path_factory.mktemp("built") / "site"
    assert not build(target).returncode
    return target


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in SHARED])
def test_fault_is_caught(fault, built_once, tmp_path):
    change, selection, named = FAULTS[fault]
    root = copy_whole(tmp_path)
    change(root)
    if getattr(change, "name", "").startswith("docs/assets/"):
        published = shutil.copytree(built_once, tmp_path / "site")
        shutil.copy(root / change.name, published / change.name.removeprefix("docs/"))
        selection = [*selection, "--site", str(published)]
    code, said = judge(root, selection)
    assert code == 1 or fault == "an empty docs" and code, f"{fault}: no test of {selection} fails (exit code {code}):\n{said[-1500:]}"
    assert not lost(named, said), f"{fault}: the message does not name {lost(named, said)}:\n{said[-2500:]}"


def cite(page):
    """The name of a source that `page`, a path, already cites."""
    return re.search(r'--8<-- "sources\.md:([^"]+)"', page.read_text("utf-8"))[1]


# What an editor may do, and no test may hinder. {source} is a source that the page already cites.
HARMLESS = {
    "a plain sentence": "Your feet may feel odd at night.",
    "a new number with its source": "About 30 out of 100 people felt tired after a visit.[^{source}]",
    "a study with its source": "One study looked at this for a year.[^{source}]",
    "a cure that is denied": "This is not a cure.",
    "healing that is denied": "Nobody has shown that it heals nerves.",
    "a warning of promises": "Walk away from anyone who promises a cure.",
    "a warning not to stop": "Don't stop your medicine on your own.",
    "a word to ask first": "Ask your doctor before you stop any medicine.",
    "a question on stopping": "Can I stop my tablets? Your doctor can tell you.",
    "a doctor who lowers a dose": "Your doctor may lower the dose.",
    "a picture that only decorates": '<img src="../../assets/icon.svg" alt="">',
    "a number of minutes": "Rest for 20 minutes, and then get up slowly.",
    "a foreign word with its language": 'Some call it <i lang="zh-Latn">qi</i>.',
    "a part with a heading": "## What helps me to sleep\n\nA cool room may help.",
    "a list": "You can:\n\n- rest\n- walk a little\n- ask for help",
    "a talk on tablets": "A review of your tablets can take two visits.",
    "a table": "| When | What |\n|---|---|\n| Today | Rest |\n| Soon | Walk |",
    "a mark of sureness": "**How sure? Not sure.**{ .sure .sure-2 } The studies were small.",
    "a link to another page": "See [all the urgent signs](../neuropathy/get-help.md).",
    "a link to an official address": "Read [what the law says](https://www.nhs.uk/).",
    "a box of things to tell soon": '<section class="care care--soon" markdown>\n\n## Tell your doctor soon if it goes on\n\n- Your feet itch.\n\n</section>',
}
JUDGES = ["claims", "figures", "how_sure", "reading_level", "links", "sources", "front_matter", "headings", "urgent", "weight", "drawings", "own_words", "statements"]


def test_harmless_edits_pass(tmp_path, subtests):
    """Each edit is made on a page of its own; around them, settings and words that anyone may change."""
    root = copy_whole(tmp_path)
    pages = [f"docs/{source.as_posix()}" for source in health_sources() if source.stem != "index" and source.parts[0] in ("acupuncture", "neuropathy", "deciding") and f"docs/{source.as_posix()}" != HELP]
    made = dict(zip(HARMLESS, pages, strict=False))
    assert len(made) == len(HARMLESS), "tests/test_faults.py: there are more harmless edits than pages"
    for edit, page in made.items():
        Put(page, HARMLESS[edit].replace("{source}", cite(root / page)))(root)
        Swap(page, r"^next_review: .*?$", "next_review: 2027-11-01")(root)
    Swap("mkdocs.yml", r"Spot a false promise:", "False promises:")(root)
    Swap("mkdocs.yml", r'    name: ""', '    name: "Mill Lane Clinic"')(root)
    Swap("docs/assets/site.css", r"--link: #0f4c47", "--link: #0e4a45")(root)
    Swap("CHANGELOG.md", r"\Z", "\n- One more change.\n")(root)
    code, said = judge(root, [*(f"tests/test_{part}.py" for part in JUDGES), "tests/test_upkeep.py", "tests/test_clinic.py", "-k", " or ".join(page.removeprefix("docs/") for page in made.values()) + " or test_upkeep or settings_are_right"])
    assert code in (0, 1), said[-3000:]
    failed = by_test(said)
    for edit, page in made.items():
        with subtests.test(edit):
            hindered = "".join(words for test, words in failed if page.removeprefix("docs/") in test or page in words)
            assert not hindered, f"{edit} on {page} is no fault, and yet:\n{hindered[:1500]}"
    with subtests.test("settings"):
        others = [words for test, words in failed if not any(page.removeprefix("docs/") in test or page in words for page in made.values())]
        assert not others, f"a new menu name, a clinic's name, a colour and a changelog line are no faults, and yet:\n{others[0][:1500]}"


def test_new_page_can_be_added(tmp_path):
    """An editor writes a page, names it in the menu and in the questions, draws its code, keeps its address: all is well."""
    root = copy_whole(tmp_path)
    add_page("docs/neuropathy/cold-weather.md", "Wear warm socks when it is cold.\n\n## What you can do\n\nLook at your feet each day.")(root)
    Swap("docs/neuropathy/cold-weather.md", "# One more page", "# Numb feet in cold weather")(root)
    Swap("mkdocs.yml", r"^( +)(- Daily foot care: [^\n]*\n)", r"\1\2\1- Cold weather: neuropathy/cold-weather.md\n")(root)
    Swap("docs/search.md", r"^- \[", "- [What should I do about my feet in cold weather?](neuropathy/cold-weather.md)\n- [")(root)
    judge(root, ["--write-qr", "--write-addresses", "tests/test_qr.py", "tests/test_addresses.py", "-k", "codes_are or new_addresses"])
    code, said = judge(root, ["tests/test_qr.py", "tests/test_addresses.py", "tests/test_links.py", "tests/test_headings.py", "tests/test_search.py", "tests/test_builders.py", "-k", "cold-weather or codes_are or addresses or every_page or lands or leads"])
    assert code == 0, f"a whole new page is no fault, and yet:\n{said[-2500:]}"
