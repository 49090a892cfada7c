"use strict";
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-claim]");
  if (row) { choose(row); return; }
  const mark = event.target.closest("[data-claims]");
  if (mark) choose(document.getElementById(mark.dataset.claims.split(" ")[0]));
});
function choose(row) {
  const again = row.classList.contains("lit");
  for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
  for (const button of document.querySelectorAll("tr button")) button.setAttribute("aria-pressed", "false");
  if (again) return;
  row.classList.add("lit");
  row.querySelector("button").setAttribute("aria-pressed", "true");
  const name = row.dataset.claim;
  let first = null;
  for (const mark of document.querySelectorAll("[data-claims]")) {
    if (!mark.dataset.claims.split(" ").includes(name)) continue;
    mark.classList.add("lit");
    first = first || mark;
  }
  if (first) first.scrollIntoView({ block: "nearest" });
}
