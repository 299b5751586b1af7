// A form is sent once. Its buttons rest while it is under way, and wake up when the answer or the page comes back.
// (The server refuses a second sending all the same.)

const asleep = new Set();

function rest(form, button) {
  for (const each of form.querySelectorAll("button:not([type=button]), input[type=submit]")) {
    if (each.disabled) continue;
    each.disabled = true;
    asleep.add(each);
  }
  button?.setAttribute("aria-busy", "true");
}

function wake() {
  for (const each of asleep) {
    each.disabled = false;
    each.removeAttribute("aria-busy");
  }
  asleep.clear();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target) return;
  // Afterwards, so that the button that was pressed is still sent along.
  setTimeout(() => rest(form, event.submitter));
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("form")) rest(event.target, event.detail.requestConfig.triggeringEvent?.submitter);
});
document.addEventListener("htmx:afterRequest", wake);
window.addEventListener("pageshow", wake);
