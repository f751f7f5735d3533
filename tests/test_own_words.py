"""The guide is in words of its own: no run of eight words is the article's."""

import hashlib
import re
from pathlib import Path

import pytest
from prose import plain

RUN = 8
# Hashes of the article's eight-word runs, one a line; its text is not kept here.
KNOWN = set((Path(__file__).parent / "article-runs.txt").read_text("utf-8").split())


def runs(text):
    """Every run of eight words in `text`, as a dict from its hash to the words."""
    spoken = re.findall(r"[a-z0-9']+", plain(text).lower())
    found = (" ".join(spoken[i : i + RUN]) for i in range(len(spoken) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:16]: run for run in found}


def copied(text, known=KNOWN):
    """The runs of eight words in `text` whose hash is in `known`."""
    return [run for mark, run in runs(text).items() if mark in known]


def test_page_is_in_our_own_words(page):
    found = copied(page.text) + copied(page.article.get_text(" "))
    assert not found, f"{page}: these eight words in a row are the article's own; say it another way: {'; '.join(sorted(set(found)))}"


def test_the_kept_runs_are_there():
    assert len(KNOWN) > 300, "tests/article-runs.txt has lost lines; restore it from the history"


@pytest.mark.parametrize("text, copies", {"one two three four five six seven eight": 1, "one two three four five six seven nine": 0}.items())
def test_copy_is_noticed(text, copies):
    assert len(copied(text, known=set(runs("one two three four five six seven eight")))) == copies
