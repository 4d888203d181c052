// Saved views: renaming and deleting.
import { say, sent } from "./asking.js";

const list = document.getElementById("views");
list?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name } = event.target.dataset;
  const act = event.submitter.value;
  try {
    await sent(list.dataset[act], { name, new: event.target.elements.new.value });
    location.reload();
  } catch (error) {
    say(error.message);
  }
});
