// Comforts only: everything works without this file. Keeps the windows of a session fresh by themselves.
"use strict";
(() => {
  const lost = document.querySelector("[data-lost]");

  const follow = (place) => {
    let mark = "";
    const refresh = async () => {
      const answer = await fetch(location.href.split("#")[0], { credentials: "same-origin" });
      if (!answer.ok) throw new Error("no page");
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = fresh.getElementById(place.id);
      if (!now || now.innerHTML === place.innerHTML) return;
      const held = place.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      const other = now.querySelector("h1")?.textContent !== place.querySelector("h1")?.textContent;
      place.replaceChildren(...now.childNodes);
      if (other) scrollTo(0, 0);
      document.title = fresh.title;
      if (held) place.querySelector(`[href="${CSS.escape(held)}"]`)?.focus();
    };
    const look = async () => {
      if (!place.dataset.state) return refresh();
      const answer = await fetch(place.dataset.state, {
        credentials: "same-origin", cache: "no-store", headers: mark ? { "If-None-Match": mark } : {},
      });
      if (answer.status === 304) return;
      if (!answer.ok) throw new Error("no state");
      const before = mark;
      mark = answer.headers.get("ETag") || "";
      if (before !== mark) await refresh();
    };
    const again = async () => {
      if (!document.hidden) {
        try {
          await look();
          if (lost) lost.hidden = true;
        } catch {
          mark = "";
          if (lost) lost.hidden = false;
        }
      }
      setTimeout(again, Number(place.dataset.every) * 1000);
    };
    setTimeout(again, place.dataset.state ? 300 : Number(place.dataset.every) * 1000);
  };
  for (const place of document.querySelectorAll("[data-live]")) follow(place);

  const form = document.getElementById("briefje");
  if (form) {
    const typed = () => [...form.querySelectorAll("textarea, input[type=text]")].map((one) => one.value).join("\n");
    const before = typed();
    let sent = false;
    form.addEventListener("submit", () => { sent = true; });
    window.addEventListener("beforeunload", (event) => { if (!sent && typed() !== before) event.preventDefault(); });
  }
})();
