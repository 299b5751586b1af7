// The form of an act: what is typed is saved every few seconds, fields that name dossiers suggest them.
// Without script there are a button that saves and a question that asks which one was meant.

const form = document.querySelector("[data-acting]");
const EVERY = 4000;

if (form) {
  const saved = form.querySelector("[data-saved]");
  let changed = false;
  let waiting = null;
  let wait = EVERY;
  let underWay = null;

  const later = (after) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, after);
  };

  const say = (text) => {
    if (saved && saved.textContent !== text) saved.textContent = text;
  };

  async function save() {
    if (!changed) return;
    changed = false;
    const typed = new FormData(form);
    for (const name of [...typed.keys()]) if (name.startsWith("files.")) typed.delete(name);
    typed.set("do", "save");
    underWay = new AbortController();
    try {
      const answer = await fetch(form.dataset.saves, { method: "POST", body: typed, headers: { Accept: "application/json" }, redirect: "manual", signal: underWay.signal });
      if (answer.type === "opaqueredirect") {
        say(form.dataset.signedOut);
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      wait = EVERY;
      const moment = new Date(told.saved).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      say([`${form.dataset.savedAt} ${moment}`, ...told.since].join(" · "));
    } catch (failed) {
      if (failed.name === "AbortError") return;
      changed = true; // what was typed stays in the page and is tried again
      wait = Math.min(wait * 2, 60000);
      say(form.dataset.notSaved);
      later(wait);
    }
  }

  form.addEventListener("input", () => {
    changed = true;
    later(wait);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });

  // What is handed in is no draft any more: nothing is saved behind it. Whoever comes back to the page goes on.
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    changed = false;
    underWay?.abort();
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    changed = true;
    later(wait);
  });

  let asked = null;
  form.addEventListener("input", (event) => {
    const field = event.target.closest?.("[data-choose]");
    if (!field || field.value.trim().length < 2 || field.value.endsWith(")")) return;
    clearTimeout(asked);
    asked = setTimeout(async () => {
      const answer = await fetch(`${field.dataset.choose}?q=${encodeURIComponent(field.value)}`).catch(() => null);
      if (answer?.ok) field.list.innerHTML = await answer.text(); // options, escaped by the server
    }, 150);
  });
}

// A table takes what was copied from a spreadsheet: cells go to the right and down from where one stands.
document.addEventListener("paste", (event) => {
  const cell = event.target.closest?.("[data-pastes] td");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!cell || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const controls = (row) => [...row.querySelectorAll("td:not([hidden]) :is(input:not([type=hidden]), select, textarea)")];
  const rows = [...cell.closest("table").querySelectorAll("tbody > tr")];
  const first = rows.indexOf(cell.closest("tr"));
  const column = controls(rows[first]).indexOf(event.target);
  text.trimEnd().split(/\r?\n/).forEach((line, down) => {
    const into = rows[first + down] ? controls(rows[first + down]) : [];
    line.split("\t").forEach((value, right) => put(into[column + right], value.trim()));
  });
  for (const said of ["input", "change"]) event.target.dispatchEvent(new Event(said, { bubbles: true }));
});

function put(control, value) {
  if (!control) return;
  if (control.tagName !== "SELECT") {
    control.value = value;
    return;
  }
  const wanted = value.toLowerCase();
  const found = [...control.options].find((option) => [option.value, option.text.toLowerCase()].includes(wanted));
  if (found) control.value = found.value;
}
