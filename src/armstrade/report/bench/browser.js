"use strict";
// Lays out what the page holds as data. Text only ever becomes text nodes and attribute values.
(() => {
  const holder = document.getElementById("data");
  if (!holder) return;
  const data = JSON.parse(holder.textContent);
  const by = (id) => document.getElementById(id);
  const [system, kind, words, count, list, detail] =
    ["system", "kind", "words", "count", "list", "detail"].map(by);
  let cases = [];
  let chosen = -1;

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  const claimOf = (number) => (number === null ? null : data.claims[number]);
  const name = () => data.systems[system.value].name;

  function haystack(one) {
    const texts = [data.documents[one[0]].title, data.documents[one[0]].about, one[1]];
    for (const claim of [claimOf(one[2]), claimOf(one[3])]) {
      if (claim) texts.push(claim.label, claim.rule || "", ...claim.says);
    }
    for (const [piece] of data.documents[one[0]].text) texts.push(piece);
    return texts.join(" ").toLowerCase();
  }

  function refill() {
    const wanted = kind.value;
    const needle = words.value.trim().toLowerCase();
    cases = data.systems[system.value].cases.filter((one) =>
      (wanted === "all" || (wanted === "wrong" ? one[1] !== "right" : one[1] === wanted)) &&
      (!needle || haystack(one).includes(needle)));
    list.replaceChildren(...cases.map((one, place) => {
      const claim = claimOf(one[3] === null ? one[2] : one[3]);
      return el("li", { role: "option", id: `case-${place}`, "aria-selected": "false" },
        el("span", { class: `kind ${one[1]}` }, one[1]), " ", claim.label,
        el("span", { class: "faint" }, ` ${data.documents[one[0]].title}`));
    }));
    count.textContent = `${cases.length} ${cases.length === 1 ? "claim" : "claims"}`;
    chosen = -1;
    list.removeAttribute("aria-activedescendant");
    detail.replaceChildren(el("p", { class: "none" }, "No such claims."));
    if (cases.length) choose(0, false);
  }

  function choose(place, scroll = true) {
    if (place < 0 || place >= cases.length) return;
    const old = list.children[chosen];
    if (old) old.setAttribute("aria-selected", "false");
    chosen = place;
    const item = list.children[place];
    item.setAttribute("aria-selected", "true");
    list.setAttribute("aria-activedescendant", item.id);
    if (scroll) item.scrollIntoView({ block: "nearest" });
    show(cases[place]);
  }

  function show(one) {
    const [place, sort, gold, found, odd] = one;
    const article = data.documents[place];
    const text = el("div", { class: "text", lang: article.language });
    const quote = el("blockquote", { lang: article.language });
    const columns = [["gold", gold], [name(), found]].filter(([, number]) => number !== null);
    const buttons = columns.map(([title, number]) => {
      const button = el("button", { type: "button", "aria-pressed": "false" }, title);
      button.addEventListener("click", () => light(number));
      return [button, number];
    });
    function light(number) {
      for (const [button, own] of buttons) button.setAttribute("aria-pressed", String(own === number));
      text.replaceChildren(...marked(article, number, article.text));
      quote.replaceChildren(...marked(article, number, quoted(article, number)));
    }
    detail.replaceChildren(
      el("h3", {}, el("span", { class: `kind ${sort}` }, sort), " ", article.title),
      el("p", { class: "about" }, article.about),
      el("p", {}, `${sort}: ${data.kinds[sort]}.`),
      quote,
      slots(columns, buttons.map(([button]) => button), odd),
      origin(claimOf(found)),
      text);
    light(found === null ? gold : found);
  }

  function slots(columns, buttons, odd) {
    const claims = columns.map(([, number]) => claimOf(number));
    const rows = data.slots.flatMap((slot, at) => {
      if (!claims.some((claim) => claim.says[at])) return [];
      const differs = odd.includes(at);
      return [el("tr", { class: differs ? "differs" : null }, el("th", { scope: "row" }, slot),
        ...claims.map((claim) => el("td", { class: differs ? "odd" : null }, claim.says[at] || "–")))];
    });
    const head = el("tr", {}, el("td", {}), ...buttons.map((one) => el("th", { scope: "col" }, one)));
    return el("div", { class: "wide" }, el("table", { class: "slots" },
      el("thead", {}, head), el("tbody", {}, ...rows)));
  }

  function origin(claim) {
    if (!claim) return null;
    const facts = [["said by", claim.by], ["rule, model or example", claim.rule],
      ["confidence", claim.confidence], ["voted for by", (claim.votes || []).join(", ")],
      ["options", claim.options]].filter(([, words]) => words);
    const listed = el("dl", {}, ...facts.flatMap(([term, words]) =>
      [el("dt", {}, term), el("dd", {}, words)]));
    return facts.length ? el("div", {}, listed, ballots(claim)) : null;
  }

  function ballots(claim) {
    if (!claim.ballots) return null;
    const rows = claim.ballots.map(([slot, value, voters, taken]) =>
      el("tr", { class: taken ? null : "outvoted" }, el("th", { scope: "row" }, slot),
        el("td", {}, value || "–"), el("td", {}, voters.join(", ")), el("td", {}, taken ? "taken" : "")));
    const head = el("tr", {}, ...["slot", "answer", "given by", ""].map((one) =>
      el(one ? "th" : "td", one ? { scope: "col" } : {}, one)));
    return el("details", {}, el("summary", {}, "Who voted what"), el("div", { class: "wide" },
      el("table", { class: "ballots" }, el("thead", {}, head), el("tbody", {}, ...rows))));
  }

  // The pieces within the evidence, with an ellipsis where some are left out.
  function quoted(article, number) {
    const inside = ([, running]) => running.some((at) =>
      article.marks[at][0] === "evidence" && article.marks[at][2].includes(number));
    return article.text.flatMap((piece, at) => {
      if (!inside(piece)) return [];
      const resumed = article.text.slice(0, at).some(inside) && !inside(article.text[at - 1]);
      return resumed ? [[" … ", []], piece] : [piece];
    });
  }

  function marked(article, number, pieces) {
    const own = article.marks.map(([, , claims]) => claims.includes(number));
    const lanes = [...new Set(article.marks.filter((_, at) => own[at]).map(([, lane]) => lane))]
      .filter((lane) => lane >= 0).sort((a, b) => a - b);
    return pieces.map(([piece, running]) => {
      let node = document.createTextNode(piece);
      for (const at of running.filter((one) => own[one])) {
        const [slot, lane] = article.marks[at];
        node = lane < 0 ? el("span", { class: "evidence" }, node)
          : el("span", { class: `m ${slot} l${Math.min(lanes.indexOf(lane), 9)}`, title: slot }, node);
      }
      return node;
    });
  }

  list.addEventListener("keydown", (event) => {
    const target = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: cases.length - 1,
      PageDown: Math.min(chosen + 10, cases.length - 1), PageUp: Math.max(chosen - 10, 0) }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(target);
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) choose([...list.children].indexOf(item));
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-kind]");
    if (!button) return;
    system.value = String(data.systems.findIndex((one) => one.name === button.dataset.system));
    kind.value = button.dataset.kind;
    words.value = "";
    refill();
    list.focus({ preventScroll: true });
    by("browser").scrollIntoView({ block: "start" });
  });
  system.append(...data.systems.map((one, at) => el("option", { value: at }, one.name)));
  kind.append(el("option", { value: "wrong" }, "all that is wrong"), el("option", { value: "all" }, "all"),
    ...Object.keys(data.kinds).map((one) => el("option", { value: one }, one)));
  system.addEventListener("change", refill);
  kind.addEventListener("change", refill);
  words.addEventListener("input", refill);
  by("browser").hidden = false;
  refill();
})();
