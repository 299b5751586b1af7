// What went wrong is read first: a panel of refusals or a summary of errors takes the focus when it appears.

function take(root) {
  const panel = root.querySelector?.("[data-takes-focus]");
  if (panel && !panel.closest("[data-rests]")) panel.focus({ preventScroll: false });
}

take(document);
document.addEventListener("htmx:afterSwap", (event) => take(event.target));
