// A table of results, filled in by keyboard: arrows and Enter go from cell to cell. Tab goes on as everywhere.
// Without script it is a table of plain inputs.

const grid = document.querySelector("[data-grid]");
const FIELDS = "td :is(input:not([type=hidden]), select, textarea)";

const rowsOf = () => [...grid.querySelectorAll("tbody > tr")].filter((row) => row.querySelector(FIELDS));

function above(field, step) {
  const rows = rowsOf();
  const row = rows[rows.indexOf(field.closest("tr")) + step];
  if (!row) return null;
  const here = field.getBoundingClientRect().left;
  const away = (other) => Math.abs(other.getBoundingClientRect().left - here);
  return [...row.querySelectorAll(FIELDS)].reduce((best, other) => (away(other) < away(best) ? other : best));
}

function beside(field, step) {
  const fields = [...field.closest("tr").querySelectorAll(FIELDS)];
  return fields[fields.indexOf(field) + step] ?? null;
}

function atEdge(field, step) {
  if (field.tagName === "SELECT") return true;
  const { selectionStart: from, selectionEnd: to, value } = field;
  return (from === 0 && to === value.length) || (from === to && from === (step < 0 ? 0 : value.length));
}

function goal(event, field) {
  const isText = field.tagName === "TEXTAREA";
  const isList = field.tagName === "SELECT";
  switch (event.key) {
    case "Enter":
      return isText ? null : above(field, event.shiftKey ? -1 : 1);
    case "ArrowDown":
      return isText || isList ? null : above(field, 1);
    case "ArrowUp":
      return isText || isList ? null : above(field, -1);
    case "ArrowLeft":
      return atEdge(field, -1) ? beside(field, -1) : null;
    case "ArrowRight":
      return atEdge(field, 1) ? beside(field, 1) : null;
    default:
      return null;
  }
}

grid?.addEventListener("keydown", (event) => {
  const field = event.target.closest?.(FIELDS);
  if (!field || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = goal(event, field);
  if (event.key === "Enter" && field.tagName !== "TEXTAREA") event.preventDefault(); // Enter records nothing here
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.select?.();
});

// What the server judged comes back row by row; the values it marks are shown to be wrong.
document.addEventListener("htmx:oobAfterSwap", (event) => {
  const told = document.getElementById(event.detail.target.id); // the new one; the target is what it replaced
  if (told?.dataset.wrong === undefined) return;
  const wrong = new Set(told.dataset.wrong.split(" "));
  const values = told.closest("tbody").querySelectorAll("td.value input:not([type=hidden])");
  values.forEach((value, at) => {
    if (wrong.has(String(at))) value.setAttribute("aria-invalid", "true");
    else value.removeAttribute("aria-invalid");
  });
});
