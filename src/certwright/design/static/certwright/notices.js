// Messages that come while a page stays: from the server (HX-Trigger: {"notice": {"tone": …, "text": …}}) or from a
// connection that failed. The words are the server's; #notices carries those for failures in the reader's language.

const LASTS = 8000; // milliseconds; what went wrong stays until it is read

function show(tone, text) {
  const place = document.getElementById("toasts");
  if (!place || !text) return;
  const notice = document.createElement("div");
  notice.className = `notice ${tone}`;
  const words = document.createElement("div");
  words.textContent = text;
  notice.append(document.createElement("span"), words);
  notice.addEventListener("click", () => notice.remove());
  place.append(notice);
  if (tone !== "bad") setTimeout(() => notice.remove(), LASTS);
}

const words = () => document.getElementById("notices")?.dataset ?? {};

document.addEventListener("notice", (event) => show(event.detail.tone ?? "info", event.detail.text));
document.addEventListener("htmx:sendError", () => show("bad", words().lost));
document.addEventListener("htmx:timeout", () => show("bad", words().lost));
document.addEventListener("htmx:responseError", (event) => {
  const ended = [401, 403].includes(event.detail.xhr.status);
  show("bad", ended ? words().ended : words().failed);
});
