"""A tired reader with ten years of school, or six, can read every health page."""

import pytest
from bs4 import BeautifulSoup
from prose import blocks, grade, sentences, syllables, words

HIGHEST = 6.0
MEDIAN = 5.0
LONGEST = 30  # words in a sentence


def test_health_page_is_easy_to_read(health_page):
    texts = list(blocks(health_page.article))
    found = grade(texts)
    hard = sorted(texts, key=lambda text: grade([text]) * len(words(text)), reverse=True)[:3]
    assert found <= HIGHEST, (
        f"{health_page}: reading grade {found:.1f}, and at most {HIGHEST} is allowed. "
        "Use shorter words and split long sentences. The hardest parts:\n  " + "\n  ".join(hard)
    )


def test_health_pages_are_easy_on_the_whole(site):
    from conftest import Page, health_sources

    grades = sorted(grade(list(blocks(Page(source, site).article))) for source in health_sources())
    median = grades[len(grades) // 2]
    assert median <= MEDIAN, f"the middle reading grade of all health pages is {median:.1f}; bring it to {MEDIAN} by simpler words"


def test_sentences_are_not_too_long(health_page):
    long = [s for text in blocks(health_page.article) for s in sentences(text) if len(words(s)) > LONGEST]
    assert not long, f"{health_page}: split these, each has more than {LONGEST} words:\n  " + "\n  ".join(long)


@pytest.mark.parametrize(
    "word, count",
    {"acupuncture": 4, "neuropathy": 4, "feet": 1, "needle": 2, "numbness": 2, "moxibustion": 4, "walked": 1}.items(),
)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_grade_matches_a_sum_by_hand():
    # 10 words, 2 sentences, 11 syllables: 0.39 * 5 + 11.8 * 1.1 - 15.59 = -0.66
    assert grade(["The cat sat on mats. The dog ran very far."]) == pytest.approx(-0.66)


def test_grade_leaves_out_tables_and_footnotes():
    html = BeautifulSoup(
        "<article><p>We sat down.<sup>1</sup></p><table><tr><td><p>Electrophysiological</p></td></tr></table>"
        '<div class="footnote"><ol><li><p>Neurorehabilitation.</p></li></ol></div></article>',
        "html.parser",
    )
    assert list(blocks(html)) == ["We sat down."]


def test_hard_page_is_told_apart_from_an_easy_one():
    hard = "Electroacupuncture demonstrates statistically significant amelioration of peripheral neuropathic symptomatology."
    assert grade([hard]) > HIGHEST > grade(["Your feet may feel numb. Look at them each day."])
