// Comforts only: everything works without this file. Keeps the windows of a session fresh by themselves.
"use strict";
(() => {
  const lost = document.querySelector("[data-lost]");

  const follow = (id) => {
    let mark = "";
    const refresh = async () => {
      const answer = await fetch(location.href.split("#")[0], { credentials: "same-origin" });
      if (!answer.ok) throw new Error("no page");
      const place = document.getElementById(id);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = fresh.getElementById(id);
      if (!place || !now || now.innerHTML === place.innerHTML) return;
      const held = place.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      const other = now.querySelector("h1")?.textContent !== place.querySelector("h1")?.textContent;
      place.replaceChildren(...now.childNodes);
      if (other) scrollTo(0, 0);
      document.title = fresh.title;
      if (held) place.querySelector(`[href="${CSS.escape(held)}"]`)?.focus();
    };
    const look = async () => {
      const place = document.getElementById(id);
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
      setTimeout(again, every);
    };
    const { state, every: seconds } = document.getElementById(id).dataset;
    const every = Number(seconds) * 1000;
    setTimeout(again, state ? 300 : every);
  };
  for (const place of document.querySelectorAll("[data-live]")) follow(place.id);
})();
