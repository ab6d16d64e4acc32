// Keeps what was typed on the page when a form cannot be sent. Without this file the browser sends each form itself.
"use strict";
(() => {
  const LIMIT = 15000, SHOWN = [200, 400, 409, 422];
  const first = new WeakMap();
  let busy = false, left = false, waiting = null;

  const forms = () => [...document.querySelectorAll("form[data-keep]")];
  const typed = (form) => [...form.elements]
    .filter((one) => one.matches("textarea, select, input:not([type=hidden])"))
    .map((one) => (one.matches("[type=checkbox], [type=radio]") ? one.checked : one.value)).join("\n");
  const unsent = (form) => form.dataset.typed !== undefined || typed(form) !== first.get(form);
  const begin = () => { for (const form of forms()) first.set(form, typed(form)); };

  const tell = (form, button, text) => {
    document.querySelector(".unsent")?.remove();
    const said = Object.assign(document.createElement("p"), { className: "note unsent", textContent: text });
    said.setAttribute("role", "alert");
    const near = button && !button.matches(".hide") && button.closest(".actions, .tools, .field");
    (near || form.querySelector(".actions") || form.lastElementChild).after(said);
    said.scrollIntoView({ block: "nearest" });
  };

  const go = (place) => {
    left = true;
    const to = new URL(place, location.href);
    if (to.pathname !== location.pathname || to.search !== location.search || !to.hash) return location.assign(to);
    history.replaceState(null, "", to);
    location.reload();
  };

  const renew = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    document.title = fresh.title;
    document.body.replaceChildren(...fresh.body.childNodes);
    begin();
    scrollTo(0, 0);
    (document.querySelector(".summary") || document.querySelector("[autofocus]"))?.focus();
  };

  const send = async (form, button) => {
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.append(button.name, button.value);
    waiting = null;
    busy = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { "X-Page-Stays": "1" }, signal: AbortSignal.timeout(LIMIT),
      });
      if (answer.status === 204) go(answer.headers.get("Location"));
      else if (SHOWN.includes(answer.status)) renew(await answer.text());
      else tell(form, button, [403, 404].includes(answer.status) ? form.dataset.gone : form.dataset.keep);
    } catch {
      if (!navigator.onLine) waiting = [form, button];
      tell(form, button, waiting ? form.dataset.offline : form.dataset.keep);
    } finally {
      busy = false;
    }
  };

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-keep]")) return;
    event.preventDefault();
    if (!busy && !left) send(event.target, event.submitter);
  });
  window.addEventListener("online", () => { if (waiting) send(...waiting); });
  window.addEventListener("beforeunload", (event) => { if (!left && forms().some(unsent)) event.preventDefault(); });
  begin();
})();
