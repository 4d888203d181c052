// Adding documents: files that are dropped or chosen, pasted text; what becomes of them, as it happens.
import { asked, say, uploaded } from "./asking.js";

const form = document.getElementById("add");
const drop = document.getElementById("drop");
const chosen = document.getElementById("chosen");
const progress = document.getElementById("progress");
const meter = document.getElementById("meter");
const state = document.getElementById("state");
const input = form.elements.file;
let files = [];

const line = (text, kind = "li") => {
  const element = document.createElement(kind);
  element.textContent = text;
  element.dir = "auto";
  return element;
};

const take = (more) => {
  files = [...files, ...more];
  chosen.replaceChildren(...files.map((file) => line(`${file.name} · ${(file.size / 1000).toLocaleString("en", { maximumFractionDigits: 0 })} KB`)));
};

input.addEventListener("change", () => {
  take(input.files);
  input.value = "";
});
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  take(event.dataTransfer.files);
});

const follow = async () => {
  progress.hidden = false;
  for (;;) {
    const told = await asked(form.dataset.status);
    document.getElementById("outcome").replaceChildren(...told.counts.map(([kind, text]) => {
      const chip = line(text);
      chip.className = `chip ${kind}`;
      return chip;
    }));
    document.getElementById("faults").replaceChildren(...told.faults.map((fault) => line(fault)));
    if (told.done) {
      meter.value = 1;
      state.replaceChildren(...told.documents.map((address) => {
        const link = line(address.split("/").pop(), "a");
        link.href = address;
        link.className = "chip";
        return link;
      }));
      return;
    }
    state.textContent = form.dataset.reading;
    meter.removeAttribute("value");
    await new Promise((done) => setTimeout(done, 400));
  }
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = new FormData(form);
  values.delete("file");
  for (const file of files) values.append("file", file, file.name);
  if (!files.length && !values.get("text").trim()) return say(form.dataset.nothing);
  if (files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most)) return say(form.dataset.tooLarge);
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  progress.hidden = false;
  try {
    state.textContent = form.dataset.sending;
    await uploaded(form.action, values, (part) => { meter.value = part; });
    files = [];
    take([]);
    form.elements.text.value = "";
    form.elements.title.value = "";
    await follow();
  } catch (error) {
    state.textContent = "";
    say(error.message);
  } finally {
    button.disabled = false;
  }
});

if (progress.dataset.running === "yes") follow();
