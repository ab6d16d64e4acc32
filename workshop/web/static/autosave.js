// Keeps each answer while someone types. Without this file the buttons of the page do it.
// What is not yet at the server stands on this page only: nothing is put in the browser's own stores.
"use strict";
(() => {
  const form = document.getElementById("answers");
  const line = document.getElementById("bewaard");
  if (!form || !form.dataset.save) return;

  const say = form.dataset;
  const PAUSE = 800, LIMIT = 10000, LONGEST = 30000, CARRIED = 60000;
  const typed = new Set();
  const clashing = new Set();
  let sent = null, busy = false, timer = 0, tries = 0, leaving = null, gone = false, renewed = false, calm = [line.textContent];

  const codeOf = (name) => name.replace(/^(stand|concept)-/, "").split("-")[0];
  const field = (name) => form.querySelector(`input[name="${name}"]`);
  const tell = (text, state = "") => {
    if (line.textContent !== text) line.textContent = text;
    line.dataset.state = state;
  };
  const unsent = () => typed.size > 0 || sent !== null;

  const pack = (codes) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const own = name === "gevraagd" ? codes.has(value) : codes.has(codeOf(name));
      if (own || ["csrf_token", "model", "gemaakt-in"].includes(name)) body.append(name, value);
    }
    return body;
  };
  const post = (body) => fetch(say.save, {
    method: "POST", body, headers: { Accept: "application/json" },
    keepalive: body.toString().length < CARRIED, signal: AbortSignal.timeout(LIMIT),
  });

  // An unanswered request is repeated as it was until it is answered: its marks are those of before.
  const send = async () => {
    clearTimeout(timer);
    if (busy) return;
    if (!sent) {
      if (!typed.size) return;
      sent = pack(new Set(typed));
      typed.clear();
    }
    busy = true;
    try {
      const answer = await post(sent);
      busy = false;
      await heard(answer);
    } catch (error) {
      busy = false;
      failed(navigator.onLine && error.name === "TimeoutError" ? say.trouble : leaving ? say.waiting : say.offline, error);
    }
  };

  const heard = async (answer) => {
    if ([200, 409, 422].includes(answer.status)) return saved(await answer.json());
    if (answer.status === 400 && !renewed) {
      const { token } = await answer.json();
      renewed = true;
      if (token) {
        field("csrf_token").value = token;
        sent.set("csrf_token", token);
        return send();
      }
    }
    failed([403, 404].includes(answer.status) ? say.gone : say.trouble);
  };

  const saved = (news) => {
    sent = null;
    tries = 0;
    renewed = false;
    for (const [code, mark] of Object.entries(news.stamps)) {
      const stand = field(`stand-${code}`);
      if (stand) stand.value = mark;
      document.getElementById(`${code}-concept`)?.remove();
    }
    for (const [code, mark] of Object.entries(news.held)) drafted(code, mark);
    for (const [id, text] of Object.entries(news.read)) echo(id, text);
    for (const [code, there] of Object.entries(news.there)) choose(code, there);
    calm = [news.line, Object.keys(news.there).length ? "clash" : news.drafts.length ? "draft" : ""];
    tell(...calm);
    if (typed.size) {
      line.dataset.state = "busy";
      timer = setTimeout(send, leaving ? 0 : PAUSE);
    }
    else if (leaving) go(news);
  };

  const failed = (text, error) => {
    tell(text, "trouble");
    tries += 1;
    timer = setTimeout(send, Math.min(1000 * 2 ** (tries - 1), LONGEST));
    if (leaving && error?.name === "TimeoutError" && navigator.onLine) go();
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
      box.closest(".box").append(said);
      box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") || ""} ${said.id}`.trim());
    }
    if (said.textContent !== text) said.textContent = text;
  };

  const choose = (code, there) => {
    clashing.add(code);
    field(`stand-${code}`).value = there.mark;
    document.getElementById(`${code}-botsing`)?.remove();
    const question = document.getElementById(`${code}-vraag`);
    question.querySelector(".ask").insertAdjacentHTML("afterend", there.html);
  };

  // Leaving: the page goes on once everything typed is at the server.
  const go = (news) => {
    const { button, href } = leaving;
    leaving = null;
    const clash = news && Object.keys(news.there)[0];
    if (clash) {
      document.getElementById(`${clash}-botsing`).focus();
      return;
    }
    gone = true;
    if (href) location.assign(href);
    else form.requestSubmit(button?.isConnected ? button : undefined);
  };
  const hold = (way) => {
    leaving = way;
    if (!navigator.onLine) tell(say.waiting, "trouble");
    else if (sent || typed.size) send();
    else go();
  };

  form.addEventListener("submit", (event) => {
    if (gone === "sent") { event.preventDefault(); return; }
    if (gone || (navigator.onLine && !unsent())) {
      gone = "sent";
      setTimeout(() => { if (gone === "sent") gone = false; }, LIMIT);
      return;
    }
    event.preventDefault();
    if (!leaving) hold({ button: event.submitter });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = link && !link.target && !link.download && link.origin === location.origin && (link.pathname !== location.pathname || !link.hash);
    if (!elsewhere || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (leaving || !unsent() || event.defaultPrevented) return;
    event.preventDefault();
    hold({ href: link.href });
  });

  const touched = (event, pause) => {
    const { name } = event.target;
    if (!name || gone === "sent") return;
    const code = codeOf(name);
    if (clashing.has(code)) return;
    typed.add(code);
    if (!tries) line.dataset.state = "busy";
    clearTimeout(timer);
    timer = setTimeout(send, tries ? Math.max(pause, 1000) : pause);
  };
  form.addEventListener("input", (event) => touched(event, PAUSE));
  form.addEventListener("change", (event) => touched(event, 0));

  window.addEventListener("offline", () => tell(say.offline, "trouble"));
  window.addEventListener("online", () => {
    tries = 0;
    if (unsent()) send();
    else if (leaving) go();
    else tell(...calm);
  });
  document.addEventListener("visibilitychange", () => { if (unsent()) send(); });
  window.addEventListener("pagehide", () => { if (typed.size && gone !== "sent") post(pack(typed)).catch(() => {}); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  window.addEventListener("beforeunload", (event) => { if (unsent() && tries && !gone) event.preventDefault(); });
})();
