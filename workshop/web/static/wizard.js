// Comforts only: everything works without this file.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const summary = document.querySelector(".summary");
  if (summary) summary.focus();

  const reveal = () => {
    const there = document.getElementById(location.hash.slice(1));
    let folded = there && there.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    there.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  for (const question of all(".question")) {
    const states = all("input[type=checkbox][data-state]", question).filter((box) => box.closest(".question") === question);
    const others = () => all("input:not([data-state]), textarea", question).filter((box) => box.type !== "hidden" && box.closest(".question") === question);
    question.addEventListener("input", (event) => {
      if (event.target.closest(".question") !== question || event.target.tagName === "SELECT") return;
      if (event.target.dataset.state === undefined) for (const state of states) state.checked = false;
      else {
        const ticked = event.target.checked;
        for (const state of states) if (state !== event.target) state.checked = false;
        for (const box of others()) {
          if (box.type === "checkbox" || box.type === "radio") box.checked &&= !ticked;
          else if (ticked && box.value) { box.dataset.typed = box.value; box.value = ""; }
          else if (!ticked && !box.value && box.dataset.typed) box.value = box.dataset.typed;
        }
        for (const list of all("[data-total]", question)) list.dispatchEvent(new Event("recount"));
      }
    });
  }

  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const box = document.getElementById(button.dataset.copy);
      box.select();
      try { await navigator.clipboard.writeText(box.value); } catch { document.execCommand("copy"); }
      button.textContent = button.dataset.done;
    });
  }

  const form = document.getElementById("answers");
  if (form && !form.dataset.save) {
    let touched = Boolean(summary);
    form.addEventListener("input", () => { touched = true; });
    form.addEventListener("submit", () => { touched = false; });
    window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
  }
})();
