// Time as columns, with a stretch that is chosen by dragging over them or by two sliders.
// A column's dark part counts events that are surely of its days, its light part those that may be.
import { iso } from "./happening.js";

const EDGES = [0.04, 0.01]; // shares of the events, oldest and newest, that the columns do not stretch for
const STEPS = [["day", 150], ["month", 24 * 31], ["month", 16 * 366], ["year", Infinity]];

const startOf = (day, step) => {
  const text = iso(day);
  return step === "day" ? day : Date.parse(step === "month" ? `${text.slice(0, 7)}-01` : `${text.slice(0, 4)}-01-01`) / 86_400_000;
};
const after = (day, step) => (step === "day" ? day + 1 : startOf(day + (step === "month" ? 32 : 367), step));

export class Brush {
  constructor(root, happening) {
    this.root = root;
    this.happening = happening;
    this.part = (name) => root.querySelector(name);
    this.dated = happening.events.filter((event) => event[0] !== null && event[1] !== null);
    if (!this.dated.length) return;
    root.hidden = false;
    this.#span(...this.#whole());
    this.#listen();
    this.draw();
  }

  /** From when to when nearly all events are. */
  #whole() {
    const firsts = this.dated.map((event) => event[0]).sort((a, b) => a - b);
    const lasts = this.dated.map((event) => event[1]).sort((a, b) => a - b);
    const at = (days, share) => days[Math.min(days.length - 1, Math.floor(days.length * share))];
    const [first, last] = [at(firsts, EDGES[0]), at(lasts, 1 - EDGES[1])];
    return [first, Math.max(last, first)];
  }

  /** Columns from a day to another. */
  #span(first, last) {
    const step = STEPS.find(([, most]) => last - first < most)[0];
    this.starts = [startOf(first, step)];
    while (this.starts.at(-1) <= last) this.starts.push(after(this.starts.at(-1), step));
    const bins = this.starts.length - 1;
    this.sure = new Array(bins).fill(0);
    const change = new Array(bins + 1).fill(0);
    const of = (day) => {
      let low = 0, high = bins - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.starts[middle] <= day) low = middle; else high = middle - 1;
      }
      return low;
    };
    const end = this.starts.at(-1);
    for (const [from, to] of this.dated) {
      if (to < this.starts[0] || from >= end) continue;
      const [one, other] = [of(from), of(to)];
      if (one === other) this.sure[one] += 1;
      else { change[one] += 1; change[other + 1] -= 1; }
    }
    let held = 0;
    this.may = this.sure.map((sure, n) => sure + (held += change[n]));
    for (const slider of this.root.querySelectorAll("[type=range]")) slider.max = bins;
    this.of = of;
  }

  #listen() {
    const chart = this.part("svg");
    const { happening } = this;
    let anchor = null;
    const at = (event) => {
      const box = chart.getBoundingClientRect();
      const n = Math.floor(((event.clientX - box.left) / box.width) * this.sure.length);
      return Math.min(Math.max(n, 0), this.sure.length - 1);
    };
    chart.addEventListener("pointerdown", (event) => {
      anchor = at(event);
      chart.setPointerCapture(event.pointerId);
      this.#choose(anchor, anchor + 1);
    });
    chart.addEventListener("pointermove", (event) => {
      if (anchor !== null) this.#choose(Math.min(anchor, at(event)), Math.max(anchor, at(event)) + 1);
    });
    for (const end of ["pointerup", "pointercancel"]) chart.addEventListener(end, () => { anchor = null; });
    const [from, to] = [this.part(".from"), this.part(".to")];
    from.addEventListener("input", () => this.#choose(Math.min(+from.value, +to.value - 1), +to.value));
    to.addEventListener("input", () => this.#choose(+from.value, Math.max(+to.value, +from.value + 1)));
    this.part("[data-all]").addEventListener("click", () => {
      this.#span(...this.#whole());
      happening.narrow(null, null);
    });
    this.part("[data-closer]").addEventListener("click", () => {
      this.#span(happening.since ?? this.starts[0], happening.until ?? this.starts.at(-1) - 1);
      this.draw();
    });
    happening.addEventListener("narrowed", () => this.draw());
  }

  /** Looks at the columns from `from` up to `to`; the outermost leave their end open. */
  #choose(from, to) {
    this.happening.narrow(
      from <= 0 ? null : this.starts[from], to >= this.sure.length ? null : this.starts[to] - 1,
    );
  }

  draw() {
    const { since, until } = this.happening;
    const bins = this.sure.length;
    const most = Math.max(...this.may, 1);
    const path = (counts) => counts.map((count, n) => (count
      ? `M${(1000 * (n + 0.08)) / bins} 100V${100 - (98 * count) / most}H${(1000 * (n + 0.92)) / bins}V100z` : "")).join("");
    this.part(".may").setAttribute("d", path(this.may));
    this.part(".sure").setAttribute("d", path(this.sure));
    const from = since === null ? 0 : this.of(since);
    const to = until === null ? bins : this.of(until) + 1;
    const shade = this.part(".stretch");
    shade.setAttribute("x", (1000 * from) / bins);
    shade.setAttribute("width", (1000 * (to - from)) / bins);
    const told = [since ?? this.starts[0], until ?? this.starts[bins] - 1].map(iso);
    for (const [name, value, text] of [[".from", from, told[0]], [".to", to, told[1]]]) {
      this.part(name).value = value;
      this.part(name).setAttribute("aria-valuetext", text);
    }
    this.part("[data-told]").textContent = told.join(" – ");
    this.part("[data-count]").textContent = this.happening.counts().all.toLocaleString("en");
    this.part("[data-all]").hidden = since === null && until === null;
    this.part("[data-closer]").hidden = this.part("[data-all]").hidden || bins < 3;
    const axis = [0, Math.floor(bins / 2), bins - 1].map((n) => iso(this.starts[n]).slice(0, 7));
    this.part("[data-axis]").replaceChildren(...axis.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
  }
}
