// Map and timeline: the brush narrows what the page draws, and the list of events below.
import { Brush } from "./brush.js";
import { Happening } from "./happening.js";

const page = document.querySelector("[data-happening]");
const list = document.getElementById("list");
const drawn = document.querySelector("svg.map");
const holder = document.getElementById("webmap");

/** The map that needs no WebGL: circles grow and go with the stretch. */
const redrawn = ({ at }, spots) => {
  const unit = Number(drawn.dataset.unit);
  const most = Math.max(...at, 1);
  for (const link of drawn.querySelectorAll("[data-spot]")) {
    const spot = spots.findIndex(({ id }) => id === link.dataset.spot);
    const circle = link.querySelector("circle");
    link.toggleAttribute("hidden", !at[spot]);
    circle.setAttribute("r", unit * (4 + 22 * Math.sqrt(at[spot] / most)));
    circle.querySelector("title").textContent = `${link.dataset.name}: ${at[spot]}`;
    link.setAttribute("aria-label", circle.querySelector("title").textContent);
  }
};

const listed = async (happening) => {
  const answer = await fetch(happening.carried(list.dataset.list));
  if (answer.ok) list.innerHTML = await answer.text();
};

if (page) {
  const happening = await Happening.of(page.dataset.happening);
  new Brush(document.querySelector(".brush"), happening);
  happening.addEventListener("settled", () => listed(happening));
  listed(happening);
  if (drawn) happening.addEventListener("narrowed", () => redrawn(happening.counts(), happening.spots));
  const able = holder && document.createElement("canvas").getContext("webgl2");
  if (able) {
    const { webmap } = await import("./webmap.js");
    await webmap(holder, happening);
    holder.hidden = false;
    drawn.remove();
  }
  page.dataset.ready = "";
}
