// The parts of the site that need a script: the light, the search, the filters, a film
// for tonight. Nothing here asks a server for anything; the index is a script as well,
// because a page that was opened from disk may not fetch.
(() => {
  "use strict";
  const root = document.documentElement;
  const top = document.currentScript.src.replace(/site\.js.*$/, "");
  const korean = root.lang === "ko";
  const home = korean ? `${top}ko/` : top;
  const say = korean
    ? { search: "검색", hint: "제목, 이름, ㄱㅅㅊ", none: "찾은 것이 없습니다", light: "어둡게 또는 밝게", found: (n) => `영화 ${n}편`, all: "모두 보기", minutes: (n) => `${n}분`, director: "감독", collection: "모음", film: "" }
    : { search: "Search", hint: "Title, name or ㄱㅅㅊ", none: "Nothing found", light: "Dark or light", found: (n) => (n === 1 ? "1 film" : `${n} films`), all: "Show all", minutes: (n) => `${n} min`, director: "Director", collection: "Collection", film: "" };

  // The light, before anything is drawn -------------------------------------------------

  const store = (value) => {
    try {
      if (value) localStorage.setItem("light", value);
      return localStorage.getItem("light");
    } catch {
      return null; // storage is closed to this page
    }
  };
  const saved = store();
  if (saved) root.dataset.theme = saved;

  function turn() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    store(root.dataset.theme);
  }

  // Small tools -------------------------------------------------------------------------

  function make(tag, values = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) if (value !== null) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  // The index, when it is first needed --------------------------------------------------

  let loading = null;
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: `${top}index.js` });
      script.onload = () => resolve(prepared(window.KCINEMA));
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  function prepared(data) {
    const films = data.films.map(([id, en, ko, others, year, minutes, by, genres, themes, sections, spoken, script, logline]) => ({
      kind: "film", id, en, ko, others, year, minutes, by, script, logline,
      genres: genres.map((n) => data.genres[n]),
      themes: themes.map((n) => data.themes[n]),
      sections: sections.map((n) => data.sections[n]),
      spoken: spoken.map((n) => data.spoken[n]),
    }));
    const plain = (kind) => ([id, en, ko, others, size]) => ({ kind, id, en, ko, others, size });
    const directors = data.directors.map(plain("director"));
    const collections = data.collections.map(plain("collection"));
    for (const film of films) film.by = film.by.map((n) => directors[n]);
    const items = [...films, ...directors, ...collections];
    const names = items.flatMap((item) =>
      [item.en, item.ko, ...item.others].filter(Boolean).map((text, n) => named(item, text, n < 2)),
    );
    return { films, names };
  }

  // Names as they are compared: the keys of Hangul, Latin without case and accents ------

  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
  const PARTS = { ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ", ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };
  const LAYOUT = Object.fromEntries([..."qwertyuiopasdfghjklzxcvbnmQWERTOP"].map((key, n) => [key, [..."ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"][n]]));

  const KEY_OF = Object.fromEntries(Object.entries(LAYOUT).map(([key, letter]) => [letter, key]));

  const syllable = (character) => {
    const code = character.charCodeAt(0) - 0xac00;
    return code >= 0 && code < 11172 ? code : -1;
  };
  const keys = (text) =>
    [...text].map((character) => {
      const code = syllable(character);
      if (code < 0) return PARTS[character] ?? character;
      const letters = [INITIALS[Math.floor(code / 588)], VOWELS[Math.floor((code % 588) / 28)], FINALS[code % 28]];
      return letters.map((letter) => PARTS[letter] ?? letter).join("");
    }).join("");
  const initials = (text) =>
    [...text].map((character) => {
      const code = syllable(character);
      if (code >= 0) return INITIALS[Math.floor(code / 588)];
      return VOWELS.includes(character) ? character : PARTS[character] ?? character;
    }).join("");
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase().replace(/['’‘`]/g, "");
  function words(text) {
    const found = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return found.length > 1 && ["the", "a", "an"].includes(found[0]) ? found.slice(1) : found;
  }
  function named(item, text, main) {
    const parts = words(text);
    const compact = parts.join("");
    return { item, text, main, compact, words: parts.map(keys), letters: keys(compact), initials: initials(compact) };
  }

  // How many typing errors lie between two texts, up to a limit; two letters that were
  // swapped are one.
  function errors(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }
  const tolerated = (size) => (size < 4 ? 0 : size < 5 ? 1 : size < 14 ? 2 : 3);

  // A text as if it had been typed on the other keyboard layout.
  function elsewhere(text) {
    if (text.length < 3) return "";
    if (/^[a-z]+$/i.test(text)) return keys([...text].map((key) => LAYOUT[key] ?? LAYOUT[key.toLowerCase()]).join(""));
    return /^[ㄱ-ㅣ가-힣]+$/.test(text) ? [...keys(text)].map((letter) => KEY_OF[letter].toLowerCase()).join("") : "";
  }

  // An initial stands for each syllable that begins with it, a syllable for itself and
  // what it may become.
  function begins(pattern, text) {
    const marks = [...pattern].map((one) => one), letters = [...text];
    return marks.length <= letters.length && marks.every((mark, n) => {
      const whole = keys(letters[n]);
      return INITIALS.includes(mark) ? whole[0] === mark : whole.startsWith(keys(mark));
    });
  }

  // What matches a text, best first.
  function search({ names }, text) {
    const best = new Map();
    const note = (name, score) => {
      const sure = score - (name.main ? 0 : 0.01);
      if (sure > (best.get(name.item) ?? 0)) best.set(name.item, sure);
    };
    const asked = words(text);
    const year = asked.length > 1 ? asked.map(Number).find((n) => n > 1887 && n < 2201) : undefined;
    const title = year ? asked.filter((word) => word !== String(year)) : asked;
    const compact = title.join("");
    const wanted = keys(compact);
    if (!wanted) return [];
    const byKeys = elsewhere(text.replace(/\s/g, ""));
    const pattern = initials(compact) === compact || [...compact].some((c) => INITIALS.includes(c)) ? [...compact].map((c) => (INITIALS.includes(c) || syllable(c) >= 0 ? c : PARTS[c] ?? c)).join("") : "";
    const short = pattern && initials(pattern);
    const parts = title.map(keys);
    for (const name of names) {
      if (name.letters === wanted) note(name, 1);
      else if (name.letters.startsWith(wanted)) note(name, 0.72 + 0.2 * wanted.length / name.letters.length);
      if (byKeys && name.letters.startsWith(byKeys)) note(name, 0.68 + 0.27 * byKeys.length / name.letters.length);
      if (short && /[ㄱ-ㅎ]/.test(pattern)) {
        const at = name.initials.indexOf(short);
        if (at === 0 && begins(pattern, name.compact)) note(name, 0.7 + 0.25 * short.length / name.initials.length);
        else if (at > 0 && begins(pattern, [...name.compact].slice(at).join(""))) note(name, 0.5 + 0.2 * short.length / name.initials.length);
      }
      if (parts.length > 1 || name.words.length > 1) {
        const last = parts.length - 1;
        const own = [...name.words, ...(name.item.by ?? []).flatMap((one) => [...words(one.en), ...words(one.ko)].map(keys))];
        if (parts.every((part, n) => own.some((word) => word === part || (n === last && part.length > 1 && word.startsWith(part))))) {
          note(name, 0.6 + 0.3 * Math.min(1, wanted.length / name.letters.length));
        }
      }
      if (wanted.length > 3 && name.letters.includes(wanted)) note(name, 0.4 + 0.25 * wanted.length / name.letters.length);
    }
    if (Math.max(0, ...best.values()) < 0.9) {
      const limit = tolerated(wanted.length);
      if (limit) for (const name of names) {
        const whole = errors(wanted, name.letters, limit);
        if (whole <= limit) note(name, 0.92 - 1.6 * whole / Math.max(wanted.length, name.letters.length));
        else if (wanted.length > 5) {
          const begun = errors(wanted, name.letters.slice(0, wanted.length), limit - 1);
          if (begun < limit) note(name, 0.7 - 1.6 * begun / wanted.length);
        }
      }
    }
    if (year) for (const [item, score] of best) if (item.year) best.set(item, Math.abs(item.year - year) < 2 ? score + (1 - score) * 0.6 : score * 0.75);
    return [...best].filter(([, score]) => score >= 0.3).sort((a, b) => b[1] - a[1] || (b[0].size ?? 0) - (a[0].size ?? 0)).map(([item]) => item);
  }

  // How items are shown -----------------------------------------------------------------

  const address = (item) => `${home}${item.kind}/${item.id}.html`;
  const first = (item) => (korean && item.ko ? [item.ko, "ko"] : [item.en, "en"]);
  const second = (item) => (korean ? [item.en, "en"] : [item.ko, "ko"]);
  function titles(item) {
    const [[text, lang], [other, tongue]] = [first(item), second(item)];
    const nodes = [make("span", { lang }, text)];
    return [nodes[0], ...(other && other !== text ? [" ", make("span", { lang: tongue }, other)] : [])];
  }
  function card(film) {
    const [text, lang] = first(film);
    const [, ...rest] = titles(film);
    const poster = make("img", { src: `${top}poster/${film.id}.svg`, alt: "", loading: "lazy" });
    return make("li", {}, make("a", { href: address(film), lang }, poster, text), ...rest, ` ${film.year}`);
  }

  // The search in the header ------------------------------------------------------------

  function finder() {
    const input = make("input", { type: "search", placeholder: say.hint, "aria-label": say.search, autocomplete: "off", spellcheck: "false" });
    const list = make("ul", { hidden: "", "aria-label": say.search });
    const form = make("form", { class: "find", role: "search", "aria-label": say.search, action: `${home}browse.html` }, input, list);
    const close = () => { list.hidden = true; };
    const show = async () => {
      const text = input.value.trim();
      if (!text) return close();
      const data = await load();
      if (text !== input.value.trim()) return undefined; // typed on meanwhile
      const hits = search(data, text).slice(0, 8);
      list.replaceChildren(...hits.map((item) => {
        const about = item.kind === "film" ? String(item.year) : say[item.kind];
        return make("li", {}, make("a", { href: address(item) }, ...titles(item), " ", make("small", {}, about)));
      }));
      if (!hits.length) list.append(make("li", {}, make("span", {}, say.none)));
      list.hidden = false;
      return undefined;
    };
    input.addEventListener("focus", load, { once: true });
    input.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = `${home}browse.html#q=${encodeURIComponent(input.value.trim())}`;
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    form.addEventListener("keydown", (event) => {
      const links = [input, ...list.querySelectorAll("a")];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") { close(); input.focus(); }
      if (step && !list.hidden) {
        event.preventDefault();
        links[Math.min(Math.max(links.indexOf(document.activeElement) + step, 0), links.length - 1)].focus();
      }
    });
    return form;
  }

  function light() {
    const button = make("button", { class: "light", type: "button", "aria-label": say.light, title: say.light });
    button.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="currentColor" d="M10 2a8 8 0 0 1 0 16z"/></svg>';
    button.addEventListener("click", turn);
    return button;
  }

  // The page on which films are found ---------------------------------------------------

  const BATCH = 48;
  function browse(form) {
    const [results, count, more, others] = ["results", "count", "more", "others"].map((id) => document.getElementById(id));
    let found = [];
    const values = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    const grow = () => {
      const shown = results.children.length;
      results.append(...found.slice(shown, shown + BATCH).map(card));
      more.hidden = results.children.length >= found.length;
    };
    const show = async () => {
      const data = await load();
      const { q, section, genre, theme, from, to, spoken, script, sort } = values();
      const hits = q ? search(data, q) : data.films;
      found = hits.filter((film) =>
        film.kind === "film" &&
        (!section || film.sections.includes(section)) &&
        (!genre || film.genres.includes(genre)) &&
        (!theme || film.themes.includes(theme)) &&
        (!from || film.year >= Number(from)) &&
        (!to || film.year < Number(to) + 10) &&
        (!spoken || film.spoken.includes(spoken)) &&
        (!script || film.script === script));
      if (!q && sort === "new") found.reverse();
      if (!q && sort === "title") found.sort((a, b) => first(a)[0].localeCompare(first(b)[0], root.lang));
      results.replaceChildren();
      grow();
      count.textContent = found.length ? say.found(found.length) : say.none;
      const people = q ? hits.filter((item) => item.kind !== "film").slice(0, 5) : [];
      others.replaceChildren(...people.map((item) => make("p", {}, `${say[item.kind]}: `, make("a", { href: address(item) }, ...titles(item)))));
    };
    const keep = () => {
      const given = values();
      if (given.sort === "year") delete given.sort;
      history.replaceState(null, "", `#${new URLSearchParams(given)}`);
    };
    const read = () => {
      const given = new URLSearchParams(location.hash.slice(1));
      for (const field of form.elements) if (field.name) field.value = given.get(field.name) ?? (field.name === "sort" ? "year" : "");
      show();
    };
    form.addEventListener("input", () => { keep(); show(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { keep(); show(); }));
    more.addEventListener("click", grow);
    addEventListener("hashchange", read);
    read();
  }

  // A film for tonight ------------------------------------------------------------------

  function tonight(form) {
    const drawn = form.querySelector(".drawn");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { films } = await load();
      const { genre, length, section } = Object.fromEntries(new FormData(form));
      const fit = films.filter((film) =>
        (!genre || film.genres.includes(genre)) &&
        (!length || (film.minutes && film.minutes <= Number(length))) &&
        (!section || film.sections.includes(section)));
      const film = fit[Math.floor(Math.random() * fit.length)];
      if (!film) return drawn.replaceChildren(make("p", {}, say.none));
      const by = film.by.map((one) => first(one)[0]).join(", ");
      const facts = [film.year, by, film.minutes ? say.minutes(film.minutes) : ""].filter(Boolean).join(" · ");
      const link = make("a", { href: address(film) }, ...titles(film));
      return drawn.replaceChildren(
        make("img", { src: `${top}poster/${film.id}.svg`, alt: "" }),
        make("div", {}, make("h3", {}, link), make("p", {}, make("small", {}, facts)), make("p", { lang: "en" }, film.logline)));
    });
  }

  // For the console, and for programs in the page.
  window.kcinema = { search: async (text) => search(await load(), text) };

  document.addEventListener("DOMContentLoaded", () => {
    document.head.append(make("link", { rel: "icon", href: `${top}icon.svg` }));
    document.querySelector("body > header").append(finder(), light());
    for (const node of document.querySelectorAll(".js")) node.hidden = false;
    for (const node of document.querySelectorAll(".nojs")) node.remove();
    const filters = document.getElementById("filters");
    if (filters) browse(filters);
    const form = document.querySelector(".tonight form");
    if (form) tonight(form);
  });
})();
