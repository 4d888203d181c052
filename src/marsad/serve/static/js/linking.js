// Links the case again when somebody asks for it, and shows the page anew.
import { say, sent } from "./asking.js";

const button = document.querySelector("[data-link]");
button?.addEventListener("click", async () => {
  button.disabled = true;
  say(button.dataset.doing);
  try {
    await sent(button.dataset.link, {});
    location.reload();
  } catch (error) {
    button.disabled = false;
    say(error.message);
  }
});
