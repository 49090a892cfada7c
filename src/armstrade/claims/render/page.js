"use strict";
document.addEventListener("click", (event) => {
  const holder = event.target.closest("[data-claim]");
  if (holder) { choose(holder); return; }
  const mark = event.target.closest("[data-claims]");
  if (mark) choose(holderOf(mark.dataset.claims.split(" ")[0]));
});
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const buttons = [...document.querySelectorAll("[data-claim] button")];
  const place = buttons.indexOf(document.activeElement);
  if (!step || place < 0 || !buttons[place + step]) return;
  event.preventDefault();
  buttons[place + step].focus();
});
function holderOf(name) {
  return [...document.querySelectorAll("[data-claim]")].find((one) => one.dataset.claim === name);
}
function choose(holder) {
  const again = holder.classList.contains("lit");
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  for (const button of document.querySelectorAll("[data-claim] button")) button.setAttribute("aria-pressed", "false");
  if (again) return;
  holder.classList.add("lit");
  holder.querySelector("button").setAttribute("aria-pressed", "true");
  const name = holder.dataset.claim;
  let first = null;
  for (const mark of document.querySelectorAll("[data-claims]")) {
    if (!mark.dataset.claims.split(" ").includes(name)) continue;
    mark.classList.add("lit");
    first = first || mark;
  }
  if (first) first.scrollIntoView({ block: "nearest" });
}
