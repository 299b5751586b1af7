// The palette: a dialog over the page at /palette/, which works by itself. The combobox pattern of the ARIA practices:
// the focus stays in the field, the arrows walk along the entries, Enter goes.

const link = document.querySelector("[data-opens-palette]");
const PATIENCE = 80; // milliseconds of quiet before what was typed is asked
let dialog, field, list, waiting, asking;

async function fetched(as, q) {
  asking?.abort();
  asking = new AbortController();
  const address = new URL(link.href);
  address.search = new URLSearchParams({ as, q, at: location.pathname });
  const response = await fetch(address, { signal: asking.signal, headers: { "X-Requested-With": "palette" } });
  if (!response.ok || response.redirected) throw new Error(response.status); // signed out meanwhile: the page says so
  return response.text();
}

const options = () => [...list.querySelectorAll("a")];
const chosen = () => list.querySelector("a[aria-selected=true]");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option.id);
}

function dress() {
  for (const plain of list.querySelectorAll("ul, li, h2")) plain.setAttribute("role", "none");
  options().forEach((option, number) => {
    option.setAttribute("role", "option");
    option.id = `palette-option-${number}`;
    option.tabIndex = -1;
    option.setAttribute("aria-selected", "false");
  });
  list.setAttribute("role", options().length ? "listbox" : "none"); // a list box without an option is none
  choose(options()[0]);
}

async function ask() {
  try {
    list.innerHTML = await fetched("entries", field.value);
    dress();
  } catch (error) {
    if (error.name !== "AbortError") location.assign(link.href);
  }
}

function walk(event) {
  const all = options();
  const here = all.indexOf(chosen());
  const steps = { ArrowDown: here + 1, ArrowUp: here - 1 };
  if (event.key === "Enter") {
    event.preventDefault();
    clearTimeout(waiting);
    chosen()?.click();
  } else if (all.length && event.key in steps) {
    event.preventDefault();
    choose(all.at(steps[event.key] % all.length));
  }
}

async function open() {
  if (dialog?.open) return;
  dialog?.remove();
  const frame = document.createElement("template");
  frame.innerHTML = await fetched("dialog", "");
  dialog = frame.content.firstElementChild;
  document.body.append(dialog);
  field = dialog.querySelector("input");
  list = dialog.querySelector(".palette-list");
  dress();
  field.addEventListener("keydown", walk);
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PATIENCE);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  field.focus();
}

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab was wanted
  event.preventDefault();
  open().catch(() => location.assign(link.href));
});
