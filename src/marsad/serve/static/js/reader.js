// The reader: words and entries lead to each other, and a person decides on what was read, by hand or keyboard.
import { say, sent } from "./asking.js";

const reading = document.getElementById("reading");
const article = document.getElementById("article");
const entries = document.getElementById("entries");
const dialog = document.getElementById("adding");
const marking = document.getElementById("marking");

/** The entry that is open, and the ids of the items that a decision is about. */
let open = null;
let chosen = [];

const entryId = (entry) => entry.id.replace("d1-", "");
const itemsOf = (entry) => entry.querySelector(":scope > .head .review")?.dataset.items.split(" ") ?? [];
const all = () => [...entries.querySelectorAll(".entry")].filter((e) => itemsOf(e).length && e.checkVisibility());
const entryOf = (item) => [...entries.querySelectorAll(".entry")].find((e) => itemsOf(e).includes(item));

const light = () => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!open) return;
  open.classList.add("lit");
  for (const words of article.querySelectorAll("[data-items]")) {
    if (words.dataset.items.split(" ").some((item) => chosen.includes(item))) words.classList.add("lit");
  }
};

/** Opens an entry. `item` where one mention of it is meant, else all of them; `scroll` what should come into view. */
const choose = async (entry, item = null, scroll = "both") => {
  const items = itemsOf(entry);
  if (!items.length) return;
  if (open !== entry) {
    open?.querySelector(":scope > .item")?.remove();
    open?.removeAttribute("aria-current");
  }
  open = entry;
  chosen = item ? [item] : items;
  entry.setAttribute("aria-current", "true");
  light();
  if (scroll !== "words") entry.focus({ preventScroll: true });
  if (scroll !== "entry") article.querySelector(".m.lit")?.scrollIntoView({ block: "nearest" });
  const response = await fetch(reading.dataset.items + encodeURIComponent(chosen[0]));
  if (open !== entry) return;
  const held = document.createElement("template");
  held.innerHTML = await response.text();
  entry.querySelector(":scope > .item")?.remove();
  const part = held.content.querySelector(".item");
  if (part) entry.append(part);
  entry.scrollIntoView({ block: "nearest" });
};

const close = () => {
  open?.querySelector(":scope > .item")?.remove();
  open?.removeAttribute("aria-current");
  open = null;
  chosen = [];
  light();
};

/** The article and its entries as they are now; what was open stays open. */
const refresh = async (item) => {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  for (const id of ["article", "entries"]) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  }
  const was = chosen;
  open = null;
  const entry = entryOf(item ?? was[0] ?? "");
  if (entry) await choose(entry, item || was.length === 1 ? (item ?? was[0]) : null, "entry");
};

const decide = async (values) => {
  try {
    const told = await sent(reading.dataset.review, values);
    await refresh(told.item);
    say(told.said);
  } catch (error) {
    say(error.message);
  }
};

const form = (name) => {
  if (!open) return;
  const shown = open.querySelector(`.${name}`);
  for (const other of open.querySelectorAll(".item form")) other.hidden = other !== shown;
  for (const button of open.querySelectorAll("[aria-expanded]")) {
    button.setAttribute("aria-expanded", String(button.dataset.act === (name === "correcting" ? "correct" : "comment")));
  }
  shown?.querySelector("select, textarea")?.focus();
};

const act = (action) => {
  if (action === "undo") return decide({ action });
  if (!chosen.length) return say(document.getElementById("keys").textContent.trim());
  if (action === "correct") return form("correcting");
  if (action === "comment") return form("commenting");
  return decide({ action, items: chosen });
};

const step = (by) => {
  const shown = all();
  const at = open ? shown.indexOf(open) : by > 0 ? -1 : shown.length;
  const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (next) choose(next);
};

/** The value of the control of a field, as in the record's JSON. */
const valueOf = (control) => {
  const number = (input) => (input.value === "" ? null : Number(input.value));
  switch (control.dataset.kind) {
    case "choice": return JSON.parse(control.querySelector("select").value);
    case "several": return [...control.querySelector("select").selectedOptions].map((o) => JSON.parse(o.value));
    case "flag": return control.querySelector("input").checked;
    case "number": return number(control.querySelector("input"));
    case "count": {
      const [min, max] = ["min", "max"].map((bound) => number(control.querySelector(`[data-bound=${bound}]`)));
      return min === null && max === null ? null : { min, max };
    }
    default: return control.querySelector("input").value.trim() || null;
  }
};

entries.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  const entry = event.target.closest(".entry");
  if (button?.dataset.act) return act(button.dataset.act);
  if (button?.dataset.undo) return decide({ action: "undo", entry: Number(button.dataset.undo) });
  if (button?.dataset.close !== undefined) {
    button.closest("form").hidden = true;
    return entry.focus();
  }
  if (button?.dataset.instead) {
    const item = chosen.slice(0, 1);
    for (const [field, value] of Object.entries(JSON.parse(button.dataset.instead))) {
      await sent(reading.dataset.review, { action: "correct", items: item, field, value }).catch((e) => say(e.message));
    }
    return refresh();
  }
  const link = event.target.closest("a[href^='#']");
  if (link) {
    const item = link.hash.replace("#d1-at-", "").replace("#d1-", "");
    const led = entryOf(item);
    if (led) {
      event.preventDefault();
      return choose(led, link.hash.startsWith("#d1-at-") ? item : null);
    }
  }
  if (entry && !event.target.closest(".item, summary") && String(getSelection()) === "") choose(entry, null, "both");
});

entries.addEventListener("change", (event) => {
  if (event.target.name !== "field") return;
  const correcting = event.target.closest("form");
  for (const control of correcting.querySelectorAll(".control")) {
    control.hidden = control.dataset.field !== event.target.value;
  }
});

entries.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = event.target;
  const comment = given.elements.comment.value;
  if (given.matches(".commenting")) return decide({ action: "comment", items: chosen, comment });
  const control = given.querySelector(".control:not([hidden])");
  return decide({ action: "correct", items: chosen, field: control.dataset.field, value: valueOf(control), comment });
});

// Words that several items share: a second click goes on to the next of them.
article.addEventListener("click", (event) => {
  const words = event.target.closest("[data-items]");
  if (!words) return;
  const shared = words.dataset.items.split(" ").filter((item) => entryOf(item)?.checkVisibility());
  if (!shared.length) return;
  event.preventDefault();
  const at = chosen.length === 1 ? shared.indexOf(chosen[0]) : -1;
  const owner = (words.hash ?? "").replace("#d1-", "");
  const first = shared.find((item) => entryOf(item)?.id === `d1-${owner}`) ?? shared[0];
  const item = at < 0 ? first : shared[(at + 1) % shared.length];
  choose(entryOf(item), item, "words");
});

document.querySelector(".layers").addEventListener("change", (event) => {
  const layer = event.target.dataset.layer;
  if (layer) reading.classList.toggle(`without-${layer}`, !event.target.checked);
});

// Where words are marked in the article, what was missed there can be added.
const place = (node, offset) => {
  const sentence = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".s[id]");
  if (!sentence || !article.contains(sentence)) return null;
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(node, offset);
  const held = before.cloneContents();
  for (const sign of held.querySelectorAll(".also")) sign.remove();
  // Characters are counted as code points, as offsets into the text are.
  return [Number(sentence.id.replace("d1-sentence-", "")) - 1, [...held.textContent].length];
};

const marked = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !String(selection).trim()) return null;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start && end ? { start, end, words: String(selection).trim() } : null;
};

let adding = null;
document.addEventListener("selectionchange", () => {
  if (!dialog.open) marking.hidden = !marked();
});

const typeOf = () => dialog.querySelector(`[data-types="${dialog.querySelector("[name=layer]").value}"]`);
const TYPE_FIELDS = { events: "type", reasons: "category", statements: "kind", places: "kind", actors: "type", times: "edtf" };

const add = () => {
  adding = marked();
  if (!adding) return;
  document.getElementById("adding-words").textContent = adding.words;
  dialog.showModal();
};
// Pressing the button must not take the marking away.
marking.addEventListener("pointerdown", (event) => event.preventDefault());
marking.addEventListener("click", add);

dialog.addEventListener("change", (event) => {
  if (event.target.name !== "layer") return;
  for (const types of dialog.querySelectorAll("[data-types]")) types.hidden = types !== typeOf();
});

dialog.addEventListener("close", () => {
  marking.hidden = true;
  if (dialog.returnValue !== "add" || !adding) return;
  const layer = dialog.querySelector("[name=layer]").value;
  const given = typeOf()?.querySelector("select, input").value;
  const fields = TYPE_FIELDS[layer] && given ? { [TYPE_FIELDS[layer]]: given } : {};
  const { start, end } = adding;
  decide({ action: "add", layer, fields, start, end, comment: dialog.querySelector("[name=comment]").value });
});

// Keys are where they are on the keyboard, whatever letters its layout writes there.
const KEYS = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyA: () => act("accept"),
  KeyR: () => act("reject"),
  KeyE: () => act("correct"),
  KeyC: () => act("comment"),
  KeyU: () => act("undo"),
  KeyN: add,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || dialog.open) return;
  if (event.code === "Escape" && open) {
    const shown = open.querySelector(".item form:not([hidden])");
    if (shown) {
      shown.hidden = true;
      return open.focus();
    }
    return close();
  }
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  const entry = event.target.closest(".entry");
  if (event.code === "Enter" && entry === event.target) return choose(entry);
  const act = KEYS[event.code];
  if (!act) return;
  event.preventDefault();
  act();
});

// An address that names an item or a sentence.
const follow = () => {
  const name = decodeURIComponent(location.hash.slice(1));
  const item = name.replace("d1-at-", "").replace("d1-", "");
  const entry = name && entryOf(item);
  if (entry) choose(entry, name.startsWith("d1-at-") ? item : null);
  else document.getElementById(name)?.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", follow);
follow();
