// Keys. A link or button with data-key="d", "g w" or "Ctrl+k" is pressed by it; j and k walk along a list's a.go links;
// "/" goes to the search field of the list; "?" tells all keys of the page. Single keys can be switched off (data-keys
// on <html>), as WCAG 2.1.4 asks; keys with Ctrl or Cmd stay.

const PATIENCE = 900; // milliseconds between the two keys of "g w"
let first = "";
let firstAt = 0;

const typing = (element) => element.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const singleKeys = () => document.documentElement.dataset.keys !== "off";
const pressed = (keys) => document.querySelector(`[data-key="${CSS.escape(keys)}"]`);

function press(element) {
  if (element.matches("input, select, textarea")) element.focus();
  else element.click();
}

function walk(step) {
  const rows = [...document.querySelectorAll(".list a.go, .go-list a.go")].filter((row) => row.checkVisibility());
  if (!rows.length) return false;
  const here = rows.indexOf(document.activeElement);
  const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)] ?? rows[0];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function tell() {
  const dialog = document.getElementById("keys");
  const list = dialog?.querySelector("[data-keys-list]");
  if (!list || dialog.open) return;
  for (const old of list.querySelectorAll("[data-told]")) old.remove();
  for (const element of document.querySelectorAll("[data-key]")) {
    const line = document.createElement("div");
    line.className = "fact";
    line.dataset.told = "";
    const keys = document.createElement("dt");
    for (const key of element.dataset.key.split(/[ +]/)) {
      const cap = document.createElement("kbd");
      cap.textContent = key.length === 1 && element.dataset.key.includes("+") ? key.toUpperCase() : key;
      keys.append(cap, " ");
    }
    const what = document.createElement("dd");
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll("kbd, .count")) extra.remove();
    what.textContent = element.getAttribute("aria-label") ?? copy.textContent.trim();
    line.append(keys, what);
    list.append(line);
  }
  dialog.showModal();
}

function single(event) {
  if (!singleKeys() || typing(event.target) || document.querySelector("dialog[open]")) return false;
  const pair = first && Date.now() - firstAt < PATIENCE ? pressed(`${first} ${event.key}`) : null;
  first = event.key;
  firstAt = Date.now();
  if (pair) return press(pair), true;
  if (event.key === "?") return tell(), true;
  if (event.key === "j" || event.key === "k") return walk(event.key === "j" ? 1 : -1);
  if (event.key === "/") {
    const search = document.querySelector("main input[type=search]");
    return search ? (search.focus(), search.select(), true) : false;
  }
  const one = pressed(event.key);
  return one ? (press(one), true) : false;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    const element = event.shiftKey ? null : pressed(`Ctrl+${event.key.toLowerCase()}`);
    if (element) {
      event.preventDefault();
      press(element);
    }
    return;
  }
  if (single(event)) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-opens-keys]")) {
  button.hidden = false;
  button.addEventListener("click", tell);
}
