// Answers what is typed from the page's questions, search-index.txt and search-words.js.
const root = new URL("..", document.currentScript.src).href;
const lines = text => text.trim().split(/ *\n */).filter(Boolean);
const recall = (map, key, make) => map.get(key) || map.set(key, make(key)).get(key);
const raise = (map, key, value) => { if (value > (map.get(key) || 0)) map.set(key, value); };
const add = (map, key, value) => map.set(key, (map.get(key) || 0) + value);

// No accents, no capitals; needle, needles and needling share a stem.
const small = new Set(("a about after all am an and any are as at be been but by can could did do does for from get got had has have how i if im in is it its ive " +
  "just many me mean my need of on or please should so some that the their them there they this to was we what when where which who why will with would you your afterwards bad en el la los las de mi con").split(" "));
const numbers = "zero one two three four five six seven eight nine ten".split(" ");
const wordsOf = text => text.normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase()
  .replace(/\b(can ?not|unable to)\b/g, "cant").match(/[\p{L}\p{N}]+/gu) || [];
const telling = words => words.filter(word => !small.has(word));
const cut = word => numbers.includes(word) ? "" + numbers.indexOf(word) : word.length < 4 ? word : word
  .replace(/ae|oe(?=[adm])/g, "e").replace(/(col|fav|flav|behavi|tum|hum|lab)our/, "$1or").replace(/is(e|ed|es|ing|ation)$/, "iz$1")
  .replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1").replace(/(..)(ness|ly)$/, "$1")
  .replace(/(\w*[aeiouy]\w*[^e\W])(ing|ed)$/, "$1").replace(/([bdgmnprt])\1$/, "$1").replace(/(..)e$/, "$1").replace(/y$/, "i");
const cuts = new Map();
const stem = word => recall(cuts, word, cut);
const stemsOf = text => telling(wordsOf(text)).map(stem);

// Words that mean the same share a name, such as #7.
const starts = new Map();
lines(searchWords.same).forEach((line, group) => line.split(", ").forEach(phrase => {
  const stems = stemsOf(phrase), same = starts.get(stems[0]) || [];
  starts.set(stems[0], [...same, { stems, name: "#" + group }].sort((a, b) => b.stems.length - a.stems.length));
}));
const phrasesAt = (all, start) => (starts.get(all[start]) || []).filter(({ stems }) => stems.every((part, i) => all[start + i] === part));
const namesIn = stems => stems.flatMap((_, start) => phrasesAt(stems, start).map(phrase => phrase.name));
const pieces = new Map(), terms = piece => recall(pieces, piece, () => stemsOf(piece).flatMap(part => [part, ...namesIn([part])]));
const alarms = lines(searchWords.urgent).map(line => line.split(": ")).map(([part, signs]) =>
  ({ part: "get-help/#" + part, signs: signs.split(", ").map(sign => sign.split(" ").map(word => word.split("/"))) }));

// What can be found: places; for each word, which hold it and how strongly; all words as spelled.
let places, holders, known, tries, lexicon;
const count = (doc, text, weight) => {
  const words = telling(wordsOf(text)), stems = words.map(stem), times = new Map();
  for (const term of stems.concat(namesIn(stems))) add(times, term, 1);
  for (const word of words) add(known, word, weight);
  for (const [term, n] of times) add(recall(holders, term, () => new Map()), doc, weight * n / (n + 1 + stems.length / 150));
  return ` ${stems.join(" ")} `;
};
// The top of a page comes higher; pages about the guide lower.
const worth = ({ at }) => (/^(about|handouts|words)/.test(at) ? 0.5 : /get-help/.test(at) ? 0.75 : 1) * (at.includes("#") ? 1 : 1.5);
const spot = end => [...places.values()].find(({ at }) => at.replace(".html", "/").endsWith(end)); // or offline
// A word's letters as bits, of which one slip changes two at most.
const lettersOf = word => [...word].reduce((bits, letter) => bits | 1 << letter.charCodeAt(), 0);
const learn = index => {
  places = new Map(), holders = new Map(), known = new Map(), tries = new Map();
  const place = (at, title, text = "", more = "") => recall(places, at, () => ({ at, title, text, more, asks: [], page: at.split("#")[0] }));
  let page;
  for (const line of lines(index)) {
    const [at, title, text, more] = line.split("\t");
    if (at[0] === "/") page = at.slice(1);
    if (title) place(at[0] === "/" ? page : page + (at || "#" + title.toLowerCase().replace(/[’?,:.]/g, "").replace(/ /g, "-")), title, text, more);
  }
  for (const link of document.querySelectorAll(".questions a")) place(link.href.slice(root.length), link.textContent).asks.push(link.textContent);
  for (const doc of places.values()) {
    doc.worth = worth(doc);
    doc.said = [doc.title, ...doc.asks].map(text => wordsOf(text).join(" ")).join("|");
    doc.head = count(doc, doc.title, 5) + doc.asks.map(ask => count(doc, ask, 6)).join("");
    count(doc, doc.text, 1.5);
    count(doc, doc.more, 1);
    if (doc.at !== doc.page) count(doc, places.get(doc.page)?.title || "", 1.5);
  }
  for (const word of wordsOf(searchWords.same + searchWords.urgent.replace(/\S+:/g, ""))) add(known, word, 0);
  lexicon = [...known].map(([other, weight]) => ({ other, weight, bits: lettersOf(other) }));
};

// How many letters are dropped, added, changed, swapped.
const slips = (a, b) => {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};
// The nearest words: first those with the same first letter, then those used more.
const nearest = (word, limit) => {
  const near = [], letters = lettersOf(word);
  for (const { other, weight, bits } of lexicon) {
    let apart = bits ^ letters;
    for (let i = 2 * limit; i-- > 0;) apart &= apart - 1;
    if (apart || other.length < 3 || Math.abs(other.length - word.length) > limit) continue;
    const far = slips(word, other) + (word[0] === other[0] ? 0 : 0.5) + 0.4 / (1 + weight);
    if (far < limit + 1) near.push({ other, far });
  }
  return near.sort((a, b) => a.far - b.far).filter(one => one.far < near[0].far + 0.9).slice(0, 4).map(one => one.other);
};
const endings = word => word.length < 3 ? [] : lexicon.filter(({ other }) => other.startsWith(word)).sort((a, b) => b.weight - a.weight).slice(0, 8).map(one => one.other);
const spell = word => recall(tries, word, () => {
  const near = word.length < 4 || small.has(word) || endings(word).length ? [] : nearest(word, word.length < 8 ? 1 : 2);
  return near.length ? near : [word];
});

// What is asked: its parts, the ways to say each and how well they fit; where its alarms lead.
let exact = false;
const read = query => {
  let words = wordsOf(query.slice(0, 200)).slice(0, 24);
  words = words.flatMap((word, i) => known.has(word + words[i + 1]) ? [word + words[i + 1]] : i && known.has(words[i - 1] + word) ? [] : [word]); // pace maker
  const guesses = words.map(word => exact ? [word] : spell(word)), spelled = guesses.map(guess => guess[0]);
  const kept = guesses.filter(guess => !small.has(guess[0])), stems = kept.map(guess => stem(guess[0])), parts = [];
  for (let i = 0; i < kept.length;) {
    const same = phrasesAt(stems, i), length = same.length ? same[0].stems.length : 1;
    const ways = same.filter(phrase => phrase.stems.length === length).map(phrase => [phrase.name, length > 1 ? 1 : 0.7]);
    if (length === 1) {
      ways.push([stems[i], 1]);
      const others = kept[i].slice(1).concat(kept[i + 1] && holders.has(stems[i]) ? [] : endings(kept[i][0]));
      for (const other of others) ways.push(...terms(other).map((term, i) => [term, i ? 0.4 : 0.5]));
    }
    parts.push({ ways: ways.filter(([term]) => holders.has(term)), weight: length });
    i += length;
  }
  const meant = (word, sign) => word === sign || sign.endsWith("*") && word.startsWith(sign.slice(0, -1)) || word.length > 4 && sign.startsWith(word);
  const urgent = alarms.filter(({ signs }) => signs.some(sign => sign.every(ways => ways.some(way => spelled.some(word => meant(word, way))))))
    .map(({ part }) => spot(part)).filter(Boolean);
  return { parts, stems, urgent, spelled: spelled.join(" "), changed: spelled.some((word, i) => word !== words[i]) };
};

// The answers: pages, each with its best sections.
const rank = ({ parts, stems, urgent, spelled }) => {
  const scores = new Map(), pages = new Map(), score = doc => recall(scores, doc, () => ({ doc, score: 0, met: 0 }));
  let whole = 0;
  for (const { ways, weight } of parts) {
    const best = new Map(), rare = weight * Math.log(1 + places.size / Math.max(1, ...ways.filter(([, fit]) => fit > 0.5).map(([term]) => holders.get(term).size)));
    whole += rare;
    for (const [term, fit] of ways) for (const [doc, value] of holders.get(term)) raise(best, doc, fit * value);
    const near = new Map(); // the whole page shares a little
    for (const [doc, value] of best) raise(near, doc.page, value / 5);
    for (const doc of places.values()) raise(best, doc, near.get(doc.page));
    for (const [doc, value] of best) score(doc).score += rare * value, score(doc).met += rare * Math.min(1, value * 2);
  }
  (parts.length ? urgent : [...places.values()]).forEach(score);
  for (const one of scores.values()) {
    const { doc } = one;
    one.score *= doc.worth * (one.met / (whole || 1)) ** 1.5;
    for (let i = 1; i < stems.length; i++) if (doc.head.includes(` ${stems[i - 1]} ${stems[i]} `)) one.score *= 1.3;
    if (doc.said.includes(spelled)) one.score = spelled.includes(" ") ? one.score * 2 + 1 : one.score * 1.2;
    if (urgent.includes(doc)) one.score += 1000;
    if (one.score) recall(pages, doc.page, () => []).push(one);
  }
  const sum = page => page.reduce((sum, { score }, i) => sum + score * (i ? 0.15 : 1), 0);
  const found = [...pages.values()].map(page => page.sort((a, b) => b.score - a.score).slice(0, 3)).sort((a, b) => sum(b) - sum(a));
  return found.filter(page => page[0].score > found[0][0].score % 1000 / 12).slice(0, 10);
};

// All text goes in as text, never as HTML.
const make = (tag, content, more) => {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...[content].flat());
  return made;
};
const name = doc => doc.asks[0] || doc.title;
const link = (text, at) => make("a", text, { href: root + at });
const search = text => "?q=" + encodeURIComponent(text);
const answers = make("section", "", { id: "answers", tabIndex: -1, ariaLabel: "Answers" });
const status = make("output", "", { id: "found" });
const box = document.querySelector("#q");
document.querySelector(".lead").after(status, answers);

const answer = query => {
  const meant = read(query), found = rank(meant), parts = [];
  const asked = new Set(meant.stems.concat(...meant.parts.map(({ ways }) => ways.map(([term]) => term))));
  const hits = piece => terms(piece).some(term => asked.has(term));
  const marked = text => {
    const made = [""];
    for (const piece of text.split(/([\p{L}\p{N}'’]+)/u)) hits(piece) ? made.push(make("mark", piece), "") : made.push(made.pop() + piece);
    return made;
  };
  const said = doc => {
    const more = doc.more.split(" ").filter(hits).slice(0, 4);
    return marked(doc.text + (more[0] ? ` Also here: ${more.join(", ")}.` : ""));
  };
  if (meant.urgent.length) parts.push(make("div", [
    make("h2", "Do you need help now?"),
    make("p", "Some things cannot wait. Look here first:"),
    make("ul", [...meant.urgent.slice(0, 3), spot("get-help/#numbers")].map(doc => make("li", link(name(doc), doc.at)))),
  ], { className: "care care--now" }));
  if (meant.changed) parts.push(make("p", ["Showing results for ", make("b", meant.spelled), ". ",
    make("a", `Search for “${query.slice(0, 60)}” instead`, { href: search(query) + "&exact=1" })]));
  if (found.length) parts.push(make("ol", found.map(([{ doc, score }, ...rest]) => make("li", [
    make("p", link(marked(name(doc)), doc.at)),
    make("p", doc.at === doc.page ? "" : places.get(doc.page)?.title || ""),
    make("p", said(doc)),
    make("ul", rest.filter(other => other.score > score / 3).map(other => make("li", link(name(other.doc), other.doc.at)))),
  ]))));
  else if (query.length > 2) {
    const near = wordsOf(query).slice(0, 3).flatMap(word => word.length < 6 ? [] : nearest(word, Math.min(3, word.length / 3)).filter(other => holders.has(stem(other))).slice(0, 1));
    parts.push(make("p", "Sorry, we found nothing. Try fewer, plain words."),
      make("p", near.flatMap(word => ["Did you mean ", make("a", word, { href: search(word) }), "? "])),
      make("p", ["Or look down the questions below, or ", link("ask your doctor", spot("#questions-for-my-doctor").at), "."]));
  }
  return [parts, found.length];
};
let late, fetched;
const show = () => {
  const query = box.value.trim(), [parts, count] = query ? answer(query) : [[]];
  answers.replaceChildren(...parts);
  answers.parentElement.classList.toggle("searching", parts.length);
  clearTimeout(late);
  late = setTimeout(() => { status.textContent = parts[0] ? `Pages found: ${count}` : ""; }, 400);
};
// Headings, a letter short, are asked for in idle moments, so that the first key is answered fast.
const idle = self.requestIdleCallback || setTimeout;
const rehearse = ([doc, ...rest]) => doc && idle(() => { answer(doc.title.slice(1)); rehearse(rest); });

// Without the index, the questions answer.
const fetchIndex = () => fetched ||= fetch(root + "search-index.txt").then(reply => reply.ok && reply.text()).then(index => { learn(index); show(); rehearse([...places.values()].slice(0, 80)); }).catch(() => {});
learn("");
box.addEventListener("focus", fetchIndex);
box.addEventListener("input", () => { exact = false; fetchIndex(); show(); });
box.form.addEventListener("submit", event => {
  event.preventDefault();
  history.replaceState(null, "", search(box.value));
  show();
  if (box.value.trim()) answers.focus();
});
const wanted = new URLSearchParams(location.search);
if (wanted.get("q")) box.value = wanted.get("q"), exact = wanted.has("exact"), fetchIndex(), show();
