"use strict";
// Without this script every link still leads where it says. With it, all words of an entry light up together, and a
// second click on words that several entries share goes on to the next of them.
(() => {
  const lit = (entry, on) => {
    const words = `[data-of~="${CSS.escape(entry)}"]`;
    for (const element of document.querySelectorAll(words)) element.classList.toggle("lit", on);
    document.getElementById(entry)?.classList.toggle("lit", on);
  };
  const entryOf = (element) => {
    if (!element) return null;
    if (element.matches(".entry")) return element.id;
    const words = element.matches(".at") ? element.nextElementSibling : element;
    const id = element.id.replace("-at-", "-");
    const shared = words?.dataset.of?.split(" ") ?? [];
    return shared.includes(id) ? id : shared[0] ?? null;
  };
  let kept = null;
  const follow = () => {
    if (kept) lit(kept, false);
    kept = entryOf(document.getElementById(decodeURIComponent(location.hash.slice(1))));
    if (kept) lit(kept, true);
  };
  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("click", (event) => {
    const words = event.target.closest?.("a.m");
    const shared = words?.dataset.of.split(" ") ?? [];
    const at = shared.indexOf(location.hash.slice(1));
    if (at < 0 || shared.length < 2) return;
    event.preventDefault();
    location.hash = shared[(at + 1) % shared.length];
  });
})();
