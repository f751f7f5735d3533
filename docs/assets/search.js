// Answers a question as it is typed, on the search page alone. Its words are in search-words.js.
// It knows the questions listed on the page, and, from the first letter typed, the index that MkDocs or Zensical wrote.
"use strict";

const indexAddress = document.currentScript.dataset.index;
const root = new URL("..", document.baseURI).href;
const box = document.querySelector("#q");
const article = document.querySelector("article");
const stopWords = new Set(("a about after all am an and any are as at be been but by can could did do does for from get got had has have how i if im in is it its ive " +
  "just like me my of on or please should so some that the their them there they this to too up was we what when where which who why will with would you your").split(" "));
const numbers = Object.fromEntries("zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, number) => [word, String(number)]));
// What the reader rarely means comes lower: pages about this guide, lists that repeat on many pages.
const worth = doc => (/^(about|handouts)\//.test(doc.at) ? 0.5 : /^words/.test(doc.at) ? 0.6 : 1) *
  (/^(Call an|Get help|Go to the|Tell your|Ring your|What nobody|What we could)/.test(doc.title) ? 0.5 : 1) * (doc.at.includes("#") ? 1 : 1.15);

// Words: small letters, no accents, then the stem that needle, needles and needling share.
const wordsOf = text => text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
const stem = word => numbers[word] || (word.length < 4 || word === "tens" ? word : word
  .replace(/ae|oe(?=[adm])/g, "e").replace(/(col|fav|flav|behavi|tum|hum|lab)our/, "$1or").replace(/is(e|ed|es|ing|ation)$/, "iz$1") // British, American
  .replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1")
  .replace(/(..)(ness|ly)$/, "$1").replace(/(\w*[aeiouy]\w*[^e\W])(ing|ed)$/, "$1").replace(/([bdgmnprt])\1$/, "$1").replace(/(..)e$/, "$1").replace(/y$/, "i"));
const stemsOf = text => wordsOf(text).map(stem);

// Groups of words that mean the same: each has a name, #0, #1, ..., that stands in the text wherever one of its words does.
const lines = text => text.trim().split(/\s*\n\s*/);
const phrases = new Map();
lines(searchWords.same).forEach((line, group) => line.split(", ").forEach(phrase => {
  const stems = stemsOf(phrase);
  phrases.set(stems[0], [...(phrases.get(stems[0]) || []), { stems, name: "#" + group }].sort((a, b) => b.stems.length - a.stems.length));
}));
const phrasesAt = (stems, start) => (phrases.get(stems[start]) || []).filter(phrase => phrase.stems.every((part, i) => stems[start + i] === part));
const alarms = lines(searchWords.urgent).map(line => {
  const [part, signs] = line.split(": ");
  return { at: "neuropathy/get-help/#" + part, signs: signs.split(", ").map(sign => sign.split(" ")) };
});

// What can be found: a document for each section, and for each word the documents that hold it, with its weight there.
let docs, holders, known, corrected;
const count = (doc, text, weight) => {
  const words = wordsOf(text), stems = words.map(stem), seen = new Map();
  stems.forEach((part, i) => [part, ...phrasesAt(stems, i).map(phrase => phrase.name)].forEach(term => seen.set(term, (seen.get(term) || 0) + 1)));
  for (const word of words) known.set(word, (known.get(word) || 0) + weight);
  for (const [term, times] of seen) {
    if (!holders.has(term)) holders.set(term, new Map());
    holders.get(term).set(doc, (holders.get(term).get(doc) || 0) + weight * times / (times + 1 + stems.length / 150));
  }
  return " " + stems.filter(part => !stopWords.has(part)).join(" ") + " ";
};
const textOf = html => html.replace(/<sup.*?<\/sup>/gs, "").replace(/([^.!?:>\s])\s*<\/(li|p|td|th|dd|tr)>/g, "$1.</$2> ").replace(/<[^>]*>/g, " ")
  .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&").replace(/[¶↩]/g, "").replace(/\s+/g, " ").trim();
const learn = entries => {
  const pages = new Map(), byPlace = new Map();
  docs = entries.filter(entry => !/#sources$/.test(entry.location)).map(entry => ({ at: entry.location, title: textOf(entry.title), text: textOf(entry.text), asks: [] }));
  holders = new Map(), known = new Map(), corrected = new Map();
  for (const doc of docs) byPlace.set(doc.at, doc), doc.at.includes("#") || pages.set(doc.at, doc.title);
  for (const link of document.querySelectorAll(".questions a")) {
    const at = link.href.slice(root.length);
    if (!byPlace.has(at)) byPlace.set(at, docs[docs.push({ at, title: link.textContent, text: "", asks: [] }) - 1]);
    byPlace.get(at).asks.push(link.textContent);
  }
  for (const doc of docs) {
    doc.page = doc.at.split("#")[0];
    doc.pageTitle = pages.get(doc.page) || "";
    doc.head = count(doc, doc.title, 5) + doc.asks.map(ask => count(doc, ask, 6)).join("");
    doc.body = count(doc, doc.text, 1.5);
    if (doc.pageTitle !== doc.title) count(doc, doc.pageTitle, 1.5);
  }
  for (const list of phrases.values()) for (const { stems, name } of list) if (holders.has(name)) stems.forEach(part => known.set(part, known.get(part) || 0));
  for (const word of wordsOf(Object.values(searchWords).join(" "))) known.set(word, known.get(word) || 0);
};

// Spelling: how many letters were dropped, doubled, changed or swapped, up to a limit.
const slips = (a, b, limit) => {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > limit) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length];
};
const nearest = (word, limit) => {
  let best, least = Infinity;
  for (const [other, weight] of known) {
    if (other.length < 3 || Math.abs(other.length - word.length) > limit) continue;
    const far = slips(word, other, limit) + (word[0] === other[0] ? 0 : 0.5) + 0.4 / (1 + weight);
    if (far < least && far < limit + 1) best = other, least = far;
  }
  return best;
};
const spell = word => {
  if (!corrected.has(word)) corrected.set(word, known.has(word) || holders.has(stem(word)) || word.length < 4 ? word : nearest(word, word.length < 8 ? 1 : 2) || word);
  return corrected.get(word);
};
const beginnings = word => [...known.keys()].filter(other => other.startsWith(word) && holders.has(stem(other))).sort((a, b) => known.get(b) - known.get(a)).slice(0, 8);

// What the reader asks: each part is one thing meant, with the ways to say it and how well each fits.
const read = (query, exact) => {
  let words = wordsOf(query.slice(0, 200)).slice(0, 24);
  words = words.flatMap((word, i) => known.has(word + words[i + 1]) ? [word + words[i + 1]] : i && known.has(words[i - 1] + word) ? [] : [word]);
  const spelled = words.map((word, i) => exact || known.has(word) || (word.length > 2 && beginnings(word).length) ? word : spell(word));
  const stems = spelled.map(stem), parts = [];
  for (let i = 0; i < stems.length;) {
    const same = phrasesAt(stems, i), length = same.length ? same[0].stems.length : 1;
    const ways = same.filter(phrase => phrase.stems.length === length).map(phrase => [phrase.name, length > 1 ? 1 : 0.7]);
    if (length === 1) ways.push([stems[i], 1]);
    if (length === 1 && !stopWords.has(spelled[i]) && (i === stems.length - 1 || !holders.has(stems[i]))) for (const other of beginnings(spelled[i])) ways.push([stem(other), 0.5]);
    parts.push({ ways: ways.filter(way => holders.has(way[0])), weight: length > 1 ? length : stopWords.has(spelled[i]) ? 0.1 : 1 });
    i += length;
  }
  const urgent = alarms.filter(alarm => alarm.signs.some(sign => sign.every(part => spelled.some(word => part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part))));
  return { parts, stems, urgent, spelled: spelled.join(" "), changed: spelled.some((word, i) => word !== words[i]) };
};

// The answers: sections scored by their words, then pages by their best section.
const rank = ({ parts, stems, urgent }) => {
  const scores = new Map(), met = new Map();
  let whole = 0;
  for (const { ways, weight } of parts) {
    const rare = weight * Math.log(1 + docs.length / Math.max(1, ...ways.filter(way => way[1] > 0.5).map(way => holders.get(way[0]).size), ways.length ? 1 : 9)), best = new Map();
    whole += rare;
    for (const [term, fit] of ways) for (const [doc, value] of holders.get(term)) if (fit * value > (best.get(doc) || 0)) best.set(doc, fit * value);
    for (const [doc, value] of best) scores.set(doc, (scores.get(doc) || 0) + rare * value), met.set(doc, (met.get(doc) || 0) + rare);
  }
  const said = stems.filter(part => !stopWords.has(part)), all = " " + said.join(" ") + " ", pages = new Map();
  for (let [doc, score] of scores) {
    score *= worth(doc) * (met.get(doc) / whole) ** 1.5;
    if (said.length && doc.head.includes(all)) score *= 1.4;
    for (let i = 1; i < said.length; i++) {
      const pair = ` ${said[i - 1]} ${said[i]} `;
      score *= doc.head.includes(pair) ? 1.2 : doc.body.includes(pair) ? 1.1 : 1;
    }
    if (urgent.some(alarm => alarm.at === doc.at)) score += 1000;
    pages.set(doc.page, [...(pages.get(doc.page) || []), { doc, score }]);
  }
  return [...pages.values()].map(found => found.sort((a, b) => b.score - a.score).slice(0, 3))
    .sort((a, b) => b[0].score - a[0].score).filter((found, i, all) => found[0].score > all[0][0].score / 12 || found[0].score > 1000).slice(0, 10);
};

// On the page: all text goes in as text, never as HTML.
const make = (tag, content, more) => {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...[content].flat());
  return made;
};
const link = (text, at) => make("a", text, { href: root + at });
const marked = (text, terms) => text.split(/([\p{L}\p{N}'’]+)/u).map((piece, i) => i % 2 && terms.has(stem(wordsOf(piece)[0] || "")) ? make("mark", piece) : piece);
const sentence = (text, terms) => {
  let best = "", most = 0;
  for (const one of text.split(/(?<=[.!?])\s+/)) {
    const hits = new Set(stemsOf(one).filter(part => terms.has(part))).size;
    if (hits > most) best = one, most = hits;
  }
  const words = best.split(" "), first = Math.max(0, words.findIndex(word => terms.has(stem(wordsOf(word)[0] || ""))) - 12);
  return words.length > 35 ? (first ? "… " : "") + words.slice(first, first + 35).join(" ") + " …" : best;
};
const answers = make("section", [], { id: "answers", hidden: true, tabIndex: -1 });
answers.setAttribute("aria-label", "Answers");
const status = make("p", "");
status.setAttribute("role", "status");
article.querySelector("h1").after(status, answers);

let exact = false, late;
const show = () => {
  const query = box.value.trim(), asked = query ? read(query, exact) : null, found = asked ? rank(asked) : [];
  article.classList.toggle("searching", answers.hidden = !query);
  answers.hidden = !query;
  answers.replaceChildren();
  clearTimeout(late);
  const said = !query ? "" : found.length ? `${found.length} ${found.length === 1 ? "page" : "pages"} found` : "Nothing found";
  late = setTimeout(() => { status.textContent = said; }, 400); // a screen reader need not hear each letter
  if (!query) return;
  if (asked.urgent.length) answers.append(make("div", [
    make("h2", "Need help now?"),
    make("p", "Your words can be a sign of something that cannot wait. Do not go on searching. Look here first:"),
    make("ul", asked.urgent.slice(0, 3).map(alarm => make("li", link((docs.find(doc => doc.at === alarm.at) || { asks: [] }).asks[0] || "All urgent signs", alarm.at)))),
    make("p", link("Emergency numbers", "neuropathy/get-help/#emergency-numbers")),
  ], { className: "care care--now" }));
  if (asked.changed && found.length) answers.append(make("p", ["Showing results for ", make("b", asked.spelled), ". ",
    make("a", `Search for “${query.slice(0, 60)}” instead`, { href: "?exact=1&q=" + encodeURIComponent(query.slice(0, 200)) })]));
  const terms = new Set(asked.parts.flatMap(part => part.weight < 1 ? [] : part.ways.map(way => way[0])).concat(asked.stems.filter(part => !stopWords.has(part))));
  for (const { ways } of asked.parts) for (const [name] of ways) if (name[0] === "#") for (const list of phrases.values()) for (const phrase of list) if (phrase.name === name && phrase.stems.length === 1) terms.add(phrase.stems[0]);
  if (found.length) answers.append(make("ol", found.map(([best, ...rest]) => make("li", [
    make("p", link(marked(best.doc.asks[0] || best.doc.title, terms), best.doc.at)),
    make("p", best.doc.pageTitle === best.doc.title ? "" : best.doc.pageTitle, { className: "answers__page" }),
    make("p", marked(sentence(best.doc.text, terms), terms)),
    make("ul", rest.filter(one => one.score > best.score / 3).map(one => make("li", link(one.doc.asks[0] || one.doc.title, one.doc.at)))),
  ]))));
  else {
    const near = [...new Set(wordsOf(query).slice(0, 8).map(word => nearest(word, 3)).filter(word => word && holders.has(stem(word))))].slice(0, 3);
    answers.append(make("p", "We found nothing for these words, sorry. That is not your fault."),
      make("p", near.length ? ["Did you mean ", ...near.flatMap((word, i) => [i ? ", " : "", make("a", word, { href: "?q=" + encodeURIComponent(word) })]), "?"] : "Try one or two plain words, such as “numb feet”."),
      make("p", ["You can also look down the questions below, or ask your doctor, nurse or pharmacist. ", link("What to ask", "deciding/questions/")]));
  }
};

let asked;
const fetchIndex = () => asked ||= fetch(indexAddress).then(reply => reply.json()).then(index => { learn(index.docs || index.items); show(); }).catch(() => {}); // without it the questions still answer
learn([]);
const wanted = new URLSearchParams(location.search);
box.addEventListener("input", () => { exact = false; fetchIndex(); show(); });
box.form.addEventListener("submit", event => {
  event.preventDefault();
  history.replaceState(null, "", "?q=" + encodeURIComponent(box.value.slice(0, 200)));
  show();
  if (box.value.trim()) answers.focus();
});
if (wanted.get("q")) box.value = wanted.get("q").slice(0, 200), exact = wanted.has("exact"), fetchIndex(), show();
