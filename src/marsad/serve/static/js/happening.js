// What happened where and when, narrowed to a stretch of time: the state that map, timeline and list share.
// It stands in the address of the page (since, until), in its form, and in links that carry it.
import { asked } from "./asking.js";

const DAY = 86_400_000; // milliseconds
const SETTLED = 250; // milliseconds after which a stretch is taken as chosen

export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? Math.round(Date.parse(text) / DAY) : null);

const overlaps = (first, last, since, until) =>
  first !== null && last !== null && (since === null || last >= since) && (until === null || first <= until);

/** Whether the days of some report of an event may lie in a stretch. */
const within = ([first, last, , others = []], since, until) =>
  overlaps(first, last, since, until)
  || others.some((day, n) => n % 2 === 0 && overlaps(day, others[n + 1], since, until));

/** The events of a page, `{spots, events}` as the server gives them, and the stretch that is looked at. */
export class Happening extends EventTarget {
  static async of(address) {
    return new Happening(await asked(address));
  }

  constructor({ spots, events }) {
    super();
    this.spots = spots;
    this.events = events;
    const query = new URLSearchParams(location.search);
    this.since = dayOf(query.get("since"));
    this.until = dayOf(query.get("until"));
  }

  /** Looks at the days from `since` to `until`; null leaves an end open. "narrowed" is told at once, "settled" later. */
  narrow(since, until) {
    this.since = since;
    this.until = until;
    this.dispatchEvent(new Event("narrowed"));
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.#address();
      this.dispatchEvent(new Event("settled"));
    }, SETTLED);
  }

  /** How many events the stretch may hold: of each spot, and of all. As the server filters: what has no date is in
      only where no end is set. */
  counts() {
    const { since, until } = this;
    const at = new Array(this.spots.length).fill(0);
    let all = 0;
    for (const event of this.events) {
      if ((since !== null || until !== null) && !within(event, since, until)) continue;
      all += 1;
      for (const n of event[2] ?? []) at[n] += 1;
    }
    return { at, all };
  }

  /** An address with the stretch in its query. */
  carried(address) {
    const url = new URL(address, location.href);
    for (const [name, day] of [["since", this.since], ["until", this.until]]) {
      if (day === null) url.searchParams.delete(name);
      else url.searchParams.set(name, iso(day));
    }
    return url.pathname + url.search + url.hash;
  }

  #address() {
    history.replaceState(null, "", this.carried(location.href));
    for (const link of document.querySelectorAll("a[data-carry], .switches a[hreflang]")) {
      link.href = this.carried(link.href);
    }
    for (const [name, day] of [["since", this.since], ["until", this.until]]) {
      const field = document.querySelector(`.filters [name=${name}]`);
      if (field) field.value = day === null ? "" : iso(day);
    }
  }
}
