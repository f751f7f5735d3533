"""What the guide says about health can be traced to a source and never promises too much."""

import re

import pytest
from bs4 import BeautifulSoup
from prose import own_text, plain, sentences

NUMBER = r"(\d[\d,.]*|half|one|two|three|four|five|six|seven|eight|nine|ten)"
# Words that make a sentence a claim: a reader could ask "who says so?"
CLAIM = re.compile(
    rf"\b({NUMBER} (in|of|out of) (every )?(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a hundred|people|patients)|\d+(\.\d+)? ?(%|percent|per cent)|"
    r"\d[\d,]* (people|patients|adults|men|women|cases|deaths)|\d+(\.\d+)? points?|(twice|half|double|\d+ times) (as|the)|(halv|doubl|tripl)(e|es|ed|ing) (the|your|their)|most people (are|were|feel|felt|say|said) (glad|better|happy|happier|well)|"
    r"\d[\d,.]* ?(mg|mcg|IU)(?!/)|study|studies|studied|trials?|research|researchers|scientists|reviews?|guidelines?|surveys?|evidence shows)\b",
    re.I,
)
# Sentences that speak of research or numbers without claiming a fact, each with its reason.
EXCEPTIONS = {
    r"\?[\"']?$": "a question claims nothing",
    r"\breviews? of (your|my) (medicines|tablets|care|feet)\b": "no study, but a talk",
    r"^(ask|write|say|tell|note|count|bring|call|keep|look|check|use|give|choose|picture|now picture)\b": "tells the reader what to do",
    r"\b(fair|free) (trial|test)s?\b": "a trial of the reader's own, or a shop's",
    r"\b(this guide|this page) (says|holds|shows|was|is)\b|\bwe (found|could not|do not|did not)\b": "speaks of this guide",
    r"^\"|\"$|\bmeans: picture\b": "words to say, or an example of what others say",
}
# Words that promise too much, unless words before them in the same sentence deny them.
PROMISES = re.compile(
    r"\b(cures?|cured|curing|curative|heals?|healed|healing|proven|proves?(?! (no|nothing))|guarantee[sd]?|miracles?|miraculous|risk[- ]free|without (any )?risk|harmless|"
    r"(completely|totally|perfectly|entirely|100%|always|quite|very) safe|(is|are) (very |really )?safe\b(?! to| enough| for me)|safe for (everyone|everybody|all|anyone)|no (known )?(side[- ]effects|risks?)|side-effect free|"
    r"(is|are) (very |highly |really )?effective|works? (very |really )?well|mends? (the |your )?nerves|brings? back (the |your )?feeling|(side[- ]effects|risks|harms?) (is|are) (very )?(rare|low|few)|"
    r"breakthrough|works for (everyone|everybody|all)|(always|definitely|certainly) (works|helps)|will (work|help you|fix|restore|regrow|repair)|"
    r"reverses?|reversed|regrows?|repairs (the |your )?nerves|restores (the |your )?(nerves|feeling)|wonder (drug|treatment)|magic|life-changing|"
    r"gets? rid of (the |your )?(pain|numbness|neuropathy)|(pain|neuropathy|symptoms?) (will )?(disappears?|vanish(es)?|goes away for good))\b",
    re.I,
)
DENIAL = r"(no|not|never|nobody|none|nothing|cannot|neither|nor|without|too few|beware|be wary|careful|walk away|doubt|hard to say|whether|anyone who|promis\w+|claim\w*|advert\w*|sellers?|scam|secret|un\w+|false|wrong)|\w+n't"
# How far before the promise its denial may stand, in words, with no “but” between; or what may follow it.
DENIED_BEFORE = re.compile(rf"\b({DENIAL})\b(\W+(?!but\b)[\w'-]+){{0,9}}\W*$", re.I)
DENIED_AFTER = re.compile(r"^[^.!?]*?\b(is|are|was|were) (false|wrong|untrue|too strong|not true|a (bad|warning) sign|a false promise|nonsense)\b|^[^.!?]*\bprove nothing\b", re.I)
MEDICINE = (
    r"(medicines?|medication|meds|tablets?|pills?|capsules?|doses?|dosage|drugs?|painkillers?|insulin|steroids?|prednisolone|blood thinners?|anticoagulants?|"
    r"gabapentin|pregabalin|duloxetine|amitriptyline|nortriptyline|venlafaxine|opioids?|tramadol|warfarin|apixaban|statins?|metformin|patch(es)?|chemo|chemotherapy)"
)
# An order to stop, skip, lower or swap a medicine, or leave to do so.
STOPPING = re.compile(
    r"\b(stop|skip|quit|halve|lower|reduce|cut|cut (down|back|out)( on)?|drop|replace|swap|ditch|wean (yourself )?off|taper|throw away|come off|miss|pause|"
    r"(try|consider|start|begin|keep|by) (stopping|skipping|halving|cutting|lowering|reducing|coming off|missing)|"
    r"leave (out|off)|give up|(do|go|live|manage|get by) without|(take|need|use|have) (less|fewer|half|double|twice)|no longer (need|have to take)|"
    r"instead of|in place of|rather than|double|raise|increase|(?<!a )change(?! how))"
    r"( taking| using| having)?( of| all| any| some| the| your| these| those| this| that| a)?( \w+){0,3}? " + MEDICINE + r"\b",
    re.I,
)
# What turns it into a warning or a doctor's task. It must stand before the order: "Stop your tablets if you feel well" is an order all the same.
FORBIDDING = re.compile(
    r"\b(do not|don't|never|not|nor|no one|nobody|cannot|can't|n't|no need to|anyone who|someone who|told to|tells? you to|asks? you to|advises you to|promises?|"
    r"(doctor|team|pharmacist|nurse|prescriber|they) (may|might|can|could|will|would|should)|ask \w+( \w+)? (how|whether|if|about|before)|only|people|officials)(\W+[\w'-]+){0,6}\W*$|"
    r"\b(without|before you|is it|is it safe to|may I|can I|should I|must I|if (you|they|it)|when (you|they)|after you|who|suddenly|need)(\W+[\w'-]+)?\W*$",
    re.I,
)
WITH_DOCTOR = re.compile(r"^[^.!?]*\bonly (with|after|once|when|if) (the|your|you ask)\b", re.I)
# Words that claim a check or a blessing that nobody gave.
BLESSED = re.compile(
    r"\b((clinically|medically|doctor|physician|nurse|expert|peer)[- ](reviewed|approved|checked|verified|tested|recommended|endorsed)|"
    r"(reviewed|approved|checked|endorsed|verified|certified|recommended) by (a |an |our |the |leading |many |most )?(team of |panel of |board of )?"
    r"(dr\b|doctors?|clinicians?|physicians?|nurses?|experts?|specialists?|neurologists?|NHS|FDA|NICE|WHO|Mayo)|FDA[- ]approved|award[- ]winning|"
    r"(five|5)[- ]star|trusted by|\d+ stars|testimonials?)\b",
    re.I,
)


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
        label = tag.name == "td" and not tag.find_previous_sibling("td") and bool(tag.parent.select("a.footnote-ref"))  # names the row, whose figures have notes
        reason = bool(tag.select_one(".sure"))  # "The studies were small": why we are not surer, no finding
        for sentence in sentences(text):
            yield sentence.replace("\u2021", "").strip(), label or reason and not re.search(r"\d", sentence) or "\u2021" in sentence


def without_source(article):
    """The sentences of `article` that sound like a claim and carry no footnote."""
    return [
        text
        for text, noted in blocks_with_notes(article)
        if not noted and CLAIM.search(text) and not any(re.search(reason, text, re.I) for reason in EXCEPTIONS)
    ]


def promises(text):
    """The sentences of `text` that promise too much and do not deny it."""
    return [s for s in sentences(text) if any(not DENIED_BEFORE.search(s[: m.start()]) and not DENIED_AFTER.search(s[m.end() :]) for m in PROMISES.finditer(s)) and not s.endswith(("?", '?"'))]


def orders_to_stop(text):
    """The sentences of `text` that tell a reader to stop or lower a medicine, or that they may."""
    return [s for s in sentences(text) if any(not FORBIDDING.search(s[: m.start()]) and not WITH_DOCTOR.search(s[m.end() :]) for m in STOPPING.finditer(s)) and not s.endswith(("?", '?"'))]


def blessings(text):
    """The sentences of `text` that claim a review or a recommendation nobody gave, and do not deny it."""
    return [s for s in sentences(text) if any(not DENIED_BEFORE.search(s[: m.start()]) for m in BLESSED.finditer(s)) and not s.endswith("?")]


def prose_of(page):
    return [own_text(tag) for tag in page.article.select("p, li, dd, td, th, h1, h2, h3") if not tag.find_parent(class_="footnote")]


def test_claims_have_a_source(health_page):
    found = without_source(health_page.article)
    assert not found, f"{health_page}: say who found this, with a footnote such as [^ju2017] after the full stop:\n  " + "\n  ".join(found)


def test_nothing_is_promised(page):
    found = [s for text in prose_of(page) for s in promises(text)]
    if page.source.name == "false-promises.md":  # it quotes them, to warn
        found = [s for s in found if not s.startswith('"')]
    assert not found, f"{page}: these promise too much; say what is known and how sure it is:\n  " + "\n  ".join(found)


def test_nobody_is_said_to_have_checked_it(page):
    found = [s for text in prose_of(page) for s in blessings(text)]
    assert not found, f"{page}: no clinician has checked this guide and nobody recommends it; take this out, or say who found what, with a source:\n  " + "\n  ".join(found)


# What may never be called needless.
NEEDLESS = re.compile(r"(\bno|\bnot|\bnever|n't) need (to )?(see|ask|tell|talk|call|ring|check|your|any|a) ?(\w+ ){0,3}(doctor|nurse|team|pharmacist|check-ups?|" + MEDICINE + r")\b", re.I)


def test_no_doctor_or_medicine_is_called_needless(page):
    found = [s for text in prose_of(page) for s in sentences(text) if NEEDLESS.search(s)]
    assert not found, f"{page}: this keeps a reader from a doctor or a medicine; take it out or say to ask first:\n  " + "\n  ".join(found)


@pytest.mark.parametrize("text, fine", {"You do not need to see your doctor first.": False, "You don't need any tablets now.": False, "You need to see your doctor first.": True}.items())
def test_needless_doctor_is_noticed(text, fine):
    assert (not NEEDLESS.search(text)) is fine


# Heat and water that hurt a foot which does not feel them, and what makes a sentence a warning or a test of warmth.
HEAT = re.compile(r"\b(hot[- ]water|(heat(ing)?|warming|warm) pads?|soak(s|ed|ing)?|foot baths?|hot baths?|electric blankets?|hot packs?|heat packs?|saunas?)\b", re.I)
COOL = re.compile(r"\b(no|not|never|nobody|cannot|without|out of|instead of|off|away|before|burn\w*|scald\w*|harm\w*|hurt\w*|test|check\w*|dries)\b|n't\b", re.I)


def warms_numb_feet(text):
    """The sentences of `text` that speak of heat or a soak for the feet and do not warn."""
    return [s for s in sentences(text) if HEAT.search(s) and not COOL.search(s) and not s.endswith("?") and len(s.split()) > 5]  # fewer: the name of a thing


def test_nobody_is_told_to_warm_numb_feet(page):
    found = [s for text in prose_of(page) for s in warms_numb_feet(text)]
    assert not found, f"{page}: heat burns feet that do not feel it, and a soak harms the skin; warn of it instead:\n  " + "\n  ".join(found)


@pytest.mark.parametrize("text, fine", {"Soak your feet in warm water.": False, "Put a hot-water bottle on a cold foot.": False, "Do not soak your feet.": True, "Hot water can scald you.": True}.items())
def test_heat_is_noticed(text, fine):
    assert (not warms_numb_feet(text)) is fine


A_COUNT = r"(one|two|three|four|five|six|half a|\d+)"
# What no page may say, denied or not; with what to do instead.
NEVER_SAY = {
    r"\b(believ\w+|tried|try|trying|relax\w*) (in it )?(hard )?enough|(is|was) your (own )?fault": "blames the reader; say that it does not help everyone",
    r"\b(ibuprofen|aspirin|naproxen|paracetamol|acetaminophen|codeine|diclofenac)\b": "names a medicine that can clash with blood thinners or kidneys; send the reader to a pharmacist",
    rf"\b(take|swallow|use) {A_COUNT} (\w+ )?(tablets?|pills?|capsules?|drops|sachets?)\b|\b(once|twice|{A_COUNT} times) (a|each|every|per) (day|night)\b": "tells a dose; doctors and pharmacists do that",
    r"\bNHS (?!111\b)\d{3}\b": "is a wrong number; it is NHS 111",
    r"\b(no (reason|need|point)|not|never|n't)( \w+){0,3} (tell|telling|mention\w*|bother\w*|worry\w*)\b[^.]{0,30}\b(doctor|team|nurse|pharmacist|them|anyone)\b": "keeps something from those who care for the reader; say to tell them",
    r"\bdo not eat\b|\bdon't eat\b|\b(eat|drink) nothing (before|on the day)": "can drop the sugar of someone on insulin; say to eat as usual",
    r"\b(says|writes|tells us) (Mr |Mrs |Ms )?[A-Z][a-z]+, (aged )?\d\d\b|(?-i:\b[A-Z][a-z]+, (aged )?\d\d\.)": "is one person's praise; say what was counted, with a source",
    r"\b(book (now|today|here|your (first|next) (visit|session|appointment))|special offer|discount|half price|limited (time|places)|visit our|our (clinic|practitioners?)|buy (it |one )?(now|here|online|from us))\b": "is an advert; take it out",
    r"\b(the|a|an|of|to|in|and|or|if|for|with|your|you|not|on|at|it|as|by) \1\b": "says a word twice; take one out",
}
# What may stand only where it is denied before.
NOT_UNLESS_DENIED = {
    r"\b(experts?|doctors|scientists|specialists|clinicians|science) (all |now |widely |also )?(agrees?|knows?|shows?|recommends?|confirms?|prove[sd]?)\b|\b(well|widely) known (that|to|for)\b|\beveryone knows\b": "claims without saying who; name the study and its source",
    r"\b(toxins?|detox\w*|flush(es)? out|boosts? (your |the )?(blood|circulation|immun\w*|energy|nerves)|unblock\w*|rebalanc\w*|ancient (wisdom|cure|remedy)|safely used|used safely|for thousands of years)\b": "is what sellers say; say what was tested",
    r"\b(needles?|needling|acupuncture|current|heat|moxa|cupping) (is|are) (quite |always |usually )?(fine|ok|okay|all right|no problem|no danger|not dangerous)\b(?!, so)": "calls a danger small; say what can go wrong and whom to ask",
    r"\bwait (a|some|one|two|three|\d|until|till|and see)\b[^.]*\b(day|days|week|weeks|hours|visit)\b|\bsee if (it|they|a fever|the \w+) (pass\w*|settles?|goes)": "tells the reader to wait; say whom to ring, and how fast",
    r"\b(can|may|fine to|safe to|free to) drive\b|\bdrive yourself\b": "lets a reader with numb feet drive; say who must clear it first",
    r"\b(cut|pop|burst|prick|drain|shave|scrape|peel|squeeze) (off |out )?(your|a|the|any) (own )?(corns?|blisters?|hard skin|callus\w*|sore)\b": "opens the skin of a numb foot; send the reader to the foot team",
    r"\b(instead of|in place of|rather than)( seeing| asking| going to| calling| ringing)? (your|a|the) (own )?(doctor|nurse|foot team|diabetes team|cancer team|pharmacist|hospital)\b": "puts needles before a doctor; say to ask the doctor first",
    r"\b(?<!real )(doctors?|nurses?|clinicians?|experts?|specialists?) (has|have|had) (now |also |all )?(read|checked|reviewed|approved|passed|endorsed)\b": "claims a check that nobody made; take it out",
    r"\b(meets?|conforms? to|complies with) (every|all|the whole|WCAG)\b|\bfully accessible\b": "promises more than was tested",
}
# "Acupuncture eases pain" as a plain fact; "may", "some", "if" and the like make it honest.
FLAT = re.compile(r"\b(acupuncture|needles|needling) (also |then |often |really )?(eases?|relieves?|reduces?|soothes?|calms?|stops?|ends?|improves?|removes?|eliminates?|works?|helps?)\b(?! or not)", re.I)
HEDGED = re.compile(r"\b(no|not|never|nobody|cannot|whether|if|how|when|may|hints?|suggests?|found|some|promis\w+|claim\w*|say|says)\b|n't\b", re.I)


def misleads(text):
    """What the sentences of `text` do that harms or deceives a reader, each with the sentence and what to do instead; questions do neither."""
    for said in sentences(text):
        if said.endswith(("?", '?"')):
            continue
        yield from (f"“{said}” {why}" for pattern, why in NEVER_SAY.items() if re.search(pattern, said, re.I))
        for pattern, why in NOT_UNLESS_DENIED.items():
            if any(not DENIED_BEFORE.search(said[: match.start()]) for match in re.finditer(pattern, said, re.I)):
                yield f"“{said}” {why}"
        if any(not HEDGED.search(said[: match.start()]) for match in FLAT.finditer(said)):
            yield f"“{said}” sounds as if it helped everyone; say “may”, and for whom"


def test_nobody_is_misled(page):
    found = [one for text in prose_of(page) for one in misleads(text)]
    assert not found, f"{page}: " + "\n  ".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "You may not have believed in it enough.",
        "Take ibuprofen if a spot hurts.",
        "Take two tablets of vitamin B6 three times a day.",
        "Ring NHS 112 in the UK.",
        "There is no reason to tell your doctor.",
        "Do not eat before your visit.",
        "It changed my life, says Mary, 62.",
        "Book your first visit this week.",
        "Look at the the sole.",
        "Experts agree that needles ease nerve pain.",
        "It can flush out toxins.",
        "Needles are fine with a pacemaker.",
        "Wait a few days to see if a fever passes.",
        "You can drive home.",
        "Cut your corns with a clean blade.",
        "Ask your acupuncturist instead of your doctor.",
        "Two doctors have checked this guide.",
        "This site meets every rule.",
        "Acupuncture eases nerve pain.",
    ],
)
def test_misleading_sentence_is_noticed(text):
    assert list(misleads(text))


@pytest.mark.parametrize("text", ["Acupuncture may ease pain for some.", "Never cut your corns.", "Do not wait a few days.", "Can I drive home?", "No doctor has checked this guide.", "Eat as usual before your visit.", "Nobody promises that needles help."])
def test_honest_sentence_passes(text):
    assert not list(misleads(text))


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
        "<p>Pain fell by 2 points.</p>": 1,
        "<p>It helped half of people.</p>": 1,
        "<p>Four in ten felt better.</p>": 1,
        '<p><b class="sure">How sure? Not sure.</b> The studies were small.</p>': 0,
        '<p><b class="sure">How sure? Not sure.</b> In studies, 9 of 100 felt better.</p>': 1,
        "<p>See how 9 of 100 people bruise.</p>": 1,
        "<p>The needles stay in for 20 minutes.</p>": 0,
        "<p>Give your pain a score from 0 to 10.</p>": 0,
        "<p>Your feet may feel numb.</p>": 0,
    }.items(),
)
def test_claim_without_a_source_is_noticed(html, missing):
    assert len(without_source(BeautifulSoup(html, "html.parser"))) == missing


@pytest.mark.parametrize(
    "text",
    [
        "It cures neuropathy.",
        "Needles heal nerves.",
        "This is a proven treatment.",
        "Results are guaranteed.",
        "It is safe for everyone.",
        "It has no side effects.",
        "It cures neuropathy and has no risks.",
        "It is completely safe.",
        "Your pain will disappear.",
        "It will restore the feeling in your feet.",
        "Not only does it last, but after ten long weeks of slow and steady visits to the clinic it cures.",
        "Not only does it last, after ten long weeks of slow and steady visits to the clinic it cures.",
        "Studies show that acupuncture cures neuropathy.",
        "If you go each week, it cures neuropathy.",
        "It is not cheap, but it cures neuropathy.",
        "Needles are safe for your feet.",
        "Side effects are rare.",
        "It works well.",
    ],
)
def test_promise_is_noticed(text):
    assert promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is not a cure.",
        "Nobody has proven that it heals nerves.",
        "Walk away if you are promised a cure.",
        "No page can tell you that it is completely safe.",
        "It doesn't cure anything.",
        "“Guaranteed” is a warning sign.",
        "Does it cure neuropathy?",
    ],
)
def test_denied_promise_passes(text):
    assert not promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop your tablets.",
        "Cut down your dose of gabapentin.",
        "Skip your insulin before a visit.",
        "You can replace your medicine with needles.",
        "Stop your tablets or halve them.",
        "Ask for needles and stop your tablets.",
        "If you feel well, stop your tablets.",
        "Stop your tablets if you feel better.",
        "You may take fewer tablets.",
        "You can do without your gabapentin.",
        "Try coming off your pills.",
        "Use needles instead of your medicine.",
        "Double your dose of pregabalin.",
    ],
)
def test_order_to_stop_a_medicine_is_noticed(text):
    assert orders_to_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop your medicine.",
        "Never skip a dose.",
        "Walk away if you are told to stop your tablets.",
        "Don't stop your tablets suddenly.",
        "Can I stop my tablets?",
        "Ask your doctor before you stop any medicine.",
        "If you stop your tablets too fast, the pain may come back.",
        "Your doctor may lower the dose.",
        "Change a dose only with the person who prescribes it.",
    ],
)
def test_warning_against_stopping_passes(text):
    assert not orders_to_stop(text)


@pytest.mark.parametrize("text", ["This page is clinically reviewed.", "Reviewed by a team of doctors.", "Recommended by leading neurologists.", "A doctor-approved plan."])
def test_false_blessing_is_noticed(text):
    assert blessings(text)


@pytest.mark.parametrize("text", ["No page of it was reviewed by a doctor.", "It has not been medically reviewed.", "The ADA guideline does not recommend it."])
def test_honest_word_on_review_passes(text):
    assert not blessings(text)
