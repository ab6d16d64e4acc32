// Keeps each answer while someone types. Without this file the buttons of the page do it.
// What is not yet at the server stands on this page only: nothing is put in the browser's own stores.
// Any form with data-save can be kept: its fields are named after the codes in "gevraagd", and #bewaard says how it is.
"use strict";
(() => {
  const form = document.querySelector("form[data-save]");
  const line = document.getElementById("bewaard");
  if (!form || !line) return;

  const say = form.dataset;
  const script = document.currentScript.src;
  const PAUSE = 800, PATIENCE = 1000, LIMIT = 10000, LONGEST = 30000, CARRIED = 60000;
  const typed = new Set();
  let sent = null, busy = false, timer = 0, pressed = 0, tries = 0, leaving = null, gone = false, passing = false, renewed = false, lost = false;
  let calm = [line.textContent], told = line.textContent;

  const codeOf = (name) => name.replace(/^(stand|concept)-/, "").split("-")[0];
  const field = (name) => form.querySelector(`input[name="${name}"]`);
  const clashAt = (code) => document.getElementById(`${code}-botsing`);
  const working = () => { if (!tries && line.dataset.state !== "clash") line.dataset.state = "busy"; };
  const unsent = () => typed.size > 0 || sent !== null;
  // A reader of the screen hears what is new once: not each wait, and not the same line again.
  const tell = (text, state = "", quietly = text === told) => {
    line.setAttribute("aria-live", quietly ? "off" : "polite");
    if (line.textContent !== text) line.textContent = text;
    line.dataset.state = state;
    if (!quietly) told = text;
  };

  const pack = (codes) => {
    const body = new URLSearchParams(), all = new FormData(form), asked = new Set(all.getAll("gevraagd"));
    for (const [name, value] of all) {
      const code = name === "gevraagd" ? value : codeOf(name);
      if (codes.has(code) || !asked.has(code)) body.append(name, value);
    }
    return body;
  };
  const post = (body) => fetch(say.save, {
    method: "POST", body, headers: { Accept: "application/json" },
    keepalive: body.toString().length < CARRIED, signal: AbortSignal.timeout(LIMIT),
  });
  const knock = () => fetch(script, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(LIMIT) });

  // Sends what is not at the server yet; when there is nothing, it only asks whether the server is there. What comes of
  // that decides, never what the browser thinks of the line: the server may be this very computer.
  // An unanswered request is repeated as it was until it is answered: its marks are those of before.
  const reach = async () => {
    clearTimeout(timer);
    if (busy || gone) return;
    if (Date.now() - pressed < PATIENCE) {
      timer = setTimeout(reach, 100);
      return;
    }
    if (!sent && typed.size) {
      sent = pack(new Set(typed));
      typed.clear();
    }
    busy = true;
    const slow = setTimeout(() => { if (sent && !tries && say.busy) tell(say.busy, "busy", true); }, PATIENCE);
    try {
      const answer = await (sent ? post(sent) : knock());
      if (sent) await heard(answer);
      else settle();
    } catch (error) {
      failed(error.name === "TimeoutError" ? say.trouble : leaving ? say.waiting : say.offline, error);
    } finally {
      clearTimeout(slow);
    }
  };

  const heard = async (answer) => {
    const news = await answer.json().catch(() => ({}));
    if (answer.ok && news.state) return saved(news);
    if (answer.status === 400 && !renewed && news.token) {
      renewed = true;
      field("csrf_token").value = news.token;
      sent.set("csrf_token", news.token);
      busy = false;
      return reach();
    }
    failed(news.line || ([403, 404].includes(answer.status) ? say.gone : say.trouble));
  };

  const saved = (news) => {
    sent = null;
    renewed = false;
    lost = news.state === "lost";
    for (const [code, mark] of Object.entries(news.stamps)) {
      const stand = field(`stand-${code}`);
      if (stand) stand.value = mark;
      document.getElementById(`${code}-concept`)?.remove();
      clashAt(code)?.remove();
    }
    for (const [code, mark] of Object.entries(news.held)) drafted(code, mark);
    for (const [id, text] of Object.entries(news.read)) echo(id, text);
    const clashes = Object.entries(news.there), fresh = clashes.filter(([code, there]) => choose(code, there));
    calm = [news.line, clashes.length ? "clash" : news.drafts.length ? "draft" : ""];
    settle(clashes, fresh);
  };

  // The server answered: what was typed since follows, and whoever was leaving goes.
  const settle = (clashes = [], fresh = []) => {
    busy = false;
    tries = 0;
    tell(...calm);
    if (typed.size) {
      working();
      timer = setTimeout(reach, leaving ? 0 : PAUSE);
    }
    else if (leaving) go(clashes, fresh);
  };

  const failed = (text, error) => {
    busy = false;
    tell(text, "trouble");
    tries += 1;
    timer = setTimeout(reach, Math.min(1000 * 2 ** (tries - 1), LONGEST));
    if (leaving?.button && error?.name === "TimeoutError") go();
  };

  // The mark of a draft that now stands on this page; without one, that of before stays.
  const drafted = (code, mark) => {
    const stood = field(`concept-${code}`) || form.appendChild(document.createElement("input"));
    Object.assign(stood, { type: "hidden", name: `concept-${code}`, value: mark });
  };

  const echo = (id, text) => {
    const box = document.getElementById(id);
    let said = document.getElementById(`${id}-gelezen`);
    if (!box || (!said && !text)) return;
    if (!said) {
      said = document.createElement("span");
      said.className = "echo";
      said.id = `${id}-gelezen`;
      box.closest(".box")?.append(said);
      box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") || ""} ${said.id}`.trim());
    }
    if (said.textContent !== text) said.textContent = text;
  };

  // Puts the choice at its question, or where the form says; tells whether this clash was not shown yet. The buttons of
  // one that stands there already stay as they are: someone may be about to press them.
  const choose = (code, there) => {
    const made = document.createElement("template"), stand = field(`stand-${code}`), shown = clashAt(code);
    made.innerHTML = there.html;
    const block = made.content.firstElementChild, fresh = !shown || stand?.value !== there.mark;
    if (stand) stand.value = there.mark;
    if (shown) {
      const buttons = shown.querySelector(".both");
      for (const one of [...shown.children]) if (one !== buttons) one.remove();
      shown.prepend(...[...block.children].filter((one) => !buttons || !one.matches(".both")));
    }
    else (document.querySelector(`#${code}-vraag .ask`) || form.querySelector("[data-clash]") || line).after(block);
    return fresh;
  };

  // Leaving: the page goes on once everything typed is at the server and no choice is left open that this page knows of.
  const go = (clashes = [], fresh = []) => {
    const { button, href } = leaving;
    leaving = null;
    const decides = ([code]) => ["mijn", "hun"].some((choice) => button?.value === `${choice}-${code}`);
    const open = [...fresh, ...(button ? clashes.filter((one) => !decides(one)) : [])][0];
    if (open) return clashAt(open[0])?.focus();
    if (href && lost) return;
    if (href) {
      away();
      return location.assign(href);
    }
    passing = true;
    form.requestSubmit(button?.isConnected ? button : undefined);
    passing = false;
  };
  const hold = (way) => {
    leaving = way;
    reach();
  };
  // On its way out, unless nothing comes of it: a download, or a server that says there is nothing to show.
  const away = () => {
    gone = true;
    setTimeout(() => {
      gone = false;
      if (unsent() || leaving) reach();
    }, LIMIT);
  };

  form.addEventListener("submit", (event) => {
    if (passing || (!gone && !unsent() && !tries && navigator.onLine)) return away();
    event.preventDefault();
    if (!leaving && (!gone || typed.size)) hold({ button: event.submitter });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = link && !link.target && !link.hasAttribute("download") && link.origin === location.origin && (link.pathname !== location.pathname || !link.hash);
    if (!elsewhere || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (leaving || !unsent() || event.defaultPrevented) return;
    event.preventDefault();
    hold({ href: link.href });
  });

  const touched = (event, pause) => {
    const { name } = event.target;
    if (!name) return;
    typed.add(codeOf(name));
    working();
    if (gone) return;
    clearTimeout(timer);
    timer = setTimeout(reach, tries ? Math.max(pause, 1000) : pause);
  };
  form.addEventListener("input", (event) => touched(event, PAUSE));
  form.addEventListener("change", (event) => touched(event, 0));

  // Nothing moves under a finger: while it is down nothing is sent, so no news can push away what it is pressing.
  document.addEventListener("pointerdown", () => { pressed = Date.now(); }, true);
  for (const release of ["pointerup", "pointercancel"]) document.addEventListener(release, () => { pressed = 0; }, true);
  for (const turn of ["offline", "online"]) window.addEventListener(turn, () => { tries = 0; reach(); });
  document.addEventListener("visibilitychange", () => { if (unsent()) reach(); });
  window.addEventListener("pagehide", () => {
    if (sent && !busy && !gone) post(sent).catch(() => {});
    if (typed.size) post(pack(typed)).catch(() => {});
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  window.addEventListener("beforeunload", (event) => { if ((lost || (unsent() && tries)) && !gone) event.preventDefault(); });
})();
