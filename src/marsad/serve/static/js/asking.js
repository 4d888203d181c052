// Requests of the workbench's own scripts. Those that change something prove where they come from.
const csrf = document.querySelector("meta[name=csrf]")?.content ?? "";

const answered = async (response) => {
  const told = await response.text();
  let value = {};
  try {
    value = JSON.parse(told);
  } catch {
    value = { error: told };
  }
  if (!response.ok) throw new Error(value.error ?? response.statusText);
  return value;
};

/** The JSON that an address answers. */
export const asked = async (address) =>
  answered(await fetch(address, { headers: { accept: "application/json" } }));

/** Sends values as JSON; gives what is answered, throws an Error with the message of a refusal. */
export const sent = async (address, values) =>
  answered(await fetch(address, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", "x-csrf-token": csrf },
    body: JSON.stringify(values),
  }));

/** Sends a form with files; `progress` is called with the part that was sent, 0 to 1. */
export const uploaded = (address, form, progress) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("x-csrf-token", csrf);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new Error(document.body.dataset.lost ?? "connection lost"));
    request.onload = () =>
      answered(new Response(request.responseText, { status: request.status })).then(resolve, reject);
    request.send(form);
  });

const READ_IN = 6000; // milliseconds

let saying;
/** Says something to everybody, screen readers too, for as long as it takes to read it. */
export const say = (text) => {
  const line = document.getElementById("said");
  line.textContent = "";
  clearTimeout(saying);
  saying = setTimeout(() => { line.textContent = ""; }, READ_IN);
  requestAnimationFrame(() => { line.textContent = text; });
};
