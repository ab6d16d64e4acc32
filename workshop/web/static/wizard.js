// Comforts only: everything works without this file.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const summary = document.querySelector(".summary");
  if (summary) summary.focus();

  const decimals = document.documentElement.lang === "nl" ? "," : ".";
  const read = (text) => {
    const typed = text.replace(/[€%\s\u00a0]/g, "");
    const last = Math.max(typed.lastIndexOf(","), typed.lastIndexOf("."));
    if (last < 0) return Number(typed || 0);
    const groups = typed[last] !== decimals && /^\d{3}$/.test(typed.slice(last + 1));
    const whole = typed.slice(0, last).replace(/[.,]/g, "");
    return Number(groups ? whole + typed.slice(last + 1) : `${whole}.${typed.slice(last + 1)}`);
  };
  for (const list of all("[data-total]")) {
    const shown = list.querySelector("output");
    const add = () => {
      const sum = all("input[type=text]", list).reduce((total, box) => total + read(box.value), 0);
      if (Number.isFinite(sum)) shown.textContent = sum.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
    };
    list.addEventListener("input", add);
    list.addEventListener("recount", add);
  }

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
  if (form) {
    let touched = Boolean(summary);
    form.addEventListener("input", () => { touched = true; });
    form.addEventListener("submit", () => { touched = false; });
    window.addEventListener("beforeunload", (event) => { if (touched) event.preventDefault(); });
  }
})();
