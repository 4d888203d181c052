// What every page has: the theme switch, and forms that keep its address.
const root = document.documentElement;

document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

// A form that keeps the page's address under a name.
for (const form of document.querySelectorAll("form[data-save]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { say, sent } = await import("./asking.js");
    try {
      await sent(form.dataset.save, { name: form.elements.name.value, address: location.pathname + location.search });
      form.closest("details").open = false;
      say(form.dataset.saved);
    } catch (error) {
      say(error.message);
    }
  });
}
