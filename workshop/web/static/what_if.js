// Comforts only: everything works without this file. Calculates again while someone types.
"use strict";
(() => {
  const form = document.getElementById("proef");
  if (!form) return;
  const places = ["kort", "uitkomst"];
  let wait = 0;
  let running = null;

  const swap = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const place of places) {
      const old = document.getElementById(place);
      const now = fresh.getElementById(place);
      if (!old || !now) continue;
      const open = [...old.querySelectorAll("details[open]")].map((one) => one.closest("[id]").id);
      old.replaceChildren(...now.childNodes);
      for (const id of open) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
    }
  };
  const calculate = async () => {
    const address = `${form.getAttribute("action").split("#")[0]}?${new URLSearchParams(new FormData(form))}`;
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(address, { signal: running.signal, credentials: "same-origin" });
      if (!answer.ok && answer.status !== 422) return;
      swap(await answer.text());
      history.replaceState(null, "", address);
    } catch { /* no line: the button still works */ }
  };
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(calculate, 350);
  });
})();
