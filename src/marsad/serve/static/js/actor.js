// Another name of an actor: shown what it would change, then added.
import { say, sent } from "./asking.js";

const form = document.getElementById("naming");
const shown = document.getElementById("shown");
const line = (text, kind = "li") => Object.assign(document.createElement(kind), { textContent: text, dir: "auto" });

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = { name: form.elements.name.value, here: form.elements.here.checked };
  try {
    if (event.submitter.value === "add") {
      const { written } = await sent(form.dataset.add, values);
      say(`${form.dataset.added} ${written}`);
      location.reload();
      return;
    }
    const { faults, changes, lines } = await sent(form.dataset.preview, values);
    const links = lines.map(({ document: number, told }) => {
      const link = Object.assign(document.createElement("a"), { href: `${form.dataset.documents}${number}`, textContent: told, dir: "auto" });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    const list = document.createElement("ul");
    list.append(...links);
    shown.replaceChildren(...faults.map((fault) => Object.assign(line(fault, "p"), { className: "fault" })), line(form.dataset.changes.replace("{n}", changes), "p"), list);
    form.querySelector("[value=add]").disabled = faults.length > 0;
  } catch (error) {
    say(error.message);
  }
});
form?.elements.name.addEventListener("input", () => { form.querySelector("[value=add]").disabled = true; });
